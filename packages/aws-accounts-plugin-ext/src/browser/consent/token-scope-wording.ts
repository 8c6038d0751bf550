import { nls } from '@theia/core/lib/common/nls';
import { AwsScopes, TokenServices } from 'theia-aws-accounts/lib/common';

/** Says in words what a token with these scopes opens: one sentence for each thing. Pure. */
export function openedByToken(scopes: readonly string[], services: TokenServices): string[] {
    const ofServices = services.filter(({ scopes: own }) => own.some(scope => scopes.includes(scope)));
    const known = [AwsScopes.ACCOUNT_ACCESS, ...ofServices.flatMap(service => service.scopes)];
    const unknown = AwsScopes.missing(scopes, known);
    return [
        ...scopes.includes(AwsScopes.ACCOUNT_ACCESS) ? [accountsText()] : [],
        ...ofServices.map(({ label }) =>
            nls.localize('theia/aws-accounts-plugin-ext/consent/opensService', 'The token lets it use {0} as you.', label)),
        ...unknown.length === 0 ? [] : [
            nls.localize(
                'theia/aws-accounts-plugin-ext/consent/opensScopes', 'The token opens whatever these scopes stand for: {0}.',
                unknown.join(', ')
            )
        ]
    ];
}

function accountsText(): string {
    return nls.localize(
        'theia/aws-accounts-plugin-ext/consent/opensAccounts',
        'The token lets it list all AWS accounts and roles that are assigned to you, and get credentials for each of them.'
    );
}
