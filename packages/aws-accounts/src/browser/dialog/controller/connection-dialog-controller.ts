import { Emitter } from '@theia/core/lib/common/event';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../../common/protocol/aws-accounts-protocol';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { RedirectReceipt, SignInRequest, SignInTarget } from '../../../common/sign-in/sign-in';
import { AwsAccountsModel } from '../../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../../connection/backend-services';
import { Clock } from '../../time/clock';
import type { SignInEnd } from '../sign-in/sign-in-runner';
import type { ConnectionAnswer } from '../choice/connection-question';
import { ConnectionDialogOptions } from '../choice/connection-dialog-options';
import { DialogChoice } from '../choice/dialog-choice';
import type { DialogContent } from '../choice/dialog-content';
import type { ButtonAction } from '../choice/dialog-buttons';
import { DialogSignIn } from './dialog-sign-in';
import type { DialogStep } from './dialog-step';
import { stepAfterConnect, stepAfterSignIn } from './following-step';
import { LatestRun } from './latest-run';

/** Leads from the question to the answer. Knows nothing of how it is drawn. */
@injectable()
export class ConnectionDialogController {

    @inject(ConnectionDialogOptions) protected readonly options: ConnectionDialogOptions;
    @inject(DialogChoice) readonly choice: DialogChoice;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(DialogSignIn) protected readonly signIns: DialogSignIn;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<void>();
    protected readonly finished = new Emitter<ConnectionAnswer | undefined>();
    protected readonly toDispose = new DisposableCollection(this.changed, this.finished);
    protected readonly latest = new LatestRun();
    protected answer: ConnectionAnswer | undefined;
    protected current: DialogStep = { kind: 'choose' };

    readonly onDidChange = this.changed.event;
    /** The answer; `undefined`: the person decided against it. */
    readonly onDidFinish = this.finished.event;
    readonly findStartPage: AwsAccountsServer['findStartPage'] = (startUrl, cancelled) => this.server.findStartPage(startUrl, cancelled);

    start(): void {
        this.toDispose.pushAll([this.choice, ...[this.model, this.choice].map(one => one.onDidChange(() => this.changed.fire()))]);
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
        this.answer = this.choice.answer(action);
        if (this.answer !== undefined) {
            const first = this.choice.signInFirst();
            return first ? this.signIn(first) : this.connect(this.answer.connectionId);
        }
    }

    enterIdentityCenter(): void {
        this.answer = undefined;
        this.go({ kind: 'identityCenter' });
    }

    /** Without a `flow` the one that fits to where the browser is. */
    signIn(target: SignInTarget, how: Pick<SignInRequest, 'flow' | 'fromScratch'> = {}): void {
        const run = this.latest.begin();
        const show = (step: DialogStep): void => run.ifLatest(() => this.go(step));
        void this.signIns.run({ target, ...how }, this.answer?.connectionId, run.token, show)
            .then(end => run.ifLatest(() => this.afterSignIn(target, end)));
    }

    /** Hands in the address at which the browser of the sign-in under way ended. */
    completeSignIn(address: string): Promise<RedirectReceipt> {
        return this.signIns.complete(this.current, address);
    }

    /** One step back: to the choice if there was one, else out. */
    back(): void {
        this.latest.cancel();
        return this.options.question ? this.go({ kind: 'choose' }) : this.finished.fire(undefined);
    }

    /** The dialog is gone: whatever is under way is cancelled. */
    dispose(): void {
        this.latest.cancel();
        this.toDispose.dispose();
    }

    protected afterSignIn(target: SignInTarget, end: SignInEnd): void {
        switch (end.kind) {
            case 'signedIn':
                return this.useSignedIn(end.connectionId);
            case 'cancelled':
                return this.back();
            case 'denied':
            case 'timedOut':
            case 'failed':
                return this.go(stepAfterSignIn(this.current, target, end));
        }
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
        const run = this.latest.begin();
        this.go({ kind: 'connecting', connectionId });
        this.server.connect(connectionId, run.token).then(
            snapshot => run.ifLatest(() => this.afterConnect(snapshot, connectionId)),
            error => run.ifLatest(() => this.go({ kind: 'choose', failure: AwsFailure.of(error) }))
        );
    }

    protected afterConnect(snapshot: AwsAccountsSnapshot, connectionId: AwsConnectionId): void {
        this.model.accept(snapshot);
        const entry = AwsAccountsSnapshot.find(snapshot, connectionId);
        const next = stepAfterConnect(connectionId, entry, entry !== undefined && this.choice.isRefused(entry, this.answer));
        return next ? this.go(next) : this.finished.fire(this.answer);
    }

    protected go(step: DialogStep): void {
        this.current = step;
        this.changed.fire();
    }
}
