import type { AwsConnection } from '../connection/aws-connection';
import type { AwsUse } from './connection-use';
import { TokenServices } from './token-services';

/** The SSO registration scopes that this product asks for beside those of the token services. */
export namespace AwsScopes {

    /** List the accounts and roles assigned to a user and get credentials for them (IAM Identity Center only). */
    export const ACCOUNT_ACCESS = 'sso:account:access';

    /** Least scopes with which CodeWhisperer suggests code. */
    export const CODEWHISPERER = TokenServices.CODEWHISPERER.scopes;

    /**
     * The scopes to ask for when a connection of `kind` is signed in for `use`, without more than that use needs. A Builder ID that is
     * signed in for nothing in particular is for the first service that takes it, since it is good for nothing else.
     */
    export function forSignIn(kind: AwsConnection['kind'], use: AwsUse | undefined, services: TokenServices): readonly string[] {
        const named = use === undefined ? undefined : TokenServices.find(services, use);
        switch (kind) {
            case 'builderId':
                return (named ?? TokenServices.taking(services, kind)[0])?.scopes ?? [];
            case 'identityCenter':
                return [ACCOUNT_ACCESS, ...named?.scopes ?? []];
            case 'iamProfile':
                return [];
        }
    }

    /** Detail of a failure: the sign-in that is there opens more than what is asked for, and needs one of its own beside it. */
    export const OWN_SIGN_IN = 'ownSignIn';

    /** Tells whether a token lets its holder list accounts and get credentials for their roles, which was not asked for. */
    export function opensMore(granted: readonly string[], asked: readonly string[]): boolean {
        return granted.includes(ACCOUNT_ACCESS) && !asked.includes(ACCOUNT_ACCESS);
    }

    /** Both sets, each scope once, in a stable order: what one consent has to cover so that nothing granted before is lost. */
    export function union(...sets: readonly (readonly string[])[]): string[] {
        return [...new Set(sets.flat())].sort();
    }

    /** The scopes of `required` that `granted` lacks. */
    export function missing(required: readonly string[], granted: readonly string[]): string[] {
        return required.filter(scope => !granted.includes(scope));
    }
}
