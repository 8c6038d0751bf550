/** Settings that a test or a person may change while the emulator runs. Durations are in seconds. */
export interface EmulatorSettings {
    /** Lifetime of an access token; AWS: 1 hour. */
    accessTokenLifetime: number;
    /** Lifetime of the server's session, and so of refreshing. */
    sessionLifetime: number;
    /** Lifetime of a client registration; AWS: 90 days. */
    registrationLifetime: number;
    deviceCodeLifetime: number;
    /** The pause between two polls that the server asks for. */
    pollInterval: number;
    roleCredentialsLifetime: number;
    /** A refresh ends the old refresh token. Without rotation it stays good beside the new one. */
    rotateRefreshTokens: boolean;
    /** Leave the refresh token out of the answers to a refresh; the old one stays good. */
    omitRefreshToken: boolean;
    /** Send `x-amzn-errortype` with errors; proxies are known to strip it. */
    errorTypeHeader: boolean;
    /** Portal calls allowed in a second; beyond it the answer is 429. 0: no limit. */
    portalCallsPerSecond: number;
    /** CodeWhisperer refuses the calls of Identity Center that name no developer profile. */
    requireDeveloperProfile: boolean;
    /** No directory has a developer profile, as where its administrator made none. */
    withoutDeveloperProfiles: boolean;
    /** Reason why CodeWhisperer refuses everybody: `feature`, `subscription`, `suspended`; empty: it does not. */
    codeWhispererRefusal: string;
    /** Regions in which CodeWhisperer answers 503, with commas between them. */
    regionsDown: string;
    /** Name of the IAM user who signs in to the console. */
    consoleUser: string;
    /** The word with which AWS Sign-In refuses to begin a session, for example `INSUFFICIENT_PERMISSIONS`; empty: it does not. */
    consoleRefusal: string;
    /** Lifetime of the credentials of a console sign-in; AWS: 15 minutes. */
    consoleCredentialsLifetime: number;
    /** Lifetime of a console sign-in, and so of renewing; AWS: 12 hours. */
    consoleSessionLifetime: number;
}

export const defaultSettings: EmulatorSettings = {
    accessTokenLifetime: 3600,
    sessionLifetime: 8 * 3600,
    registrationLifetime: 90 * 24 * 3600,
    deviceCodeLifetime: 600,
    pollInterval: 1,
    roleCredentialsLifetime: 3600,
    rotateRefreshTokens: true,
    omitRefreshToken: false,
    errorTypeHeader: true,
    portalCallsPerSecond: 0,
    requireDeveloperProfile: false,
    withoutDeveloperProfiles: false,
    codeWhispererRefusal: '',
    regionsDown: '',
    consoleUser: 'dev',
    consoleRefusal: '',
    consoleCredentialsLifetime: 900,
    consoleSessionLifetime: 12 * 3600
};
