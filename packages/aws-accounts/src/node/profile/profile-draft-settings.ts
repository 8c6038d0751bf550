import type { ProfileDraft, ProfileSecrets, RoleSource } from '../../common/profile/profile-draft';
import { unknownKind } from '../../common/state/unknown-kind';
import type { FileChanges } from '../shared-config/editor/both-config-files';
import type { ConfigChange, ConfigFile, ConfigSectionId, ConfigSetting } from '../shared-config/editor/config-change';
import { fileFor } from '../shared-config/editor/settings-placement';
import { SectionSettings } from '../shared-config/profile-settings';
import { BlockSection, IniSection } from '../shared-config/ini/ini-section';

/** Settings that a draft writes and removes, in whichever file. */
interface DraftedSettings {
    readonly set: readonly ConfigSetting[];
    readonly unset: readonly string[];
}

/**
 * The settings of a draft. Keys of a profile that exists stay as they are unless new ones are given; a session token goes with the keys
 * that it belonged to.
 */
export function settingsOf(draft: ProfileDraft, secrets: ProfileSecrets | undefined): DraftedSettings {
    const region: Wanted = ['region', draft.region];
    switch (draft.kind) {
        case 'accessKeys':
            return wanted([...draft.accessKeyId === '' ? [] : keySettings(draft.accessKeyId, secrets), region]);
        case 'role':
            return wanted([
                ['role_arn', draft.roleArn],
                ...sourceSettings(draft.source),
                ['mfa_serial', draft.mfaSerial],
                ['external_id', draft.externalId],
                region
            ]);
        case 'region':
            return wanted([region]);
        default:
            return unknownKind(draft, 'draft');
    }
}

function keySettings(accessKeyId: string, secrets: ProfileSecrets | undefined): Wanted[] {
    return [
        ['aws_access_key_id', accessKeyId],
        ['aws_secret_access_key', secrets?.secretAccessKey],
        // The AWS CLI would take the old name for the token of the new keys.
        ['aws_security_token', undefined],
        ['aws_session_token', secrets?.sessionToken]
    ];
}

function sourceSettings(source: RoleSource): Wanted[] {
    switch (source.kind) {
        case 'profile':
            return [['source_profile', source.name], ['credential_source', undefined]];
        case 'machine':
            return [['source_profile', undefined], ['credential_source', source.name]];
        default:
            return unknownKind(source, 'source');
    }
}

/**
 * The changes that make the files say what is drafted, each setting in the file that it is in already.
 *
 * @param known the profile as it is; `undefined` for a new one
 */
export function changesFor(name: string, { set, unset }: DraftedSettings, known: SectionSettings | undefined): FileChanges {
    const section: ConfigSectionId = { kind: 'profile', name };
    const changesIn = (file: ConfigFile): ConfigChange[] => {
        const settings = set.filter(([key]) => fileFor(key, known) === file);
        if (known === undefined) {
            return settings.length > 0 ? [{ kind: 'addSection', section, settings }] : [];
        }
        return [
            ...settings
                .filter(([key, value]) => known.get(key) !== value)
                .map(([key, value]) => ({ kind: 'setKey', section, key, value }) as const),
            ...unset.filter(key => known.setting(key) !== undefined).map(key => ({ kind: 'removeKey', section, key }) as const)
        ];
    };
    return { config: changesIn('config'), credentials: changesIn('credentials') };
}

/** The profile as it will be, for whoever has to know before it is written. */
export function drafted(name: string, { set, unset }: DraftedSettings, known: SectionSettings | undefined): SectionSettings {
    const profile = new SectionSettings(name);
    const kept = (known?.all() ?? []).filter(([key]) => !unset.includes(key));
    const add = (key: string, value: string, inCredentialsFile: boolean): void =>
        profile.add(new IniSection(BlockSection.of(name, key, value), 0), { file: '', inCredentialsFile, inherited: [] });
    kept.forEach(([key, value]) => add(key, value, known?.setting(key)?.inCredentialsFile === true));
    set.forEach(([key, value]) => add(key, value, fileFor(key, known) === 'credentials'));
    return profile;
}

/** The draft that would change nothing. */
export function draftOf(profile: SectionSettings): ProfileDraft {
    const common = { name: profile.name, exists: true, region: profile.get('region') };
    if (profile.has('role_arn') && !profile.has('web_identity_token_file')) {
        const [roleArn, mfaSerial, externalId] = ['role_arn', 'mfa_serial', 'external_id'].map(key => profile.get(key));
        return { kind: 'role', ...common, roleArn: roleArn ?? '', source: sourceOf(profile), mfaSerial, externalId };
    }
    const isOfKeys = profile.has('aws_access_key_id', 'aws_secret_access_key') || !profile.has(...OTHER_KINDS);
    return isOfKeys ? { kind: 'accessKeys', ...common, accessKeyId: '' } : { kind: 'region', ...common };
}

const OTHER_KINDS = [
    'web_identity_token_file',
    'sso_session',
    'sso_start_url',
    'sso_account_id',
    'sso_role_name',
    'login_session',
    'credential_process'
];

type Wanted = readonly [key: string, value: string | undefined];

function wanted(settings: readonly Wanted[]): DraftedSettings {
    return {
        set: settings.flatMap(([key, value]): ConfigSetting[] => value ? [[key, value]] : []),
        unset: settings.filter(([, value]) => !value).map(([key]) => key)
    };
}

function sourceOf(profile: SectionSettings): RoleSource {
    const machine = profile.get('credential_source');
    return machine === undefined ? { kind: 'profile', name: profile.get('source_profile') ?? '' } : { kind: 'machine', name: machine };
}
