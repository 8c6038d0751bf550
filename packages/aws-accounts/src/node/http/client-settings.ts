import type { STSClientConfig } from '@aws-sdk/client-sts';

/** The source that decides a setting which an SDK client would read from the environment and the default profile by itself. */
type SettingDecision =
    /** This product says it, for every call alike. */
    | 'ours'
    /** The environment says it, else the profile that a call is for; calls of no profile take none of a profile's. */
    | 'profile'
    /** It does not apply to the services that are called, or is left out, whatever files and environment say. */
    | 'off';

/** One setting of the SDK. */
interface ClientSetting {
    readonly decision: SettingDecision;
    readonly variables: readonly string[];
    /** The keys in the shared config file. */
    readonly keys: readonly string[];
    /** The option of a client that keeps it from reading; absent: the clients that are made here read no such setting. */
    readonly option?: keyof STSClientConfig;
}

/**
 * Every setting that SDK clients read from files or environment, and whose word counts. A spec fails when a client asks for a variable
 * that is not here, or reads a file at all. Source: "Settings reference", AWS SDKs and Tools Reference Guide.
 */
export const CLIENT_SETTINGS: { readonly [setting: string]: ClientSetting } = {
    region: { decision: 'ours', variables: ['AWS_REGION', 'AWS_DEFAULT_REGION'], keys: ['region'], option: 'region' },
    endpoint: {
        decision: 'profile',
        variables: ['AWS_ENDPOINT_URL', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'],
        keys: ['endpoint_url', 'services', 'ignore_configured_endpoint_urls'],
        option: 'endpoint'
    },
    fips: { decision: 'profile', variables: ['AWS_USE_FIPS_ENDPOINT'], keys: ['use_fips_endpoint'], option: 'useFipsEndpoint' },
    dualstack: {
        decision: 'profile', variables: ['AWS_USE_DUALSTACK_ENDPOINT'], keys: ['use_dualstack_endpoint'], option: 'useDualstackEndpoint'
    },
    maxAttempts: { decision: 'ours', variables: ['AWS_MAX_ATTEMPTS'], keys: ['max_attempts'], option: 'maxAttempts' },
    retryMode: { decision: 'ours', variables: ['AWS_RETRY_MODE'], keys: ['retry_mode'], option: 'retryMode' },
    defaultsMode: { decision: 'ours', variables: ['AWS_DEFAULTS_MODE'], keys: ['defaults_mode'], option: 'defaultsMode' },
    userAgentAppId: { decision: 'off', variables: ['AWS_SDK_UA_APP_ID'], keys: ['sdk_ua_app_id'], option: 'userAgentAppId' },
    authSchemePreference: {
        decision: 'off', variables: ['AWS_AUTH_SCHEME_PREFERENCE'], keys: ['auth_scheme_preference'], option: 'authSchemePreference'
    },
    sigv4aRegionSet: {
        decision: 'off', variables: ['AWS_SIGV4A_SIGNING_REGION_SET'], keys: ['sigv4a_signing_region_set'], option: 'sigv4aSigningRegionSet'
    },
    clockSkewCorrection: {
        decision: 'ours',
        variables: ['AWS_DISABLE_CLOCK_SKEW_CORRECTION'],
        keys: ['disable_clock_skew_correction'],
        option: 'disableClockSkewCorrection'
    },
    stsRegionalEndpoints: { decision: 'off', variables: ['AWS_STS_REGIONAL_ENDPOINTS'], keys: ['sts_regional_endpoints'] },
    accountIdEndpointMode: { decision: 'off', variables: ['AWS_ACCOUNT_ID_ENDPOINT_MODE'], keys: ['account_id_endpoint_mode'] },
    requestCompression: {
        decision: 'off',
        variables: ['AWS_DISABLE_REQUEST_COMPRESSION', 'AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES'],
        keys: ['disable_request_compression', 'request_min_compression_size_bytes']
    },
    checksums: {
        decision: 'off',
        variables: ['AWS_REQUEST_CHECKSUM_CALCULATION', 'AWS_RESPONSE_CHECKSUM_VALIDATION'],
        keys: ['request_checksum_calculation', 'response_checksum_validation']
    }
};

/** The options that say it for every client, before those of one service, region and profile. */
export const FIXED_OPTIONS = {
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    maxAttempts: 3,
    retryMode: 'standard',
    defaultsMode: 'standard',
    disableClockSkewCorrection: false,
    userAgentAppId: async (): Promise<undefined> => undefined,
    authSchemePreference: async (): Promise<string[]> => []
} as const;
