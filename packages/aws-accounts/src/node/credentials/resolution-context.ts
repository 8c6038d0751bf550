import type { MfaCodeRequest } from '../../common/mfa';

/** Asks a person for a code. Resolves to `undefined` when they decide against it, or when `signal` is aborted. */
export type MfaPrompt = (request: MfaCodeRequest, signal: AbortSignal) => Promise<string | undefined>;

/** On whose behalf credentials are resolved. */
export interface ResolutionContext {
    /** Calls the resolution off, unless somebody else waits for it too. */
    readonly signal?: AbortSignal;
    /** Absent where nobody can be asked: what needs a code then fails with `mfaRequired`. */
    readonly askMfaCode?: MfaPrompt;
}

/** What a running resolution works with: its signal is the one of everybody who waits for it. */
export interface RunningContext extends ResolutionContext {
    readonly signal: AbortSignal;
}
