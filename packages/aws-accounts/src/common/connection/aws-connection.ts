import type { ConfiguredEndpoint } from './configured-endpoint';
import type { ProfileProblem } from './profile-problem';
import type { ProfileRegion } from './profile-region';
import type { SourceLocation } from '../value/source-location';

/** Identifies a connection everywhere: stable across restarts, readable, never a secret. */
export type AwsConnectionId = string;

/** AWS Builder ID: an individual's sign-in. Gives a token for CodeWhisperer and never IAM credentials. */
export interface BuilderIdConnection {
    readonly kind: 'builderId';
    readonly id: AwsConnectionId;
    readonly startUrl: string;
    readonly region: string;
}

/** IAM Identity Center: an enterprise sign-in, one for each SSO session. */
export interface IdentityCenterConnection {
    readonly kind: 'identityCenter';
    readonly id: AwsConnectionId;
    /** Name of the SSO session, for example `corp` of `[sso-session corp]`. */
    readonly name: string;
    readonly startUrl: string;
    readonly region: string;
    /** Place of `[sso-session <name>]`; absent for a sign-in that only this product knows. */
    readonly location?: SourceLocation;
    readonly problem?: ProfileProblem;
}

/** The way in which a profile obtains its credentials. */
export type IamProfileSource =
    | 'accessKeys'
    | 'sessionToken'
    | 'assumeRole'
    | 'ssoSession'
    | 'ssoLegacy'
    | 'process'
    | 'webIdentity'
    | 'loginSession'
    | 'none';

/** Credentials of the backend's environment: names of variables, never their values. */
export interface EnvironmentOrigin {
    readonly kind: 'keys' | 'webIdentity' | 'container' | 'instance';
    readonly variables: readonly string[];
}

/** A profile of the shared config files, or the environment that the backend runs in, as a way to call AWS. */
export interface IamProfileConnection {
    readonly kind: 'iamProfile';
    readonly id: AwsConnectionId;
    readonly name: string;
    readonly source: IamProfileSource | 'environment';
    /** Present when `source` is `environment`. */
    readonly environment?: EnvironmentOrigin;
    readonly region: ProfileRegion;
    /** Account named by the files (`sso_account_id`, `role_arn`); the account AWS confirms is in the state. */
    readonly accountId?: string;
    readonly roleName?: string;
    /** Name of the SSO session or start URL that the profile's credentials come from, directly or through its source profiles. */
    readonly ssoSession?: string;
    /** The session of the console sign-in that they come from, in the same way: the ARN of its principal. */
    readonly loginSession?: string;
    readonly sourceProfile?: string;
    /** The profile, or one it goes through, names an `mfa_serial`. */
    readonly needsMfa?: boolean;
    /** Every section that contributes to the profile, the config file first. */
    readonly locations: readonly SourceLocation[];
    /** This product wrote the profile into the config file. */
    readonly ours?: boolean;
    /** Commands that change or destroy something ask first. */
    readonly production?: ProductionMark;
    /** Endpoints that calls go to instead of AWS because the files say so, unless the environment overrides them. */
    readonly endpoints?: readonly ConfiguredEndpoint[];
    /** No configured endpoint counts for the profile, not even one of the environment. */
    readonly ignoresEndpoints?: boolean;
    readonly problem?: ProfileProblem;
}

/** `true`: the person marked the profile. `'presumed'`: they may have, but what they marked could not be read. */
export type ProductionMark = boolean | 'presumed';

/** A live way to call AWS, told apart by `kind`. */
export type AwsConnection = BuilderIdConnection | IdentityCenterConnection | IamProfileConnection;

/** A connection that gives a bearer token. */
export type TokenConnection = BuilderIdConnection | IdentityCenterConnection;

export namespace AwsConnection {

    /** The one Builder ID connection of a user. */
    export const BUILDER_ID: AwsConnectionId = 'builder-id';

    /**
     * Its SSO session. AWS's own language servers reserve the name, so that no configured session can have it. Failures carry it as their
     * subject; a person reads "AWS Builder ID" instead.
     */
    export const BUILDER_ID_SESSION = '__RESERVED__AwsBuilderId';

    /** The one connection for what the environment of the backend says. */
    export const ENVIRONMENT: AwsConnectionId = 'environment';

    /** Id of the connection for the profile `name`. */
    export function profileId(name: string): AwsConnectionId {
        return `profile:${name}`;
    }

    /** Id of the connection for the SSO session `name`. */
    export function ssoSessionId(name: string): AwsConnectionId {
        return `sso-session:${name}`;
    }

    export function isToken(connection: AwsConnection): connection is TokenConnection {
        return connection.kind !== 'iamProfile';
    }

    export function isIam(connection: AwsConnection): connection is IamProfileConnection {
        return connection.kind === 'iamProfile';
    }

    /** Tells whether it is what the backend's own environment says, and no profile. */
    export function isEnvironment(connection: AwsConnection): boolean {
        return connection.kind === 'iamProfile' && connection.source === 'environment';
    }

    /** Tells whether the connection is one to be careful with. */
    export function isProduction(connection: AwsConnection): boolean {
        return connection.kind === 'iamProfile' && (connection.production ?? false) !== false;
    }

    /** Problem that keeps the connection from being used at all, as far as the files tell. */
    export function problem(connection: AwsConnection): ProfileProblem | undefined {
        return connection.kind === 'builderId' ? undefined : connection.problem;
    }
}
