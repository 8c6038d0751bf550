import type { EnvironmentOrigin } from '../../../common/connection/aws-connection';
import { IdentityVariables } from '../../../common/connection/identity-variables';

/** Variables of a process. */
export type Variables = { readonly [name: string]: string | undefined };

const KEYS = [...IdentityVariables.KEYS, 'AWS_CREDENTIAL_EXPIRATION'];
const WEB_IDENTITY = [...IdentityVariables.WEB_IDENTITY, 'AWS_ROLE_SESSION_NAME'];
/**
 * Every machine may be an instance; these say that the metadata service is meant to be asked. Cloud9 sets its own for all that it starts.
 */
const INSTANCE = ['AWS_EC2_METADATA_SERVICE_ENDPOINT', 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE', 'C9_PROJECT', 'C9_PID'];

/**
 * Credentials that the variables tell of, in the order in which the AWS CLI looks. Pure: nothing is asked, so that the metadata of an
 * instance is not touched before somebody uses it. An empty variable counts as unset.
 */
export function environmentOrigin(variables: Variables): EnvironmentOrigin | undefined {
    const set = (names: readonly string[]): string[] => names.filter(name => variables[name]);
    if (variables.AWS_ACCESS_KEY_ID) {
        return { kind: 'keys', variables: set(KEYS) };
    }
    if (variables.AWS_WEB_IDENTITY_TOKEN_FILE) {
        return { kind: 'webIdentity', variables: set(WEB_IDENTITY) };
    }
    if (variables.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || variables.AWS_CONTAINER_CREDENTIALS_FULL_URI) {
        return { kind: 'container', variables: set(IdentityVariables.CONTAINER) };
    }
    return set(INSTANCE).length > 0 && !isMetadataDisabled(variables) ? { kind: 'instance', variables: set(INSTANCE) } : undefined;
}

export function isMetadataDisabled({ AWS_EC2_METADATA_DISABLED: disabled }: Variables): boolean {
    return disabled?.toLowerCase() === 'true';
}

