import { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import type { CataloguePiece } from '../common/snapshot/aws-accounts-catalogue';
import type { AwsAccountsClient, AwsAccountsRemote } from '../common/protocol/aws-accounts-protocol';
import type { AwsAccountsStatus } from '../common/snapshot/aws-accounts-status';
import type { AwsConnectionId } from '../common/connection/aws-connection';
import type { AwsUse } from '../common/token-service/connection-use';
import type { Pin } from '../common/connection/pin';
import type { ProfileChange } from '../common/connection/profile-change';
import type { SessionEndNotice } from '../common/sign-in/session-end-notice';
import type { LoopbackQuestion } from '../common/sign-in/sign-in-flow';
import type { StartPage } from '../common/sign-in/start-page';
import type { RedirectReceipt, SignInOutcome, SignInRequest, SignOutOutcome } from '../common/sign-in/sign-in';
import { AwsAccounts } from './aws-accounts';
import { Clock } from './process/clock';
import { ConnectionStore } from './connection/connection-store';
import { mfaPromptOf } from './credentials/mfa/window-question';
import { WindowCalls } from './rpc/window-calls';
import { OpenWindow, OpenWindows } from './session-end/open-windows';
import { PortalRoles } from './portal/portal-roles';
import { SignInService } from './sign-in-service';
import { SignOutService } from './sign-out-service';
import { LoopbackProbe } from './sso/flow/loopback-probe';
import { StartPages } from './sso/flow/start-pages';

/** Serves the connections of one window. It ends with the window, and cancels what the window began and did not finish. */
@injectable()
export class AwsAccountsServerImpl implements AwsAccountsRemote, OpenWindow, Disposable {

    @inject(WindowCalls) protected readonly calls: WindowCalls;
    @inject(AwsAccounts) protected readonly accounts: AwsAccounts;
    @inject(SignInService) protected readonly signIns: SignInService;
    @inject(SignOutService) protected readonly signOuts: SignOutService;
    @inject(StartPages) protected readonly startPages: StartPages;
    @inject(PortalRoles) protected readonly portalRoles: PortalRoles;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(OpenWindows) protected readonly windows: OpenWindows;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly toDispose = new DisposableCollection();
    protected present: Disposable = Disposable.NULL;
    workspace = '';

    @postConstruct()
    protected init(): void {
        this.toDispose.pushAll([
            this.store.onDidChange(() => this.calls.client?.notifyStatus(this.status())),
            this.calls.onDidCall(() => this.present = this.windows.heardOf(this))
        ]);
    }

    setClient(client: AwsAccountsClient | undefined): void {
        this.calls.client = client;
    }

    tell(notice: SessionEndNotice): void {
        this.calls.client?.notifySessionEnd(notice);
    }

    async attach(workspace: string | undefined): Promise<AwsAccountsStatus> {
        return this.calls.run(async () => {
            await this.accounts.restore();
            this.workspace = workspace ?? '';
            return this.status();
        });
    }

    async catalogue(digest: string, piece: number): Promise<CataloguePiece> {
        return this.calls.answer(async () => {
            const { catalogue } = this.store;
            const text = digest === catalogue.digest ? catalogue.textOf(piece) : undefined;
            return text !== undefined
                ? { kind: 'piece', text }
                : { kind: 'superseded', status: this.status() };
        });
    }

    async signIn(request: SignInRequest, cancellation?: CancellationToken): Promise<SignInOutcome> {
        const outcome = await this.calls.runWithSignal(cancellation, signal =>
            this.signIns.signIn(
                request, signal, progress => this.calls.client?.notifySignInProgress(request.signInId, progress),
                async replacement => await this.calls.client?.confirmSessionReplacement(replacement) === true
            )
        );
        if (outcome.kind === 'signedIn') {
            await this.accounts.refresh();
            this.portalRoles.startAnew(outcome.connectionId);
        }
        return outcome;
    }

    async completeSignIn(signInId: string, redirectAddress: string): Promise<RedirectReceipt> {
        return this.calls.run(async () => this.signIns.complete(signInId, redirectAddress));
    }

    async findStartPage(startUrl: string, cancellation?: CancellationToken): Promise<StartPage> {
        return this.calls.runWithSignal(cancellation, signal => this.startPages.look(startUrl, signal));
    }

    async askLoopback(): Promise<LoopbackQuestion> {
        return this.calls.run(() => LoopbackProbe.ask(this.clock, this.calls.closed));
    }

    async signOut(connectionId: AwsConnectionId): Promise<SignOutOutcome> {
        return this.calls.run(() => this.signOuts.signOut(connectionId));
    }

    async setUse(use: AwsUse, connectionId: AwsConnectionId | undefined): Promise<AwsAccountsStatus> {
        return this.statusAfter(() => this.accounts.setUse(use, connectionId ?? undefined, this.workspace));
    }

    async setPinned(pin: Pin, pinned: boolean): Promise<AwsAccountsStatus> {
        return this.statusAfter(() => this.accounts.setPinned(pin, pinned));
    }

    async changeProfile(connectionId: AwsConnectionId, change: ProfileChange): Promise<AwsAccountsStatus> {
        return this.statusAfter(() => this.accounts.changeProfile(connectionId, change));
    }

    async connect(connectionId: AwsConnectionId, cancellation?: CancellationToken): Promise<AwsAccountsStatus> {
        return this.calls.runWithSignal(cancellation, async signal => {
            await this.accounts.connect(connectionId, { signal, askMfaCode: mfaPromptOf(this.calls) });
            return this.status();
        });
    }

    async refresh(): Promise<AwsAccountsStatus> {
        return this.statusAfter(() => this.accounts.refresh());
    }

    protected statusAfter(act: () => Promise<void>): Promise<AwsAccountsStatus> {
        return this.calls.run(async () => {
            await act();
            return this.status();
        });
    }

    protected status(): AwsAccountsStatus {
        return this.store.status(this.workspace);
    }

    @preDestroy()
    dispose(): void {
        this.present.dispose();
        this.calls.dispose();
        this.toDispose.dispose();
    }
}
