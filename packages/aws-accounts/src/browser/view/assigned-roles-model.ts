import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter } from '@theia/core/lib/common/event';
import type { RpcProxy } from '@theia/core/lib/common/messaging/proxy-factory';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { AssignedAccount, AssignedAccountsPage, AssignedRole } from '../../common/connection/assigned-role';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsAccountsClientImpl } from '../connection/aws-accounts-client';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AssignedRolesServerProxy } from '../connection/backend-services';
import { AssignedRolesStore } from './assigned-roles-store';
import { AssignedRoles, Listed } from './rows/listed';
import { RoleSearch } from './role-search';
import type { ListingRequest } from './rows/action/listing-request';

/** Lists the accounts and roles assigned to the person, as far as this window shows them or searches them. */
@injectable()
export class AssignedRolesModel {

    @inject(AssignedRolesServerProxy) protected readonly server: RpcProxy<AssignedRolesServer>;
    @inject(AwsAccountsClientImpl) protected readonly client: AwsAccountsClientImpl;
    @inject(AwsAccountsModel) protected readonly accounts: AwsAccountsModel;

    protected readonly changed = new Emitter<void>();
    protected readonly toDispose = new DisposableCollection(this.changed);
    protected readonly store = new AssignedRolesStore();
    protected readonly signIns = new Map<AwsConnectionId, string>();
    protected readonly search = new RoleSearch(() => this.accounts.live ? this.store.unlisted() : undefined, request => this.list(request));

    readonly onDidChange = this.changed.event;

    get assigned(): ReadonlyMap<AwsConnectionId, AssignedRoles> {
        return this.store.all;
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

    /** Lists what is asked for, unless it is known, under way, or has failed: after a failure a person decides when to retry. */
    ensure(request: ListingRequest): void {
        if (this.accounts.live && this.find(request) === undefined) {
            void this.list(request);
        }
    }

    /** Asks AWS once more; known items stay until the answer has come. */
    async listAgain(request: ListingRequest): Promise<void> {
        if (request.accountId === undefined && this.find(request)?.progress.kind === 'listed') {
            await this.server.forgetAccounts(request.connectionId);
        }
        await this.list(request);
    }

    /** While somebody searches, the roles in all accounts that are known are listed, a few at once. */
    setSearching(searching: boolean): void {
        this.search.set(searching);
    }

    find({ connectionId, accountId }: ListingRequest): Listed<AssignedAccount | AssignedRole> | undefined {
        return accountId === undefined ? this.store.accounts(connectionId) : this.store.roles(connectionId, accountId);
    }

    /** Never rejects: the rows show a failure. */
    protected async list({ connectionId, accountId }: ListingRequest): Promise<void> {
        if (accountId === undefined) {
            await Listed.follow(
                () => this.store.accounts(connectionId),
                listed => this.setAccounts(connectionId, listed),
                () => this.server.listAccounts(connectionId)
            );
        } else {
            await Listed.follow(
                () => this.store.roles(connectionId, accountId),
                listed => this.setRoles(connectionId, accountId, listed),
                () => this.server.listRoles(connectionId, accountId)
            );
        }
    }

    protected setAccounts(connectionId: AwsConnectionId, accounts: Listed<AssignedAccount> | undefined): void {
        if (accounts !== undefined) {
            this.signIns.set(connectionId, this.signInOf(connectionId));
        }
        this.store.setAccounts(connectionId, accounts);
        this.search.goOn();
        this.changed.fire();
    }

    protected setRoles(connectionId: AwsConnectionId, accountId: string, listed: Listed<AssignedRole> | undefined): void {
        this.store.setRoles(connectionId, accountId, listed);
        this.changed.fire();
    }

    protected addPage({ connectionId, accounts }: AssignedAccountsPage): void {
        const listed = this.store.accounts(connectionId);
        if (listed?.progress.kind === 'loading') {
            this.setAccounts(connectionId, Listed.withAccounts(listed, accounts));
        }
    }

    /** Forgets the accounts of a sign-in that ended or began anew, since they may differ then. A network failure ends no sign-in. */
    protected forgetEndedSignIns(): void {
        for (const connectionId of [...this.store.all.keys()]) {
            const state = this.accounts.find(connectionId)?.state.kind;
            if (state !== 'unreachable' && this.signInOf(connectionId) !== this.signIns.get(connectionId)) {
                this.forget(connectionId);
            }
        }
    }

    protected forget(connectionId: AwsConnectionId): void {
        if (this.store.forget(connectionId)) {
            this.changed.fire();
        }
    }

    protected signInOf(connectionId: AwsConnectionId): string {
        const entry = this.accounts.find(connectionId);
        return JSON.stringify([entry?.state.kind, entry?.state.kind === 'signedIn' ? entry.state.scopes : []]);
    }

    protected failUnfinished(): void {
        this.store.interrupt();
        this.changed.fire();
    }

    @preDestroy()
    dispose(): void {
        this.toDispose.dispose();
    }
}
