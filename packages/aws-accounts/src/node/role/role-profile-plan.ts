import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { IamProfileConnection } from '../../common/connection/aws-connection';
import { AwsRegion } from '../../common/region/aws-region';
import { RoleProfile, RoleProfileProposal, RoleProfileRequest } from '../../common/profile/role-profile';
import type { RememberedRoleProfile } from '../choices/remembered-choices';

/** Steps that make each role a profile. */
export interface RoleProfileChoices {
    /** One for each request, in their order. */
    readonly proposals: readonly RoleProfileProposal[];
    /** The profiles to write. */
    readonly written: readonly RememberedRoleProfile[];
}

/**
 * Finds the profiles that are these roles already, and names for those that are not; a role that is asked for twice gets one profile. Pure.
 *
 * @throws AwsAccountsError `invalidRequest` with the wrong part as its subject
 */
export function planRoleProfiles(profiles: readonly IamProfileConnection[], requests: readonly RoleProfileRequest[]): RoleProfileChoices {
    // Names that differ in case alone are told apart by tools, but not by people.
    const taken = new Set(profiles.map(({ name }) => name.toLowerCase()));
    const known = profiles
        .filter(isUsable)
        .map(({ name, ssoSession, accountId, roleName }) => ({ name, role: keyOf({ ssoSession, accountId, roleName }) }));
    const written: RememberedRoleProfile[] = [];
    const proposals = requests.map((request): RoleProfileProposal => {
        assertComplete(request);
        const same = known.filter(({ role }) => role === keyOf(request));
        const existing = request.profile === undefined ? same.at(0) : same.find(({ name }) => name === request.profile);
        if (existing !== undefined) {
            return { kind: 'existing', profile: existing.name };
        }
        const name = request.profile ?? RoleProfile.proposeName(request, candidate => taken.has(candidate.toLowerCase()));
        if (taken.has(name.toLowerCase())) {
            return { kind: 'nameTaken', profile: name };
        }
        taken.add(name.toLowerCase());
        known.push({ name, role: keyOf(request) });
        written.push({ name, settings: settingsOf(request) });
        return { kind: 'new', profile: name };
    });
    return { proposals, written };
}

/** A missing SSO session is no obstacle: it is written too. */
function isUsable({ source, problem }: IamProfileConnection): boolean {
    return source === 'ssoSession' && (problem === undefined || problem.kind === 'ssoSessionNotFound');
}

function keyOf({ ssoSession, accountId, roleName }: Partial<RoleProfileRequest>): string {
    return JSON.stringify([ssoSession, accountId, roleName]);
}

function settingsOf({ ssoSession, accountId, roleName, region }: RoleProfileRequest): RememberedRoleProfile['settings'] {
    return [['sso_session', ssoSession], ['sso_account_id', accountId], ['sso_role_name', roleName], ['region', region]];
}

function assertComplete({ accountId, roleName, region }: RoleProfileRequest): void {
    if (!/^\d{12}$/.test(accountId)) {
        throw AwsFailure.toError({ reason: 'invalidRequest', about: 'fileEntry', subject: accountId, detail: 'accountId' });
    }
    // The characters that IAM allows.
    if (!/^[\w+=,.@-]+$/.test(roleName)) {
        throw AwsFailure.toError({ reason: 'invalidRequest', about: 'fileEntry', subject: roleName, detail: 'roleName' });
    }
    if (!AwsRegion.isWellFormed(region)) {
        throw AwsFailure.toError({ reason: 'invalidRequest', about: 'fileEntry', subject: region, detail: 'region' });
    }
}
