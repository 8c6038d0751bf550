import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter } from '@theia/core/lib/common/event';
import type { RpcProxy } from '@theia/core/lib/common/messaging/proxy-factory';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/aws-accounts-protocol';
import type { AssignedAccount, AssignedAccountsPage, AssignedListing, AssignedRole } from '../../common/assigned-role';
import type { AwsConnectionId } from '../../common/aws-connection';
import { AwsAccountsClientImpl } from '../connection/aws-accounts-client';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { AssignedRoles, Listed, ListingRequest } from './rows/listed';

/**
 * How many accounts are looked into at once while somebody searches: few, so that a person who opens an account need not wait for all
 * others.
 */
const SEARCHES_AT_ONCE = 4;

/** This window's copy of the accounts and roles assigned to the person, as far as somebody wanted to see them. */
@injectable()
export class AssignedRolesModel {

    @inject(AwsAccountsServerProxy) protected readonly server: RpcProxy<AwsAccountsServer>;
    @inject(AwsAccountsClientImpl) protected readonly client: AwsAccountsClientImpl;
    @inject(AwsAccountsModel) protected readonly accounts: AwsAccountsModel;

    protected readonly changed = new Emitter<void>();
    protected readonly toDispose = new DisposableCollection(this.changed);
    protected readonly known = new Map<AwsConnectionId, AssignedRoles>();
    protected readonly signIns = new Map<AwsConnectionId, string>();
    protected searching = false;
    protected searches = 0;

    readonly onDidChange = this.changed.event;

    /** What is known, by connection. */
    get assigned(): ReadonlyMap<AwsConnectionId, AssignedRoles> {
        return this.known;
    }

    @postConstruct()
    protected init(): void {
        this.toDispose.pushAll([
            this.client.onAssignedAccounts(page => this.addPage(page)),
            this.client.onAccountsForgotten(connectionId => this.forget(connectionId)),
            this.accounts.onDidChange(() => this.forgetEndedSignIns()),
            this.server.onDidCloseConnection(() => this.failUnfinished())
        ]);
    }

    /** Lists what is asked for unless it is known, under way, or has failed: then a person says when to try again. */
    ensure(request: ListingRequest): void {
        if (this.accounts.live && this.find(request) === undefined) {
            void this.list(request);
        }
    }

    /** Asks AWS once more; what is there stays until the answer has come. */
    async listAgain(request: ListingRequest): Promise<void> {
        if (request.accountId === undefined && this.find(request)?.progress.kind === 'listed') {
            await this.server.forgetAccounts(request.connectionId);
        }
        await this.list(request);
    }

    /** While somebody searches, the roles in all accounts that are known are listed, a few at once. */
    setSearching(searching: boolean): void {
        this.searching = searching;
        this.search();
    }

    find({ connectionId, accountId }: ListingRequest): Listed<AssignedAccount | AssignedRole> | undefined {
        const known = this.known.get(connectionId);
        return accountId === undefined ? known?.accounts : known?.roles.get(accountId);
    }

    /** Never rejects: a failure is what the rows show. */
    protected async list({ connectionId, accountId }: ListingRequest): Promise<void> {
        if (accountId === undefined) {
            const { server } = this;
            await this.run(
                () => this.known.get(connectionId)?.accounts,
                listed => this.setAccounts(connectionId, listed),
                () => server.listAccounts(connectionId)
            );
        } else {
            const { server } = this;
            await this.run(
                () => this.known.get(connectionId)?.roles.get(accountId),
                listed => this.setRoles(connectionId, accountId, listed),
                () => server.listRoles(connectionId, accountId)
            );
        }
    }

    /** An end is dropped when what it belongs to was forgotten meanwhile. */
    protected async run<T>(
        get: () => Listed<T> | undefined,
        set: (listed: Listed<T> | undefined) => void,
        ask: () => Promise<AssignedListing<T>>
    ): Promise<void> {
        set(Listed.begun(get()));
        const end = await ask().then(
            listing => (before: Listed<T>) => Listed.ended(before, listing),
            error => (before: Listed<T>) => Listed.failed(before, AwsFailure.of(error))
        );
        const now = get();
        if (now?.progress.kind === 'loading') {
            set(end(now));
        }
    }

    protected setAccounts(connectionId: AwsConnectionId, accounts: Listed<AssignedAccount> | undefined): void {
        if (accounts === undefined) {
            this.known.delete(connectionId);
        } else {
            this.signIns.set(connectionId, this.signInOf(connectionId));
            this.known.set(connectionId, { accounts, roles: this.known.get(connectionId)?.roles ?? new Map() });
        }
        this.search();
        this.changed.fire();
    }

    protected setRoles(connectionId: AwsConnectionId, accountId: string, listed: Listed<AssignedRole> | undefined): void {
        const known = this.known.get(connectionId);
        if (known !== undefined) {
            const roles = new Map(known.roles);
            if (listed === undefined) {
                roles.delete(accountId);
            } else {
                roles.set(accountId, listed);
            }
            this.known.set(connectionId, { ...known, roles });
            this.changed.fire();
        }
    }

    protected addPage({ connectionId, accounts }: AssignedAccountsPage): void {
        const known = this.known.get(connectionId);
        if (known?.accounts.progress.kind === 'loading') {
            this.setAccounts(connectionId, Listed.withAccounts(known.accounts, accounts));
        }
    }

    protected search(): void {
        while (this.searching && this.searches < SEARCHES_AT_ONCE) {
            const next = this.unlisted();
            if (next === undefined) {
                return;
            }
            this.searches += 1;
            void this.list(next).finally(() => {
                this.searches -= 1;
                this.search();
            });
        }
    }

    /** The next account that nobody has looked into. */
    protected unlisted(): ListingRequest | undefined {
        for (const [connectionId, { accounts, roles }] of this.accounts.live ? this.known : []) {
            const account = accounts.items.find(({ accountId }) => !roles.has(accountId));
            if (account !== undefined) {
                return { connectionId, accountId: account.accountId };
            }
        }
        return undefined;
    }

    /** Trouble on the way ends no sign-in; whoever signs in anew may have other accounts. */
    protected forgetEndedSignIns(): void {
        for (const connectionId of [...this.known.keys()]) {
            const state = this.accounts.find(connectionId)?.state.kind;
            if (state !== 'unreachable' && this.signInOf(connectionId) !== this.signIns.get(connectionId)) {
                this.forget(connectionId);
            }
        }
    }

    protected forget(connectionId: AwsConnectionId): void {
        if (this.known.delete(connectionId)) {
            this.changed.fire();
        }
    }

    protected signInOf(connectionId: AwsConnectionId): string {
        const entry = this.accounts.find(connectionId);
        return JSON.stringify([entry?.state.kind, entry?.state.kind === 'signedIn' ? entry.state.scopes : []]);
    }

    /** Answers that were on their way when the backend went away never come. */
    protected failUnfinished(): void {
        for (const [connectionId, { accounts, roles }] of [...this.known]) {
            this.known.set(connectionId, {
                accounts: interrupted(accounts),
                roles: new Map([...roles].map(([accountId, listed]) => [accountId, interrupted(listed)]))
            });
        }
        this.changed.fire();
    }

    @preDestroy()
    dispose(): void {
        this.toDispose.dispose();
    }
}

function interrupted<T>(listed: Listed<T>): Listed<T> {
    return listed.progress.kind === 'loading' ? Listed.failed(listed, { reason: 'network' }) : listed;
}
