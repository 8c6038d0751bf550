import type { AwsConnection } from '../connection/aws-connection';
import { AwsPartitions } from '../region/aws-partitions';
import type { TokenServiceHost, TokenServiceHostRule } from './token-service-host';

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
    /** Hosts on which it takes IAM credentials instead of a token. */
    readonly hostRule: TokenServiceHostRule;
}

/** Developer profiles of an IAM Identity Center sign-in, as a service uses them. */
export interface TokenServiceProfiles {
    /** The regions that are asked for profiles. */
    readonly regions: readonly string[];
    /** True when a profile is chosen right after the sign-in, or when something asks for one. */
    readonly when: 'signIn' | 'asked';
}

/** A token service on the machine of the backend. */
export interface TokenServiceHere extends TokenService {
    /** Present: the service takes the IAM profile of AWS services, and no token, because the backend runs there. */
    readonly host?: TokenServiceHost;
}

/** All token services of a product. The first one serves whatever names none. */
export type TokenServices = readonly [TokenServiceHere, ...TokenServiceHere[]];

/** The token services of this product: bound in both halves, from the same configuration. Rebind it to have others. */
export const ProductTokenServices = Symbol('ProductTokenServices');
export type ProductTokenServices = TokenServices;

/** The part of a requirement that leads to its service. */
interface ServiceWish {
    readonly service?: TokenServiceId;
    readonly scopes: readonly string[];
}

export namespace TokenServices {

    export const CODEWHISPERER: TokenService = {
        id: 'codeWhisperer',
        label: 'CodeWhisperer',
        scopes: ['codewhisperer:completions', 'codewhisperer:analysis'],
        methods: ['builderId', 'identityCenter'],
        profiles: { regions: AwsPartitions.AMAZON_Q_REGIONS, when: 'asked' },
        hostRule: 'iamOnAwsHosts'
    };

    export const DEFAULT: TokenServices = [CODEWHISPERER];

    /** The successor of CodeWhisperer from 2024: more scopes, and a developer profile after IAM Identity Center. */
    export const AMAZON_Q: TokenService = {
        id: 'amazonQ',
        label: 'Amazon Q Developer',
        scopes: ['completions', 'analysis', 'conversations', 'transformations', 'taskassist'].map(name => `codewhisperer:${name}`),
        methods: ['builderId', 'identityCenter'],
        profiles: { regions: AwsPartitions.AMAZON_Q_REGIONS, when: 'signIn' },
        hostRule: 'iamOnAwsHosts'
    };

    /**
     * Reads the table from a product's configuration. `awsAccounts.tokenService` names a preset or describes the service that the product
     * has in the place of CodeWhisperer; `awsAccounts.codeWhisperer` says `iam` or `token`: what that one takes. Other rows stay, except
     * one with the id of the product's service.
     *
     * @param config the application's configuration, unchecked; a description that is wrong is as good as none
     */
    export function ofProduct(config: unknown, table: TokenServices = DEFAULT): TokenServices {
        const { codeWhisperer, tokenService } = (config as ConfiguredProduct | undefined)?.awsAccounts ?? {};
        const service = tokenService === 'amazonQ' ? AMAZON_Q : described(tokenService) ?? CODEWHISPERER;
        const own: TokenService = codeWhisperer === 'iam' || codeWhisperer === 'token' ? { ...service, hostRule: codeWhisperer } : service;
        return own === CODEWHISPERER ? table : inPlaceOfCodeWhisperer(own, table);
    }

    function inPlaceOfCodeWhisperer(own: TokenService, table: TokenServices): TokenServices {
        const [first, ...others] = table.filter(({ id }) => id === CODEWHISPERER.id || id !== own.id)
            .map(row => row.id === CODEWHISPERER.id ? own : row);
        return [first, ...others];
    }

    /** A description with all that a service needs. @returns `undefined`: something of it is missing or wrong */
    function described(value: unknown): TokenService | undefined {
        const { id, label, scopes, startUrl, region, methods = CODEWHISPERER.methods, profiles } = (value ?? {}) as ConfiguredService;
        const right = typeof id === 'string' && /^[a-z][A-Za-z0-9]*$/.test(id) && id !== 'awsServices' && isText(label) && areTexts(scopes)
            && [startUrl, region].every(text => text === undefined || isText(text))
            && areTexts(methods) && methods.every(isMethod);
        return right ? {
            id, label, scopes, methods, hostRule: 'iamOnAwsHosts',
            ...isText(startUrl) && { startUrl }, ...isText(region) && { region }, ...profilesOf(profiles)
        } : undefined;
    }

    function profilesOf(value: unknown): Pick<TokenService, 'profiles'> {
        if (value === 'amazonQ') {
            return { profiles: AMAZON_Q.profiles };
        }
        return areTexts(value) ? { profiles: { regions: value, when: 'signIn' } } : {};
    }

    function isMethod(value: string): value is TokenMethod {
        return value === 'builderId' || value === 'identityCenter';
    }

    function isText(value: unknown): value is string {
        return typeof value === 'string' && value !== '';
    }

    function areTexts(value: unknown): value is readonly string[] {
        return Array.isArray(value) && value.length > 0 && value.every(isText);
    }

    export function find(services: TokenServices, id: TokenServiceId): TokenServiceHere | undefined {
        return services.find(service => service.id === id);
    }

    /** Finds the service that is named, or else the one whose scopes are asked for. @returns `undefined`: no service of the product */
    export function meant(services: TokenServices, { service: id, scopes }: ServiceWish): TokenServiceHere | undefined {
        return id === undefined ? mostOf(services, service => shared(scopes, service.scopes))
            ?? mostOf(services, service => shared(scopes.map(namespaceOf), service.scopes.map(namespaceOf)))
            : find(services, id);
    }

    /** The services that take a sign-in of this kind. */
    export function taking(services: TokenServices, kind: TokenMethod): TokenServiceHere[] {
        return services.filter(({ methods }) => methods.includes(kind));
    }

    /** The id inside of the name of something that belongs to the service: `awsCodeWhispererConnected`. */
    export function inName(id: TokenServiceId): string {
        return id.charAt(0).toUpperCase() + id.slice(1);
    }

    function mostOf(services: TokenServices, count: (service: TokenService) => number): TokenServiceHere | undefined {
        const most = Math.max(...services.map(count));
        return most === 0 ? undefined : services.find(service => count(service) === most);
    }

    function shared(wanted: readonly string[], own: readonly string[]): number {
        return wanted.filter(value => own.includes(value)).length;
    }

    function namespaceOf(scope: string): string {
        return scope.split(':')[0];
    }
}

interface ConfiguredProduct {
    readonly awsAccounts?: { readonly codeWhisperer?: unknown; readonly tokenService?: unknown };
}

type ConfiguredService = { readonly [name in keyof TokenService]?: unknown };
