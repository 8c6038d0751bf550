import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { requireFound } from '../../common/state/connection-not-found';
import type {
    AssignedAccount,
    AssignedAccountsListing,
    AssignedListing,
    AssignedRole,
    AssignedRolesListing
} from '../../common/connection/assigned-role';
import { AwsConnection, AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsScopes } from '../../common/token-service/aws-scopes';
import { ConnectionStore } from '../connection/connection-store';
import { isAborted, toAwsFailure } from '../http/aws-failure-conversion';
import { SsoSession } from '../shared-config/sso-session';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { SsoToken } from '../sso/token/sso-token';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { PortalPages } from './portal-pages';
import { SharedListing } from './shared-listing';

/** Listing of one sign-in. */
interface KnownRoles {
    readonly session: SsoSession;
    /** A new sign-in, or one elsewhere, may have other accounts. */
    readonly signIn: string;
    readonly accounts: SharedListing<AssignedAccount>;
    readonly roles: Map<string, SharedListing<AssignedRole>>;
}

/**
 * The accounts and roles that IAM Identity Center assigned to the signed-in person: asked for when somebody wants to see them, once however
 * many windows ask, and remembered until the person signs out or in again.
 */
@injectable()
export class PortalRoles implements Disposable {

    @inject(PortalPages) protected readonly pages: PortalPages;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;

    protected readonly known = new Map<AwsConnectionId, KnownRoles>();
    protected readonly startedAnew = new Emitter<AwsConnectionId>();
    protected readonly toDispose = new DisposableCollection(this.startedAnew);

    /** The windows' copy of this connection is out of date. */
    readonly onDidStartAnew: Event<AwsConnectionId> = this.startedAnew.event;

    @postConstruct()
    protected init(): void {
        this.toDispose.push(this.store.onDidChange(() => this.forgetEndedSignIns()));
    }

    /**
     * @param onPage gets accounts as they arrive
     * @throws AwsAccountsError `connectionNotFound` when this is no IAM Identity Center connection; otherwise why the portal could not be
     * asked
     */
    async listAccounts(
        connectionId: AwsConnectionId,
        signal: AbortSignal,
        onPage: (page: readonly AssignedAccount[]) => void
    ): Promise<AssignedAccountsListing> {
        const known = this.ensureKnown(connectionId);
        return SsoSession.isTokenOnly(known.session) ? { kind: 'tokenOnly' } : this.list(known.session, known.accounts, signal, onPage);
    }

    /** @throws AwsAccountsError as `listAccounts` does; the failure of one account says nothing about the others */
    async listRoles(connectionId: AwsConnectionId, accountId: string, signal: AbortSignal): Promise<AssignedRolesListing> {
        const known = this.ensureKnown(connectionId);
        if (SsoSession.isTokenOnly(known.session)) {
            return { kind: 'tokenOnly' };
        }
        const roles = known.roles.get(accountId) ?? new SharedListing(this.pages.roles(known.session, accountId));
        known.roles.set(accountId, roles);
        return this.list(known.session, roles, signal, () => undefined);
    }

    /** Somebody has signed in anew, and may have other accounts than those that windows were told. */
    startAnew(connectionId: AwsConnectionId): void {
        if (this.known.has(connectionId)) {
            this.forget(connectionId);
            this.startedAnew.fire(connectionId);
        }
    }

    /** The next one to ask gets what AWS says then. Listings that are under way end with `cancelled`. */
    forget(connectionId: AwsConnectionId): void {
        const known = this.known.get(connectionId);
        this.known.delete(connectionId);
        known?.accounts.cancel();
        known?.roles.forEach(roles => roles.cancel());
    }

    protected async list<T>(
        session: SsoSession,
        listing: SharedListing<T>,
        signal: AbortSignal,
        onPage: (page: readonly T[]) => void
    ): Promise<AssignedListing<T>> {
        try {
            const scopes = listing.isComplete ? [] : await this.missingScopes(session);
            return scopes.length > 0 ? { kind: 'missingScopes', scopes } : { kind: 'listed', items: await listing.join(signal, onPage) };
        } catch (error) {
            if (isAborted(error, signal)) {
                return { kind: 'cancelled' };
            }
            throw AwsFailure.toError(toAwsFailure(error, session.name), error);
        }
    }

    protected async missingScopes(session: SsoSession): Promise<readonly string[]> {
        return AwsScopes.missing([AwsScopes.ACCOUNT_ACCESS], SsoToken.scopes(await this.tokens.getToken(session), session));
    }

    protected ensureKnown(connectionId: AwsConnectionId): KnownRoles {
        const session = requireFound(connectionId === AwsConnection.BUILDER_ID ? undefined : this.sessions.get(connectionId), connectionId);
        if (this.known.has(connectionId) && !SsoSession.isSame(this.known.get(connectionId)?.session, session)) {
            this.forget(connectionId);
        }
        const known = this.known.get(connectionId) ?? {
            session, signIn: this.signInOf(connectionId), accounts: new SharedListing(this.pages.accounts(session)), roles: new Map()
        };
        this.known.set(connectionId, known);
        return known;
    }

    protected forgetEndedSignIns(): void {
        for (const [connectionId, { signIn }] of this.known) {
            if (this.store.stateOf(connectionId).kind !== 'unreachable' && this.signInOf(connectionId) !== signIn) {
                this.forget(connectionId);
            }
        }
    }

    /** Changes when a sign-in ends, begins or covers something else; a refreshed token changes nothing. */
    protected signInOf(connectionId: AwsConnectionId): string {
        const state = this.store.stateOf(connectionId);
        return JSON.stringify([state.kind, state.kind === 'signedIn' ? state.scopes : [], this.sessions.get(connectionId)]);
    }

    @preDestroy()
    dispose(): void {
        this.toDispose.dispose();
        [...this.known.keys()].forEach(connectionId => this.forget(connectionId));
    }
}
