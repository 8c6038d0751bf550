import { inject, injectable } from '@theia/core/shared/inversify';
import type { AssignedAccount, AssignedRole } from '../../common/connection/assigned-role';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { SsoSession } from '../shared-config/sso-session';
import { PortalCall, PortalCalls } from './portal-calls';
import type { FetchPages } from './shared-listing';

/** The most that the portal gives at once. */
const PAGE_SIZE = 100;

/** Ten times what the largest organization has (50,000 accounts). */
const MOST_PAGES = 5000;

interface Page<T> {
    readonly items: readonly T[];
    readonly nextToken: string | undefined;
}

/** Fetches accounts and roles page by page. */
@injectable()
export class PortalPages {

    @inject(PortalCalls) protected readonly calls: PortalCalls;

    accounts(session: SsoSession): FetchPages<AssignedAccount> {
        return this.fetching(session, nextToken => async (client, accessToken, abortSignal) => {
            const { ListAccountsCommand } = await import('@aws-sdk/client-sso');
            const reply = await client.send(new ListAccountsCommand({ accessToken, nextToken, maxResults: PAGE_SIZE }), { abortSignal });
            const items = (reply.accountList ?? []).flatMap(({ accountId, accountName, emailAddress }) =>
                accountId ? { accountId, name: accountName || accountId, email: emailAddress } : []);
            return { items, nextToken: reply.nextToken };
        });
    }

    roles(session: SsoSession, accountId: string): FetchPages<AssignedRole> {
        return this.fetching(session, nextToken => async (client, accessToken, abortSignal) => {
            const { ListAccountRolesCommand } = await import('@aws-sdk/client-sso');
            const reply = await client.send(new ListAccountRolesCommand({ accessToken, accountId, nextToken, maxResults: PAGE_SIZE }), {
                abortSignal
            });
            const items = (reply.roleList ?? []).flatMap(({ roleName }) => (roleName ? { accountId, roleName } : []));
            return { items, nextToken: reply.nextToken };
        });
    }

    /** The portal ends a list with `null` for the next token. */
    protected fetching<T>(session: SsoSession, page: (nextToken: string | undefined) => PortalCall<Page<T>>): FetchPages<T> {
        return async (signal, onPage) => {
            let nextToken: string | undefined;
            const seen = new Set<string>();
            do {
                const { items, nextToken: next } = await this.calls.make(session, signal, page(nextToken));
                onPage(items);
                nextToken = next || undefined;
                if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= MOST_PAGES)) {
                    throw AwsFailure.toError({ reason: 'malformedResponse', subject: session.name, detail: 'a list without an end' });
                }
                seen.add(nextToken ?? '');
            } while (nextToken !== undefined);
        };
    }
}
