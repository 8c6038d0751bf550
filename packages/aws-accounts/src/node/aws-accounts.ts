import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named, preDestroy } from '@theia/core/shared/inversify';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsConnection, AwsConnectionId } from '../common/connection/aws-connection';
import { AwsRegion } from '../common/region/aws-region';
import { AwsUse } from '../common/token-service/connection-use';
import { ProductTokenServices, TokenServices } from '../common/token-service/token-services';
import { Pin } from '../common/connection/pin';
import { ProfileChange } from '../common/connection/profile-change';
import { ConnectionRefresh } from './connection/connection-refresh';
import { ConnectionStore } from './connection/connection-store';
import type { ResolutionContext } from './credentials/resolution/resolution-context';
import { ChoiceMemory } from './choices/choice-memory';
import { RememberedChoices } from './choices/remembered-choices';
import { SessionEndNotices } from './session-end/session-end-notices';
import { ProfileConnector } from './connection/profile-connector';
import { SharedConfigWatcher } from './shared-config/shared-config-watcher';
import { SsoTokenManager } from './sso/token/sso-token-manager';
import { SsoTokenWatcher } from './sso/token/sso-token-watcher';

/** The connection service of this process, shared by all windows. Orchestrates; the store holds the truth. */
@injectable()
export class AwsAccounts implements Disposable {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ConnectionRefresh) protected readonly refresher: ConnectionRefresh;
    @inject(ProfileConnector) protected readonly connector: ProfileConnector;
    @inject(ChoiceMemory) protected readonly memory: ChoiceMemory;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(SsoTokenWatcher) protected readonly tokenWatcher: SsoTokenWatcher;
    @inject(SharedConfigWatcher) protected readonly configWatcher: SharedConfigWatcher;
    @inject(SessionEndNotices) protected readonly notices: SessionEndNotices;
    @inject(ProductTokenServices) protected readonly services: TokenServices;
    @inject(ILogger) @named('aws-accounts:AwsAccounts') protected readonly logger: ILogger;

    protected readonly toDispose = new DisposableCollection();
    protected restored: Promise<void> | undefined;

    /** Reads the files once, and again whenever they change. The first window pays for it, not the start of the application. */
    restore(): Promise<void> {
        return this.restored ??= this.begin();
    }

    protected async begin(): Promise<void> {
        this.notices.begin();
        this.toDispose.pushAll([
            this.configWatcher.onDidChange(() => this.refreshInBackground()),
            this.tokenWatcher.onDidChange(() => this.refreshInBackground()),
            this.tokens.onDidRefresh(() => this.refreshInBackground()),
            this.memory.onDidChange(() => this.refreshInBackground())
        ]);
        await this.configWatcher.ready;
        await this.refresh();
    }

    async refresh(): Promise<void> {
        const rotated = await this.refresher.run();
        rotated.forEach(connection => this.connectInBackground(connection));
    }

    protected connectInBackground(connection: AwsConnection): void {
        this.connector
            .connect(connection)
            .catch(() => this.logger.error('AWS Accounts could not connect a profile again whose keys were replaced.'));
    }

    protected refreshInBackground(): void {
        this.refresh().catch(() => this.logger.error('AWS Accounts could not read its files again.'));
    }

    /**
     * @param workspace URI of the workspace whose profile is meant; the connection of a token service is the user's, whatever the workspace
     * @throws AwsAccountsError when the connection is not known, or is not of a kind that the use takes
     */
    async setUse(use: AwsUse, connectionId: AwsConnectionId | undefined, workspace: string): Promise<void> {
        const known = AwsUse.all(this.services).includes(use);
        if (!known || (connectionId !== undefined && !AwsUse.accepts(use, this.store.require(connectionId).kind, this.services))) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: connectionId, detail: use });
        }
        await this.memory.update(choices => use === 'awsServices'
            ? RememberedChoices.withAwsServices(choices, workspace, connectionId)
            : RememberedChoices.withService(choices, use, connectionId));
        await this.refresh();
    }

    /** @throws AwsAccountsError when `pin` is none */
    async setPinned(pin: Pin, pinned: boolean): Promise<void> {
        if (!Pin.is(pin)) {
            throw AwsFailure.toError({ reason: 'invalidRequest', detail: 'pin' });
        }
        await this.memory.update(choices => RememberedChoices.withPin(choices, pin, pinned));
        await this.refresh();
    }

    /** Remembers what the person says about a profile, for the user. @throws AwsAccountsError when there is no such profile or region */
    async changeProfile(connectionId: AwsConnectionId, change: ProfileChange): Promise<void> {
        const fits = ProfileChange.is(change) && (change.kind !== 'region' || !change.region || AwsRegion.isWellFormed(change.region));
        if (this.store.require(connectionId).kind !== 'iamProfile' || !fits) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: connectionId, detail: 'change' });
        }
        await this.memory.update(choices => RememberedChoices.withProfile(choices, connectionId, change));
        await this.refresh();
    }

    /** Resolves when the state of the connection is known; a refusal is a state, not a rejection. */
    async connect(connectionId: AwsConnectionId, context: ResolutionContext): Promise<void> {
        const connection = this.store.require(connectionId);
        if (!AwsConnection.problem(connection)) {
            await this.connector.connect(connection, context);
        }
    }

    @preDestroy()
    dispose(): void {
        this.toDispose.dispose();
    }
}
