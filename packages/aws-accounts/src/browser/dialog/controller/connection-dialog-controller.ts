import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { Emitter } from '@theia/core/lib/common/event';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { generateUuid } from '@theia/core/lib/common/uuid';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../../common/protocol/aws-accounts-protocol';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import { RedirectReceipt, SignInProgress, SignInRequest, SignInTarget } from '../../../common/sign-in/sign-in';
import type { SignInFlowKind } from '../../../common/sign-in/sign-in-flow';
import { AwsAccountsModel } from '../../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../../connection/backend-services';
import { Clock } from '../../time/clock';
import { SignInEnd, SignInRunner } from '../sign-in/sign-in-runner';
import type { ConnectionAnswer } from '../choice/connection-question';
import { ConnectionDialogOptions } from '../choice/connection-dialog-options';
import { DialogChoice } from '../choice/dialog-choice';
import type { ButtonAction, DialogContent } from '../choice/dialog-content';
import type { DialogStep } from './dialog-step';
import { signInNeeded } from '../choice/sign-in-needed';

/** Leads from the question to the answer. Knows nothing of how it is drawn. */
@injectable()
export class ConnectionDialogController {

    @inject(ConnectionDialogOptions) protected readonly options: ConnectionDialogOptions;
    @inject(DialogChoice) readonly choice: DialogChoice;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(SignInRunner) protected readonly signIns: SignInRunner;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<void>();
    protected readonly finished = new Emitter<ConnectionAnswer | undefined>();
    protected readonly toDispose = new DisposableCollection();
    protected running = new CancellationTokenSource();
    protected answer: ConnectionAnswer | undefined;
    protected current: DialogStep = { kind: 'choose' };

    readonly onDidChange = this.changed.event;
    /** The answer; `undefined`: the person decided against it. */
    readonly onDidFinish = this.finished.event;
    readonly findStartPage: AwsAccountsServer['findStartPage'] = (startUrl, cancellation) => this.server.findStartPage(startUrl, cancellation);

    start(): void {
        this.toDispose.pushAll([this.model.onDidChange(() => this.changed.fire()), this.choice.onDidChange(() => this.changed.fire())]);
        this.choice.begin();
        const { signIn } = this.options;
        if (signIn === 'identityCenter') {
            this.enterIdentityCenter();
        } else if (signIn) {
            this.signIn(signIn, { fromScratch: this.options.fromScratch });
        }
    }

    get step(): DialogStep {
        return this.current;
    }

    /** State to draw while the person chooses. */
    get content(): DialogContent | undefined {
        return this.choice.content(this.current.kind === 'choose' ? this.current.failure : undefined);
    }

    get now(): number {
        return this.clock.now();
    }

    press(action: ButtonAction): void {
        const state = this.choice.state();
        this.answer = this.choice.answer(action);
        if (state === undefined || this.answer === undefined) {
            return;
        }
        const first = signInNeeded(state);
        if (first) {
            this.signIn(first.kind === 'console' ? first : { kind: 'connection', connectionId: first.connection.id });
        } else {
            this.connect(this.answer.connectionId);
        }
    }

    enterIdentityCenter(): void {
        this.answer = undefined;
        this.go({ kind: 'identityCenter' });
    }

    /** Without a `flow` the one that fits to where the browser is. */
    signIn(target: SignInTarget, how: Pick<SignInRequest, 'flow' | 'fromScratch'> = {}): void {
        const running = this.restart();
        const signInId = generateUuid();
        this.go({ kind: 'signingIn', signInId, target, progress: { kind: 'starting' } });
        const { own } = this.options;
        const need = own ? { scopes: own, own: true } : this.choice.signInNeed(this.answer?.connectionId);
        void this.signIns
            .run({ signInId, target, ...need, ...how }, running.token, progress =>
                this.ifCurrent(running, () => this.go({ kind: 'signingIn', signInId, target, progress }))
            )
            .then(end => this.ifCurrent(running, () => this.afterSignIn(target, end)));
    }

    /** Hands in the address at which the browser of the sign-in under way ended. */
    async completeSignIn(address: string): Promise<RedirectReceipt> {
        return this.current.kind === 'signingIn' ? this.server.completeSignIn(this.current.signInId, address) : { kind: 'notWaiting' };
    }

    /** One step back: to the choice if there was one, else out. */
    back(): void {
        this.restart();
        if (this.options.question) {
            this.go({ kind: 'choose' });
        } else {
            this.finished.fire(undefined);
        }
    }

    /** The dialog is gone: whatever is under way is called off. */
    dispose(): void {
        this.restart();
        this.toDispose.dispose();
        this.choice.dispose();
        this.changed.dispose();
        this.finished.dispose();
    }

    protected afterSignIn(target: SignInTarget, end: SignInEnd): void {
        switch (end.kind) {
            case 'signedIn':
                return this.useSignedIn(end.connectionId);
            case 'cancelled':
                return this.back();
            case 'denied':
            case 'timedOut':
                return this.go({ kind: 'signInEnded', target, flow: this.flow, end: end.kind });
            case 'failed':
                return this.go({ kind: 'signInEnded', target, flow: this.flow, end: end.failure });
        }
    }

    /** The flow of the sign-in under way; unknown until the backend has said. */
    protected get flow(): SignInFlowKind | undefined {
        return this.current.kind === 'signingIn' ? SignInProgress.flowOf(this.current.progress) : undefined;
    }

    /** A profile behind the sign-in comes next; a sign-in that was itself the choice is the answer. */
    protected useSignedIn(connectionId: AwsConnectionId): void {
        if (this.answer && this.model.find(this.answer.connectionId)?.connection.kind === 'iamProfile') {
            this.connect(this.answer.connectionId);
        } else {
            this.finished.fire({ connectionId, tokenServices: 'keep', remember: false });
        }
    }

    /** The dialog ends only when the choice works, so that a bad one can be changed on the spot. */
    protected connect(connectionId: AwsConnectionId): void {
        const running = this.restart();
        this.go({ kind: 'connecting', connectionId });
        this.server.connect(connectionId, running.token).then(
            snapshot => this.ifCurrent(running, () => this.afterConnect(snapshot, connectionId)),
            error => this.ifCurrent(running, () => this.go({ kind: 'choose', failure: AwsFailure.of(error) }))
        );
    }

    protected afterConnect(snapshot: AwsAccountsSnapshot, connectionId: AwsConnectionId): void {
        this.model.accept(snapshot);
        const entry = AwsAccountsSnapshot.find(snapshot, connectionId);
        const state = entry?.state;
        if (entry && (this.choice.mismatches(entry) || this.choice.isUnconfirmed(entry, this.answer))) {
            // Only now is it known which account this is; the content says so.
            this.go({ kind: 'choose' });
            return;
        }
        if (state?.kind === 'connected' || state?.kind === 'signedIn') {
            this.finished.fire(this.answer);
            return;
        }
        const failure = state && 'failure' in state ? state.failure : undefined;
        // Not connected without a failure: the person was asked for a code and cancelled.
        const shown = state?.kind === 'notConnected' ? undefined : failure ?? { reason: 'profileInvalid' as const, subject: connectionId };
        this.go({ kind: 'choose', failure: shown });
    }

    /** Late answers to what was called off are not looked at. */
    protected ifCurrent(running: CancellationTokenSource, act: () => void): void {
        if (this.running === running) {
            act();
        }
    }

    protected restart(): CancellationTokenSource {
        this.running.cancel();
        return this.running = new CancellationTokenSource();
    }

    protected go(step: DialogStep): void {
        this.current = step;
        this.changed.fire();
    }
}
