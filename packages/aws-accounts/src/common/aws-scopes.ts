import type { AwsConnection } from './aws-connection';
import type { AwsUse } from './connection-use';

/** The SSO registration scopes that this product asks for. Nowhere else is a scope spelled out. */
export namespace AwsScopes {

    /** List the accounts and roles assigned to a user and get credentials for them (IAM Identity Center only). */
    export const ACCOUNT_ACCESS = 'sso:account:access';

    /** What CodeWhisperer needs at least to suggest code. */
    export const CODEWHISPERER: readonly string[] = ['codewhisperer:completions', 'codewhisperer:analysis'];

    /** Whether the scope is one of CodeWhisperer's, of those above or not. */
    export function isCodeWhisperer(scope: string): boolean {
        return scope.startsWith('codewhisperer:');
    }

    /** The scopes to ask for when a connection of `kind` is signed in for `use`, without more than that use needs. */
    export function forSignIn(kind: AwsConnection['kind'], use: AwsUse | undefined): readonly string[] {
        if (kind === 'builderId') {
            return CODEWHISPERER;
        }
        return use === 'codeWhisperer' ? [ACCOUNT_ACCESS, ...CODEWHISPERER] : [ACCOUNT_ACCESS];
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
