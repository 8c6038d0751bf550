import { AwsAccountsClientImpl } from './aws-accounts-client';
import { ILogger } from '@theia/core/lib/common/logger';
import type { RpcProxy } from '@theia/core/lib/common/messaging/proxy-factory';
import { ConnectionStatus, ConnectionStatusService } from '@theia/core/lib/browser/connection-status-service';
import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import { AwsAccountsModel } from './aws-accounts-model';
import { AwsAccountsServerProxy } from './backend-services';
import { StatusIntake } from './status-intake';

/**
 * Keeps the model in step with the backend: attaches at start and after every reconnect, since what was sent while the socket was down is
 * lost. That is so even where Theia keeps the connection for a while (`frontendConnectionTimeout`): of what it buffered meanwhile only the
 * first message arrives.
 */
@injectable()
export class AwsAccountsLink implements FrontendApplicationContribution {

    @inject(AwsAccountsServerProxy) protected readonly server: RpcProxy<AwsAccountsServer>;
    @inject(AwsAccountsClientImpl) protected readonly client: AwsAccountsClientImpl;
    @inject(StatusIntake) protected readonly intake: StatusIntake;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ConnectionStatusService) protected readonly status: ConnectionStatusService;
    @inject(WorkspaceService) protected readonly workspaces: WorkspaceService;
    @inject(ILogger) @named('aws-accounts:Link') protected readonly logger: ILogger;

    /** Not awaited by the application: nothing of the start waits for AWS Accounts. */
    onStart(): void {
        this.client.onStatus(status => this.intake.take(status));
        this.server.onDidOpenConnection(() => this.attach());
        this.server.onDidCloseConnection(() => this.lose());
        this.status.onStatusChange(status => status === ConnectionStatus.ONLINE ? this.attach() : this.lose());
        this.workspaces.onWorkspaceChanged(() => this.attach());
        this.attach();
    }

    protected lose(): void {
        this.intake.forget();
        this.model.disconnect();
    }

    protected attach(): void {
        this.attachNow().catch(error => this.logger.error('AWS Accounts could not reach its backend.', error));
    }

    protected async attachNow(): Promise<void> {
        await this.workspaces.ready;
        this.model.reset(await this.server.attach(this.workspaces.workspace?.resource.toString()));
    }
}
