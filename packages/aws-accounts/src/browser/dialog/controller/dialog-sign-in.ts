import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { generateUuid } from '@theia/core/lib/common/uuid';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { AwsAccountsServer } from '../../../common/protocol/aws-accounts-protocol';
import type { RedirectReceipt, SignInProgress, SignInRequest } from '../../../common/sign-in/sign-in';
import { AwsAccountsServerProxy } from '../../connection/backend-services';
import { ConnectionDialogOptions } from '../choice/connection-dialog-options';
import { DialogChoice } from '../choice/dialog-choice';
import { SignInEnd, SignInRunner } from '../sign-in/sign-in-runner';
import type { DialogStep } from './dialog-step';

/** Signs in for the dialog, and makes each progress a step of it. */
@injectable()
export class DialogSignIn {

    @inject(ConnectionDialogOptions) protected readonly options: ConnectionDialogOptions;
    @inject(DialogChoice) protected readonly choice: DialogChoice;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(SignInRunner) protected readonly runner: SignInRunner;

    /**
     * @param request without a `flow` the one that fits to where the browser is
     * @param chosen the connection that the sign-in is for; `undefined` when it is itself the choice
     * @param show gets the step to show: at once, and with each progress
     * @returns how it ended; never rejects
     */
    run(
        request: Pick<SignInRequest, 'target' | 'flow' | 'fromScratch'>, chosen: AwsConnectionId | undefined,
        cancellation: CancellationToken, show: (step: DialogStep) => void
    ): Promise<SignInEnd> {
        const { own } = this.options;
        const { target } = request;
        const signInId = generateUuid();
        const showProgress = (progress: SignInProgress): void => show({ kind: 'signingIn', signInId, target, progress });
        showProgress({ kind: 'starting' });
        const need = own ? { scopes: own, own: true } : this.choice.signInNeed(chosen);
        return this.runner.run({ signInId, ...need, ...request }, cancellation, showProgress);
    }

    /** Hands in the address at which the browser of the sign-in of this step ended. */
    async complete(step: DialogStep, address: string): Promise<RedirectReceipt> {
        return step.kind === 'signingIn' ? this.server.completeSignIn(step.signInId, address) : { kind: 'notWaiting' };
    }
}
