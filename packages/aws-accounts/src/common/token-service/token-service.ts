import type { AwsConnection } from '../connection/aws-connection';
import { AwsPartitions } from '../region/aws-partitions';
import type { TokenServicePlatformRule } from './token-service-platform';

/** Identifies a token service in stored choices, context keys, command ids and the public API. Letters and digits, the first one small. */
export type TokenServiceId = string;

/** A way to sign in that gives a bearer token. */
export type TokenMethod = Exclude<AwsConnection['kind'], 'iamProfile'>;

/** A service that works with a bearer token, as data: everything that this product knows of it. */
export interface TokenService {
    readonly id: TokenServiceId;
    /** The name that people know it by. Every text takes it from here. */
    readonly label: string;
    /** A sign-in for the service asks for these scopes. The part before the colon tells them from those of other services. */
    readonly scopes: readonly string[];
    /** Filled in for an IAM Identity Center sign-in, unless the person's settings say something else. */
    readonly startUrl?: string;
    readonly region?: string;
    /** The ways to sign in that the service takes. */
    readonly methods: readonly TokenMethod[];
    /** Amazon Q's developer profiles; absent: the service has none. */
    readonly profiles?: TokenServiceProfiles;
    /** Platforms on which it takes IAM credentials instead of a token. */
    readonly hostRule: TokenServicePlatformRule;
}

/** Developer profiles of an IAM Identity Center sign-in, as a service uses them. */
export interface TokenServiceProfiles {
    /** The regions that are asked for profiles. */
    readonly regions: readonly string[];
    /** True when a profile is chosen right after the sign-in, or when something asks for one. */
    readonly when: 'signIn' | 'asked';
}

export namespace TokenMethod {

    export const ALL: readonly TokenMethod[] = ['builderId', 'identityCenter'];

    export function is(value: unknown): value is TokenMethod {
        return ALL.some(method => method === value);
    }
}

export namespace TokenServiceProfiles {

    /** Those of Amazon Q, chosen right after the sign-in. */
    export const AMAZON_Q: TokenServiceProfiles = { regions: AwsPartitions.AMAZON_Q_REGIONS, when: 'signIn' };
}

type Description = { readonly [name in keyof TokenService]?: unknown };

/** The service that a product's configuration describes, unchecked. @returns `undefined`: something that it needs is missing or wrong */
export function describedTokenService(value: unknown): TokenService | undefined {
    const { id, label, scopes, startUrl, region, methods = TokenMethod.ALL, profiles } = (value ?? {}) as Description;
    const right = isId(id) && isText(label) && areTexts(scopes)
        && [startUrl, region].every(text => text === undefined || isText(text))
        && areTexts(methods) && methods.every(TokenMethod.is);
    return right ? {
        id, label, scopes, methods, hostRule: 'iamOnAwsHosts',
        ...isText(startUrl) && { startUrl }, ...isText(region) && { region }, ...profilesOf(profiles)
    } : undefined;
}

function profilesOf(value: unknown): Pick<TokenService, 'profiles'> {
    if (value === 'amazonQ') {
        return { profiles: TokenServiceProfiles.AMAZON_Q };
    }
    return areTexts(value) ? { profiles: { regions: value, when: 'signIn' } } : {};
}

/** `awsServices` is the use that no token service serves. */
function isId(value: unknown): value is string {
    return typeof value === 'string' && /^[a-z][A-Za-z0-9]*$/.test(value) && value !== 'awsServices';
}

function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}

function areTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.length > 0 && value.every(isText);
}
