/** Variables by which the AWS CLI and SDKs learn as whom to act. One table, so that what gives them and what compares them agree. */
export namespace IdentityVariables {

    export const PROFILE = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'] as const;

    /** `AWS_SECURITY_TOKEN` is the older name of the session token. */
    export const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SECURITY_TOKEN', 'AWS_SESSION_TOKEN'] as const;

    export const WEB_IDENTITY = ['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN'] as const;

    /** Each of them alone leads to a container's credentials. */
    export const CONTAINER_ADDRESS = ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'] as const;

    export const CONTAINER = [
        ...CONTAINER_ADDRESS, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', 'AWS_CONTAINER_AUTHORIZATION_TOKEN'
    ] as const;

    /** Each of them alone says as whom. */
    export const DECIDING: readonly string[] = [...PROFILE, 'AWS_ACCESS_KEY_ID', 'AWS_WEB_IDENTITY_TOKEN_FILE', ...CONTAINER_ADDRESS];

    /** All that make somebody else of a process, with the files and endpoints that credentials come from. */
    export const ALL: readonly string[] = [
        ...PROFILE, ...KEYS, ...WEB_IDENTITY, 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', ...CONTAINER, 'AWS_ENDPOINT_URL',
        'AWS_ENDPOINT_URL_STS'
    ];
}
