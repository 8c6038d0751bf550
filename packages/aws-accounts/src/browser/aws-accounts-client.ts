import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Emitter } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import type { RpcProxy } from '@theia/core/lib/common/messaging/proxy-factory';
import { ConnectionStatus, ConnectionStatusService } from '@theia/core/lib/browser/connection-status-service';
import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import type { AssignedAccountsPage } from '../common/assigned-role';
import type { AwsAccountsClient, AwsAccountsServer } from '../common/aws-accounts-protocol';
import type { AwsAccountsSnapshot } from '../common/aws-accounts-snapshot';
import type { AwsConnectionId } from '../common/aws-connection';
import type { MfaCodeRequest } from '../common/mfa';
import type { SessionEndNotice } from '../common/session-end-notice';
import type { SignInProgress } from '../common/sign-in';
import { AwsAccountsModel } from './aws-accounts-model';
import { AwsAccountsServerProxy } from './backend-services';
import { MfaPrompt } from './mfa/mfa-prompt';

/** Receives what the backend tells this window. Apart from the link, so that the proxy can be made before anybody listens. */
@injectable()
export class AwsAccountsClientImpl implements AwsAccountsClient {

    @inject(MfaPrompt) protected readonly mfaPrompt: MfaPrompt;

    protected readonly snapshots = new Emitter<AwsAccountsSnapshot>();
    readonly onSnapshot = this.snapshots.event;

    protected readonly signInProgress = new Emitter<{ readonly signInId: string; readonly progress: SignInProgress }>();
    readonly onSignInProgress = this.signInProgress.event;

    protected readonly assignedAccounts = new Emitter<AssignedAccountsPage>();
    readonly onAssignedAccounts = this.assignedAccounts.event;

    protected readonly accountsForgotten = new Emitter<AwsConnectionId>();
    readonly onAccountsForgotten = this.accountsForgotten.event;

    protected readonly sessionEnds = new Emitter<SessionEndNotice>();
    readonly onSessionEnd = this.sessionEnds.event;

    notifySnapshot(snapshot: AwsAccountsSnapshot): void {
        this.snapshots.fire(snapshot);
    }

    notifySessionEnd(notice: SessionEndNotice): void {
        this.sessionEnds.fire(notice);
    }

    notifySignInProgress(signInId: string, progress: SignInProgress): void {
        this.signInProgress.fire({ signInId, progress });
    }

    notifyAssignedAccounts(page: AssignedAccountsPage): void {
        this.assignedAccounts.fire(page);
    }

    notifyAccountsForgotten(connectionId: AwsConnectionId): void {
        this.accountsForgotten.fire(connectionId);
    }

    requestMfaCode(request: MfaCodeRequest, cancellation?: CancellationToken): Promise<string | undefined> {
        return this.mfaPrompt.ask(request, cancellation);
    }
}

/**
 * Keeps the model in step with the backend: attaches at start and after every reconnect, since what was sent while the socket was down is lost. That is so
 * even where Theia keeps the connection for a while (`frontendConnectionTimeout`): of what it buffered meanwhile only the first message arrives.
 */
@injectable()
export class AwsAccountsLink implements FrontendApplicationContribution {

    @inject(AwsAccountsServerProxy) protected readonly server: RpcProxy<AwsAccountsServer>;
    @inject(AwsAccountsClientImpl) protected readonly client: AwsAccountsClientImpl;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ConnectionStatusService) protected readonly status: ConnectionStatusService;
    @inject(WorkspaceService) protected readonly workspaces: WorkspaceService;
    @inject(ILogger) @named('aws-accounts:Link') protected readonly logger: ILogger;

    /** Not awaited by the application: nothing of the start waits for AWS Accounts. */
    onStart(): void {
        this.client.onSnapshot(snapshot => this.model.accept(snapshot));
        this.server.onDidOpenConnection(() => this.attach());
        this.server.onDidCloseConnection(() => this.model.disconnect());
        this.status.onStatusChange(status => status === ConnectionStatus.ONLINE ? this.attach() : this.model.disconnect());
        this.workspaces.onWorkspaceChanged(() => this.attach());
        this.attach();
    }

    protected attach(): void {
        this.attachNow().catch(error => this.logger.error('AWS Accounts could not reach its backend.', error));
    }

    protected async attachNow(): Promise<void> {
        await this.workspaces.ready;
        this.model.reset(await this.server.attach(this.workspaces.workspace?.resource.toString()));
    }
}
