import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { AssignedAccountsPage } from '../../common/connection/assigned-role';
import type { MfaCodeRequest } from '../../common/connection/mfa';
import type { AwsAccountsClient } from '../../common/protocol/aws-accounts-protocol';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';
import type { SessionReplacement } from '../../common/sign-in/session-replacement';
import type { SignInProgress } from '../../common/sign-in/sign-in';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';

/** Notifications that one window got. */
export class RecordingClient implements AwsAccountsClient {
    readonly snapshots: AwsAccountsSnapshot[] = [];
    readonly progress: SignInProgress[] = [];
    readonly notices: SessionEndNotice[] = [];
    readonly pages: AssignedAccountsPage[] = [];
    readonly forgotten: string[] = [];
    readonly mfaRequests: MfaCodeRequest[] = [];
    /** The code that the person at the window types when they are asked for one. */
    mfaCode: (request: MfaCodeRequest, cancellation?: CancellationToken) => Promise<string | undefined> = async () => undefined;
    protected waiting: { fits(): boolean; resolve(): void }[] = [];

    constructor(protected readonly compose: (status: AwsAccountsStatus) => AwsAccountsSnapshot) { }

    notifyStatus(status: AwsAccountsStatus): void {
        this.snapshots.push(this.compose(status));
        this.wake();
    }

    notifySessionEnd(notice: SessionEndNotice): void {
        this.notices.push(notice);
        this.wake();
    }

    notifySignInProgress(_signInId: string, progress: SignInProgress): void {
        this.progress.push(progress);
        this.wake();
    }

    notifyAssignedAccounts(page: AssignedAccountsPage): void {
        this.pages.push(page);
        this.wake();
    }

    notifyAccountsForgotten(connectionId: string): void {
        this.forgotten.push(connectionId);
        this.wake();
    }

    requestMfaCode(request: MfaCodeRequest, cancellation?: CancellationToken): Promise<string | undefined> {
        this.mfaRequests.push(request);
        this.wake();
        return this.mfaCode(request, cancellation);
    }

    /** The person's answer when another session is in the way. */
    replaces = false;
    readonly replacements: SessionReplacement[] = [];

    async confirmSessionReplacement(replacement: SessionReplacement): Promise<boolean> {
        this.replacements.push(replacement);
        return this.replaces;
    }

    /** Resolves as soon as `fits` holds, which is looked at whenever something arrives. */
    until(fits: () => boolean): Promise<void> {
        return fits() ? Promise.resolve() : new Promise(resolve => this.waiting.push({ fits, resolve }));
    }

    protected wake(): void {
        const ready = this.waiting.filter(({ fits }) => fits());
        this.waiting = this.waiting.filter(waiter => !ready.includes(waiter));
        ready.forEach(({ resolve }) => resolve());
    }
}
