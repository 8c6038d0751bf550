import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { AwsAccountsServer } from '../../../common/protocol/aws-accounts-protocol';
import type { SignInOutcome, SignInProgress, SignInRequest } from '../../../common/sign-in/sign-in';
import { AwsAccountsClientImpl } from '../../connection/aws-accounts-client';
import { AwsAccountsModel } from '../../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../../connection/backend-services';
import { SignInFlowChooser } from './sign-in-flow-chooser';

/** Outcome of a sign-in, with what is broken as a value: a dialog shows it like every other outcome. */
export type SignInEnd = SignInOutcome | { readonly kind: 'failed'; readonly failure: AwsFailure };

/** Runs one sign-in: one call down, progress and one answer up. */
@injectable()
export class SignInRunner {

    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AwsAccountsClientImpl) protected readonly client: AwsAccountsClientImpl;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(SignInFlowChooser) protected readonly flows: SignInFlowChooser;

    protected readonly signedIn = new Emitter<AwsConnectionId>();

    /** A person has signed in, in this window: the model knows it. */
    readonly onDidSignIn: Event<AwsConnectionId> = this.signedIn.event;

    /** Never rejects. When it resolves, the model knows the outcome. */
    async run(request: SignInRequest, cancellation: CancellationToken, onProgress: (progress: SignInProgress) => void): Promise<SignInEnd> {
        const { signInId } = request;
        const listener = this.client.onSignInProgress(event => {
            if (event.signInId === signInId) {
                onProgress(event.progress);
            }
        });
        try {
            const flow = request.flow ?? await this.flows.choose();
            const outcome = await this.server.signIn({ ...request, flow }, cancellation);
            this.model.accept(await this.server.refresh());
            if (outcome.kind === 'signedIn') {
                this.signedIn.fire(outcome.connectionId);
            }
            return outcome;
        } catch (error) {
            return cancellation.isCancellationRequested ? { kind: 'cancelled' } : { kind: 'failed', failure: AwsFailure.of(error) };
        } finally {
            listener.dispose();
        }
    }
}
