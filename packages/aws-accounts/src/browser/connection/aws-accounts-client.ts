import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable, optional } from '@theia/core/shared/inversify';
import type { AssignedAccountsPage } from '../../common/connection/assigned-role';
import type { AwsAccountsClient } from '../../common/protocol/aws-accounts-protocol';
import type { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { MfaCodeRequest } from '../../common/connection/mfa';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';
import type { SessionReplacement } from '../../common/sign-in/session-replacement';
import type { SignInProgress } from '../../common/sign-in/sign-in';
import { ConfirmationPrompt } from '../modal/confirmation-dialog';
import { sessionReplacementQuestion } from '../modal/session-replacement';
import { MfaPrompt } from '../mfa/mfa-prompt';

/** Receives what the backend tells this window. Apart from the link, so that the proxy can be made before anybody listens. */
@injectable()
export class AwsAccountsClientImpl implements AwsAccountsClient {

    @inject(MfaPrompt) protected readonly mfaPrompt: MfaPrompt;
    /** Absent where nobody can be asked, whose answer is no. */
    @inject(ConfirmationPrompt) @optional() protected readonly confirm: ConfirmationPrompt | undefined;

    protected readonly statuses = new Emitter<AwsAccountsStatus>();
    readonly onStatus = this.statuses.event;

    protected readonly signInProgress = new Emitter<{ readonly signInId: string; readonly progress: SignInProgress }>();
    readonly onSignInProgress = this.signInProgress.event;

    protected readonly assignedAccounts = new Emitter<AssignedAccountsPage>();
    readonly onAssignedAccounts = this.assignedAccounts.event;

    protected readonly accountsForgotten = new Emitter<AwsConnectionId>();
    readonly onAccountsForgotten = this.accountsForgotten.event;

    protected readonly sessionEnds = new Emitter<SessionEndNotice>();
    readonly onSessionEnd = this.sessionEnds.event;

    notifyStatus(status: AwsAccountsStatus): void {
        this.statuses.fire(status);
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

    async confirmSessionReplacement(replacement: SessionReplacement): Promise<boolean> {
        return await this.confirm?.(sessionReplacementQuestion(replacement)) === true;
    }
}
