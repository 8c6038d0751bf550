import { nls } from '@theia/core/lib/common/nls';
import { AwsFailure } from '../../../common/aws-accounts-error';
import type { IdentityCenterConnection } from '../../../common/aws-connection';
import { failureText } from '../../wording';
import { joined } from '../../wording/joined-text';
import { RowTone } from '../../wording/state-icon';
import { AccountsRow, RowAction } from './accounts-row';
import type { ListingProgress, ListingRequest } from './listed';
import { RowActions } from './row-actions';

/** The row that says how far a listing has come, below what has arrived; none when it is complete and not empty. */
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
        case 'missingScopes':
            return [
                row(
                    request,
                    'lock',
                    'attention',
                    nls.localize('theia/aws-accounts/assigned/missingScopes', 'This sign-in does not cover accounts and roles'),
                    RowActions.signIn(connection.id)
                )
            ];
        case 'failed':
            return [failureRow(request, progress.failure, connection)];
    }
}

/** With the one action that helps. */
function failureRow(request: ListingRequest, failure: AwsFailure, connection: IdentityCenterConnection): AccountsRow {
    const { message } = failureText(failure, connection);
    const action = AwsFailure.needsSignIn(failure) ? RowActions.signIn(connection.id) : RowActions.tryListingAgain(request);
    const drawn = row(request, 'warning', 'error', message, action);
    return {
        ...drawn,
        tooltip: joined([message, failure.detail], '\n'),
        spoken: joined([nls.localize('theia/aws-accounts/row/problem', 'Problem'), message], ': ')
    };
}

function row({ connectionId, accountId }: ListingRequest, icon: string, tone: RowTone, name: string, action?: RowAction): AccountsRow {
    return {
        id: `listing:${accountId ?? ''} ${connectionId}`,
        kind: tone === 'plain' || tone === 'busy' ? 'hint' : 'problem',
        icon,
        tone,
        name,
        detail: '',
        status: '',
        tooltip: name,
        spoken: name,
        actions: action === undefined ? [] : [RowActions.primary(action)],
        attributes: {},
        searchText: ''
    };
}

function loadingText({ accountId }: ListingRequest, count: number): string {
    if (accountId !== undefined) {
        return nls.localize('theia/aws-accounts/assigned/loadingRoles', 'Looking for roles…');
    }
    return count === 0
        ? nls.localize('theia/aws-accounts/assigned/loadingAccounts', 'Looking for accounts…')
        : nls.localize('theia/aws-accounts/assigned/loadingMore', '{0} accounts so far, looking for more…', count);
}

function emptyText({ accountId }: ListingRequest): string {
    return accountId === undefined
        ? nls.localize('theia/aws-accounts/assigned/noAccounts', 'No account is assigned to you')
        : nls.localize('theia/aws-accounts/assigned/noRoles', 'No role is assigned to you in this account');
}
