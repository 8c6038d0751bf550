import { IdentityVariables } from '../../common/connection/identity-variables';
import { ProfileRegion } from '../../common/connection/profile-region';
import type { CredentialDelivery } from './credential-delivery';

/** The place at which a tool finds the credentials of a profile that it cannot resolve by name. */
export interface EndpointPlace extends CredentialFreeFiles {
    readonly url: string;
    readonly tokenFile: string;
}

/** Files in which tools find no credentials, so that they turn to what they ask last. */
export interface CredentialFreeFiles {
    /** A config file with the profile in it, without anything by which credentials could be resolved. */
    readonly configFile: string;
    /** An empty file. */
    readonly credentialsFile: string;
}

export interface ToolTarget {
    readonly profile: string;
    readonly region: ProfileRegion;
    readonly reach: CredentialDelivery;
    /** Present when `reach` is `endpoint`. */
    readonly place?: EndpointPlace;
}

/** They win over the address that names a host. */
const OTHER_CONTAINER = ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_AUTHORIZATION_TOKEN'];

/**
 * The variables by which tools act as a profile.
 *
 * @param inherited what the process would have without them; only what is there is taken away
 */
export function toolVariables({ profile, region, reach, place }: ToolTarget, inherited: NodeJS.ProcessEnv): { [name: string]: string } {
    // They win over `AWS_PROFILE` in the AWS CLI and in SDKs: with them a tool would be somebody else than its label says.
    const { KEYS, WEB_IDENTITY } = IdentityVariables;
    const unwanted = [...(reach.fromEnvironment ? [] : KEYS), ...WEB_IDENTITY, ...(place ? OTHER_CONTAINER : [])];
    return {
        ...Object.fromEntries(unwanted.filter(name => inherited[name]).map(name => [name, ''])),
        AWS_PROFILE: profile,
        // Older tools read this one first.
        ...(inherited.AWS_DEFAULT_PROFILE ? { AWS_DEFAULT_PROFILE: profile } : {}),
        ...regionVariables(region),
        ...(place ? placeVariables(place) : {})
    };
}

/**
 * The variables by which tools act as the environment that they inherit: its keys and addresses stay. A profile that is named there goes,
 * since SDKs prefer it to keys.
 *
 * @param files in which tools find nothing; for what they ask after the profile `default`
 */
export function environmentVariables(
    region: ProfileRegion,
    inherited: NodeJS.ProcessEnv,
    files?: CredentialFreeFiles
): { [name: string]: string } {
    return {
        ...Object.fromEntries(['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].filter(name => inherited[name]).map(name => [name, ''])),
        ...regionVariables(region),
        ...(files ? fileVariables(files) : {})
    };
}

/** A region that nobody named is not made up. Some SDKs know only the second variable. */
function regionVariables(region: ProfileRegion): { [name: string]: string } {
    const named = ProfileRegion.named(region);
    return named === undefined ? {} : { AWS_REGION: named, AWS_DEFAULT_REGION: named };
}

function fileVariables({ configFile, credentialsFile }: CredentialFreeFiles): { [name: string]: string } {
    return { AWS_CONFIG_FILE: configFile, AWS_SHARED_CREDENTIALS_FILE: credentialsFile };
}

/**
 * Tools look for a container last. Files of their own keep them from finding the keys of a profile first, and thereby somebody else: of
 * `careful` with `mfa_serial` they would sign with the plain keys.
 */
function placeVariables({ url, tokenFile, ...files }: EndpointPlace): { [name: string]: string } {
    return {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: url,
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
        ...fileVariables(files)
    };
}
