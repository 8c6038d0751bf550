import type { MfaCodeRequest } from '../../../common/connection/mfa';
import type { ServiceEndpoints } from '../../http/service-endpoints';
import type { SectionSettings } from '../../shared-config/profile-settings';

/** Asks a person for a code. Resolves to `undefined` when they decide against it, or when `signal` is aborted. */
export type MfaPrompt = (request: MfaCodeRequest, signal: AbortSignal) => Promise<string | undefined>;

/** On whose behalf credentials are resolved. */
export interface ResolutionContext {
    /** Calls the resolution off, unless somebody else waits for it too. */
    readonly signal?: AbortSignal;
    /** Absent where nobody can be asked: what needs a code then fails with `mfaRequired`. */
    readonly askMfaCode?: MfaPrompt;
}

/** Context of a running resolution: its signal is shared by all callers that wait for it. */
export interface RunningContext extends ResolutionContext {
    readonly signal: AbortSignal;
    /** `ca_bundle` of the profile that is resolved: as with the AWS CLI, calls for the profiles that it goes through trust it too. */
    readonly caBundle?: string;
    /** Endpoints of the profile that is used, for calls of its source profiles too; absent: those of the environment. */
    readonly endpoints?: ServiceEndpoints;
}

/** The certificate authorities for a call that is made for `profile`, on the way to the profile that is resolved. */
export function caBundleFor(profile: Pick<SectionSettings, 'get'>, { caBundle }: Pick<RunningContext, 'caBundle'>): string | undefined {
    return caBundle ?? profile.get('ca_bundle');
}
