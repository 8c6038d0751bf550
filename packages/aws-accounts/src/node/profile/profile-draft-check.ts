import type { IamProfileConnection } from '../../common/connection/aws-connection';
import { ProfileDraft, FieldProblem, ProfileSecrets, RoleDraft } from '../../common/profile/profile-draft';
import { unknownKind } from '../../common/state/unknown-kind';
import { ConfigChangeProblem } from '../shared-config/editor/config-change-check';
import type { ProfileLookup } from '../shared-config/profile-chain';
import { classify } from '../shared-config/profile-classification';
import { drafted, settingsOf } from './profile-draft-settings';

/** The forms that AWS documents (IAM and STS API references). */
const FORMS = {
    accessKeyId: /^\w{16,128}$/,
    roleArn: /^arn:[^:\s]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    mfaSerial: /^[\w+=/:,.@-]{9,256}$/,
    externalId: /^[\w+=,.@:/-]{2,1224}$/,
    region: /^[a-z0-9]+(?:-[a-z0-9]+)*$/
} as const;
const SOME_ROLE = 'arn:aws:iam::000000000000:role/any';
const SESSION_ARN = /^arn:([^:\s]+):sts::(\d{12}):assumed-role\/([\w+=,.@-]+)\//;

/** Contents of the files that a draft has to go together with. */
export interface DraftSurroundings {
    readonly profiles: readonly IamProfileConnection[];
    readonly settings: ProfileLookup;
}

/** Lists what is wrong with a draft, field by field. Pure. */
export function remarksOn(draft: ProfileDraft, { profiles, settings }: DraftSurroundings): FieldProblem[] {
    const ofKind = remarksOfKind(draft, settings);
    return [...(draft.exists ? [] : nameRemarks(draft.name, profiles)), ...ofKind, ...formRemark('region', draft.region)];
}

function remarksOfKind(draft: ProfileDraft, settings: ProfileLookup): FieldProblem[] {
    switch (draft.kind) {
        case 'role':
            return roleRemarks(draft, settings);
        case 'accessKeys':
            return accessKeyRemarks(draft.accessKeyId, draft.exists);
        case 'region':
            return [];
        default:
            return unknownKind(draft, 'draft');
    }
}

/** Problems of secrets; never says their values. */
export function remarksOnSecrets(draft: ProfileDraft, secrets: ProfileSecrets | undefined): FieldProblem[] {
    if (draft.kind !== 'accessKeys' || draft.accessKeyId === '') {
        return [];
    }
    return [
        ...secretRemark('secretAccessKey', secrets?.secretAccessKey, true),
        ...secretRemark('sessionToken', secrets?.sessionToken, ProfileDraft.isTemporary(draft.accessKeyId))
    ];
}

/** Names that differ in case alone are told apart by tools, but not by people. */
function nameRemarks(name: string, profiles: readonly IamProfileConnection[]): FieldProblem[] {
    if (name === '') {
        return [{ field: 'name', kind: 'missing' }];
    }
    if (ConfigChangeProblem.ofNewSection({ kind: 'profile', name }, 'config') !== undefined) {
        return [{ field: 'name', kind: 'malformed' }];
    }
    const taken = profiles.find(profile => profile.name.toLowerCase() === name.toLowerCase());
    return taken === undefined ? [] : [{ field: 'name', kind: 'nameTaken', name: taken.name }];
}

function accessKeyRemarks(accessKeyId: string, exists: boolean): FieldProblem[] {
    return accessKeyId === '' && !exists ? [{ field: 'accessKeyId', kind: 'missing' }] : formRemark('accessKeyId', accessKeyId);
}

function roleRemarks(draft: RoleDraft, settings: ProfileLookup): FieldProblem[] {
    return [
        ...arnRemarks(draft.roleArn),
        ...sourceRemarks(draft, settings),
        ...formRemark('mfaSerial', draft.mfaSerial),
        ...formRemark('externalId', draft.externalId)
    ];
}

function arnRemarks(roleArn: string): FieldProblem[] {
    const [, partition, account, role] = SESSION_ARN.exec(roleArn) ?? [];
    if (role !== undefined) {
        return [{ field: 'roleArn', kind: 'sessionArn', roleArn: `arn:${partition}:iam::${account}:role/${role}` }];
    }
    return roleArn === '' ? [{ field: 'roleArn', kind: 'missing' }] : formRemark('roleArn', roleArn);
}

/** The chain that there will be is judged, and only that: the values of the draft itself have remarks of their own. */
function sourceRemarks(draft: RoleDraft, settings: ProfileLookup): FieldProblem[] {
    if (draft.source.name === '') {
        return [{ field: 'source', kind: 'missing' }];
    }
    const flawless = settingsOf({ ...draft, roleArn: SOME_ROLE, region: undefined }, undefined);
    const profile = drafted(draft.name, flawless, draft.exists ? settings.profile(draft.name) : undefined);
    const { problem } = classify(profile, { ...settings, profile: name => name === draft.name ? profile : settings.profile(name) });
    return problem === undefined ? [] : [{ field: 'source', kind: 'unusableSource', problem }];
}

function formRemark(field: keyof typeof FORMS, value: string | undefined): FieldProblem[] {
    return !value || FORMS[field].test(value) ? [] : [{ field, kind: 'malformed' }];
}

function secretRemark(field: keyof ProfileSecrets, value: string | undefined, isNeeded: boolean): FieldProblem[] {
    if (!value) {
        return isNeeded ? [{ field, kind: 'missing' }] : [];
    }
    // Visible ASCII without spaces: anything else was not copied whole.
    return /^[!-~]{16,}$/.test(value) ? [] : [{ field, kind: 'malformed' }];
}
