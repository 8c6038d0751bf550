import { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import type { AssignedAccountsListing, AssignedRolesListing } from '../common/assigned-role';
import type { AwsAccountsClient, AwsAccountsServer } from '../common/aws-accounts-protocol';
import type { AwsAccountsSnapshot } from '../common/aws-accounts-snapshot';
import type { AwsConnectionId } from '../common/aws-connection';
import type { AwsUse } from '../common/connection-use';
import type { Pin } from '../common/pin';
import type {
    ProfileDraft,
    ProfileDraftCheck,
    ProfileRemoval,
    ProfileRestoration,
    ProfileWriteOutcome,
    ProfileWriteRequest
} from '../common/profile-draft';
import type { ProfileChange } from '../common/profile-change';
import type { RoleProfilePlan, RoleProfileProposal, RoleProfileRemoval, RoleProfileRequest } from '../common/role-profile';
import type { SessionEndNotice } from '../common/session-end-notice';
import type { LoopbackQuestion } from '../common/sign-in-flow';
import type { RedirectReceipt, SignInOutcome, SignInRequest, SignOutOutcome } from '../common/sign-in';
import { AwsAccounts } from './aws-accounts';
import { withCallSignal } from './rpc/call-signal';
import { Clock } from './process/clock';
import { ConnectionStore } from './connection/connection-store';
import type { MfaPrompt } from './credentials/resolution/resolution-context';
import { askWindow } from './credentials/mfa/window-question';
import { withKnownErrors } from './rpc/known-errors';
import { OpenWindow, OpenWindows } from './session-end/open-windows';
import { PortalRoles } from './portal/portal-roles';
import { ProfileDrafts } from './profile/profile-drafts';
import { ProfileRemovals } from './profile/profile-removals';
import { RoleProfileWriter } from './role/role-profile-writer';
import { SignInService } from './sign-in-service';
import { LoopbackProbe } from './sso/flow/loopback-probe';

/** Serves one window and ends with it: whatever the window began and did not finish is called off. */
@injectable()
export class AwsAccountsServerImpl implements AwsAccountsServer, OpenWindow, Disposable {

    @inject(AwsAccounts) protected readonly accounts: AwsAccounts;
    @inject(SignInService) protected readonly signIns: SignInService;
    @inject(RoleProfileWriter) protected readonly roleProfiles: RoleProfileWriter;
    @inject(ProfileDrafts) protected readonly drafts: ProfileDrafts;
    @inject(ProfileRemovals) protected readonly removals: ProfileRemovals;
    @inject(PortalRoles) protected readonly portalRoles: PortalRoles;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(OpenWindows) protected readonly windows: OpenWindows;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ILogger) @named('aws-accounts:Server') protected readonly logger: ILogger;

    protected readonly toDispose = new DisposableCollection();
    protected readonly windowClosed = new AbortController();
    protected client: AwsAccountsClient | undefined;
    protected present: Disposable = Disposable.NULL;
    workspace = '';

    @postConstruct()
    protected init(): void {
        this.toDispose.push(this.store.onDidChange(() => this.client?.notifySnapshot(this.snapshot())));
        this.toDispose.push(this.portalRoles.onDidStartAnew(connectionId => this.client?.notifyAccountsForgotten(connectionId)));
    }

    setClient(client: AwsAccountsClient | undefined): void {
        this.client = client;
    }

    tell(notice: SessionEndNotice): void {
        this.client?.notifySessionEnd(notice);
    }

    async attach(workspace: string | undefined): Promise<AwsAccountsSnapshot> {
        return this.edge(async () => {
            await this.accounts.restore();
            this.workspace = workspace ?? '';
            return this.snapshot();
        });
    }

    async signIn(request: SignInRequest, cancellation?: CancellationToken): Promise<SignInOutcome> {
        const outcome = await this.edge(() => this.withSignal(cancellation, signal =>
            this.signIns.signIn(request, signal, progress => this.client?.notifySignInProgress(request.signInId, progress))
        ));
        if (outcome.kind === 'signedIn') {
            this.portalRoles.startAnew(outcome.connectionId);
        }
        return outcome;
    }

    async completeSignIn(signInId: string, redirectAddress: string): Promise<RedirectReceipt> {
        return this.edge(async () => this.signIns.complete(signInId, redirectAddress));
    }

    async askLoopback(): Promise<LoopbackQuestion> {
        return this.edge(() => LoopbackProbe.ask(this.clock, this.windowClosed.signal));
    }

    async signOut(connectionId: AwsConnectionId): Promise<SignOutOutcome> {
        return this.edge(() => this.accounts.signOut(connectionId));
    }

    async setUse(use: AwsUse, connectionId: AwsConnectionId | undefined): Promise<AwsAccountsSnapshot> {
        return this.snapshotAfter(() => this.accounts.setUse(use, connectionId ?? undefined, this.workspace));
    }

    async setPinned(pin: Pin, pinned: boolean): Promise<AwsAccountsSnapshot> {
        return this.snapshotAfter(() => this.accounts.setPinned(pin, pinned));
    }

    async changeProfile(connectionId: AwsConnectionId, change: ProfileChange): Promise<AwsAccountsSnapshot> {
        return this.snapshotAfter(() => this.accounts.changeProfile(connectionId, change));
    }

    async connect(connectionId: AwsConnectionId, cancellation?: CancellationToken): Promise<AwsAccountsSnapshot> {
        return this.edge(() => this.withSignal(cancellation, async signal => {
            await this.accounts.connect(connectionId, { signal, askMfaCode: this.askMfaCode });
            return this.snapshot();
        }));
    }

    async listAccounts(connectionId: AwsConnectionId, cancellation?: CancellationToken): Promise<AssignedAccountsListing> {
        return this.edge(() => this.withSignal(cancellation, signal =>
            this.portalRoles.listAccounts(connectionId, signal, accounts => this.client?.notifyAssignedAccounts({ connectionId, accounts }))
        ));
    }

    async listRoles(connectionId: AwsConnectionId, accountId: string, cancellation?: CancellationToken): Promise<AssignedRolesListing> {
        return this.edge(() => this.withSignal(cancellation, signal => this.portalRoles.listRoles(connectionId, accountId, signal)));
    }

    async forgetAccounts(connectionId: AwsConnectionId): Promise<void> {
        return this.edge(async () => this.portalRoles.forget(connectionId));
    }

    async proposeRoleProfiles(requests: readonly RoleProfileRequest[]): Promise<RoleProfilePlan> {
        return this.edge(() => this.roleProfiles.propose(requests));
    }

    async writeRoleProfiles(requests: readonly RoleProfileRequest[]): Promise<readonly RoleProfileProposal[]> {
        return this.edge(() => this.roleProfiles.write(requests));
    }

    async removeRoleProfile(profile: string): Promise<RoleProfileRemoval> {
        return this.edge(() => this.roleProfiles.remove(profile));
    }

    async readProfile(profile: string): Promise<ProfileDraft> {
        return this.edge(() => this.drafts.read(profile));
    }

    async checkProfile(draft: ProfileDraft): Promise<ProfileDraftCheck> {
        return this.edge(() => this.drafts.check(draft));
    }

    async writeProfile(request: ProfileWriteRequest, cancellation?: CancellationToken): Promise<ProfileWriteOutcome> {
        return this.edge(() =>
            this.withSignal(cancellation, signal => this.drafts.write(request, { signal, askMfaCode: this.askMfaCode }))
        );
    }

    async removeProfile(profile: string): Promise<ProfileRemoval> {
        return this.edge(() => this.removals.remove(profile));
    }

    async restoreProfile(removalId: string): Promise<ProfileRestoration> {
        return this.edge(() => this.removals.restore(removalId));
    }

    async refresh(): Promise<AwsAccountsSnapshot> {
        return this.snapshotAfter(() => this.accounts.refresh());
    }

    async ensureFile(file: 'config' | 'credentials'): Promise<string> {
        return this.edge(() => this.accounts.ensureFile(file));
    }

    protected snapshotAfter(act: () => Promise<void>): Promise<AwsAccountsSnapshot> {
        return this.edge(async () => {
            await act();
            return this.snapshot();
        });
    }

    protected snapshot(): AwsAccountsSnapshot {
        return this.store.snapshot(this.workspace);
    }

    protected readonly askMfaCode: MfaPrompt = (request, asking) =>
        askWindow(this.client, request, AbortSignal.any([asking, this.windowClosed.signal]));

    protected withSignal<T>(cancellation: CancellationToken | undefined, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
        return withCallSignal(cancellation, this.windowClosed.signal, act);
    }

    protected edge<T>(act: () => Promise<T>): Promise<T> {
        this.present = this.windows.heardOf(this);
        return withKnownErrors(this.logger, act);
    }

    @preDestroy()
    dispose(): void {
        this.client = undefined;
        this.present.dispose();
        this.windowClosed.abort();
        this.toDispose.dispose();
    }
}
