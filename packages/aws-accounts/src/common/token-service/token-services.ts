import { describedTokenService, TokenMethod, TokenService, TokenServiceId, TokenServiceProfiles } from './token-service';
import type { TokenServicePlatform } from './token-service-platform';

/** A token service on the machine of the backend. */
export interface TokenServiceHere extends TokenService {
    /** Present: the service takes the IAM profile of AWS services, and no token, because the backend runs on this platform. */
    readonly host?: TokenServicePlatform;
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
        methods: TokenMethod.ALL,
        profiles: { ...TokenServiceProfiles.AMAZON_Q, when: 'asked' },
        hostRule: 'iamOnAwsHosts'
    };

    export const DEFAULT: TokenServices = [CODEWHISPERER];

    /** The successor of CodeWhisperer from 2024: more scopes, and a developer profile after IAM Identity Center. */
    export const AMAZON_Q: TokenService = {
        id: 'amazonQ',
        label: 'Amazon Q Developer',
        scopes: ['completions', 'analysis', 'conversations', 'transformations', 'taskassist'].map(name => `codewhisperer:${name}`),
        methods: TokenMethod.ALL,
        profiles: TokenServiceProfiles.AMAZON_Q,
        hostRule: 'iamOnAwsHosts'
    };

    /** Services that a product's configuration names by their id alone. */
    const PRESETS: readonly TokenService[] = [AMAZON_Q];

    /**
     * Reads the table from a product's configuration. `awsAccounts.tokenService` names a preset or describes the service that the product
     * has in the place of CodeWhisperer; `awsAccounts.codeWhisperer` says `iam` or `token`: what that one takes. Other rows stay, except
     * one with the id of the product's service.
     *
     * @param config the application's configuration, unchecked; a description that is wrong is as good as none
     */
    export function ofProduct(config: unknown, table: TokenServices = DEFAULT): TokenServices {
        const { codeWhisperer, tokenService } = (config as ConfiguredProduct | undefined)?.awsAccounts ?? {};
        const preset = PRESETS.find(({ id }) => id === tokenService);
        const service = preset ?? describedTokenService(tokenService) ?? CODEWHISPERER;
        const own: TokenService = codeWhisperer === 'iam' || codeWhisperer === 'token' ? { ...service, hostRule: codeWhisperer } : service;
        return own === CODEWHISPERER ? table : inPlaceOfCodeWhisperer(own, table);
    }

    function inPlaceOfCodeWhisperer(own: TokenService, table: TokenServices): TokenServices {
        const [first, ...others] = table.filter(({ id }) => id === CODEWHISPERER.id || id !== own.id)
            .map(row => row.id === CODEWHISPERER.id ? own : row);
        return [first, ...others];
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
