import { nls } from '@theia/core/lib/common/nls';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { IdentityCenterConnection } from '../../../common/connection/aws-connection';
import { failureText } from '../../wording';
import { failureDetail } from '../../wording/failure/failure-detail';
import { joined } from '../../wording/text/joined-text';
import { RowTone } from '../../wording/connection/state-icon';
import { AccountsRow } from './accounts-row';
import type { ListingProgress } from './listed';
import type { ListingRequest } from './action/listing-request';
import { RoleActions } from './action/role-actions';
import { RowAction } from './action/row-action';
import { SignInActions } from './action/sign-in-actions';
import { Labels } from '../../wording/text/labels';

/** Makes the row that tells the progress of a listing, below the rows that have arrived; none when it is complete and not empty. */
export function progressRows(
    request: ListingRequest,
    progress: ListingProgress,
    count: number,
    connection: IdentityCenterConnection
): AccountsRow[] {
    switch (progress.kind) {
        case 'loading':
            return [row(request, 'sync~spin', 'busy', loadingText(request, count))];
        case 'listed':
            return count > 0 ? [] : [row(request, 'circle-slash', 'plain', emptyText(request))];
        case 'tokenOnly':
            return [row(request, 'circle-slash', 'plain', tokenOnlyText())];
        case 'missingScopes':
            return [row(request, 'lock', 'attention', missingScopesText(), SignInActions.signIn(connection.id))];
        case 'failed':
            return [failureRow(request, progress.failure, connection)];
    }
}

/** Offers the one action that helps against the failure. */
function failureRow(request: ListingRequest, failure: AwsFailure, connection: IdentityCenterConnection): AccountsRow {
    const { message } = failureText(failure, connection);
    const action = AwsFailure.needsSignIn(failure) ? SignInActions.signIn(connection.id) : RoleActions.tryListingAgain(request);
    const drawn = row(request, 'warning', 'error', message, action);
    return {
        ...drawn,
        tooltip: () => joined([message, failureDetail(failure)], '\n'),
        spoken: () => joined([Labels.problem(), message], ': ')
    };
}

function row({ connectionId, accountId }: ListingRequest, icon: string, tone: RowTone, name: string, action?: RowAction): AccountsRow {
    const kind = tone === 'plain' || tone === 'busy' ? 'hint' : 'problem';
    const actions = action === undefined ? [] : [RowAction.primary(action)];
    return AccountsRow.named(`listing:${accountId ?? ''} ${connectionId}`, kind, name, { icon, tone, actions: () => actions });
}

function loadingText({ accountId }: ListingRequest, count: number): string {
    if (accountId !== undefined) {
        return nls.localize('theia/aws-accounts/assigned/loadingRoles', 'Looking for roles…');
    }
    return count === 0
        ? nls.localize('theia/aws-accounts/assigned/loadingAccounts', 'Looking for accounts…')
        : nls.localize('theia/aws-accounts/assigned/loadingMore', '{0} accounts so far, looking for more…', count);
}

function missingScopesText(): string {
    return nls.localize('theia/aws-accounts/assigned/missingScopes', 'This sign-in does not cover accounts and roles');
}

function tokenOnlyText(): string {
    return nls.localize(
        'theia/aws-accounts/assigned/tokenOnly',
        'This session signs in with AWS Builder ID: it gives a token, and no accounts and roles'
    );
}

function emptyText({ accountId }: ListingRequest): string {
    return accountId === undefined
        ? nls.localize('theia/aws-accounts/assigned/noAccounts', 'No account is assigned to you')
        : nls.localize('theia/aws-accounts/assigned/noRoles', 'No role is assigned to you in this account');
}
