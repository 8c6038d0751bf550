import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import type {
    FieldProblem, ProfileDraft, ProfileDraftCheck, ProfileField, ProfileSecrets, ProfileWriteOutcome
} from '../../common/profile/profile-draft';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy, AwsProfilesServerProxy } from '../connection/backend-services';
import { ProfileRemarks } from './profile-remarks';

/** Result of the latest attempt to write. */
type ProfileTry =
    | { readonly kind: 'none' }
    /** AWS is being asked. */
    | { readonly kind: 'running'; readonly cancellation: CancellationTokenSource }
    | { readonly kind: 'failed'; readonly failure: AwsFailure; readonly mayWriteAnyway: boolean };

/**
 * A profile while a person fills in its form: judged by the backend with every change, written when AWS knows it. Knows nothing of how it
 * is drawn, and no secret.
 */
@injectable()
export class ProfileForm {

    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AwsProfilesServerProxy) protected readonly profiles: AwsProfilesServer;
    @inject(AwsAccountsModel) readonly model: AwsAccountsModel;

    protected readonly changed = new Emitter<void>();
    protected readonly written = new Emitter<string>();
    protected readonly closed = new Emitter<string>();
    protected readonly remarks = new ProfileRemarks();
    protected current: ProfileDraft | undefined;
    latest: ProfileTry = { kind: 'none' };

    readonly onDidChange = this.changed.event;
    /** The name of the profile. */
    readonly onDidWrite = this.written.event;
    /** The path of a file that others could read until it got a secret. */
    readonly onDidClose = this.closed.event;

    /** `undefined` until it is known which kind of profile it is to be. */
    get draft(): ProfileDraft | undefined {
        return this.current;
    }

    get previews(): ProfileDraftCheck['previews'] {
        return this.remarks.previews;
    }

    begin(draft: ProfileDraft): void {
        this.current = draft;
        void this.check();
    }

    /** Text for a field: none yet for one that is still empty and that the person has not reached. */
    remarkOn(field: ProfileField): FieldProblem | undefined {
        return this.remarks.on(field);
    }

    change<D extends ProfileDraft>(field: ProfileField, change: Partial<D>): void {
        if (this.current !== undefined && this.latest.kind !== 'running') {
            this.current = { ...this.current, ...change };
            this.remarks.touch(field);
            this.latest = { kind: 'none' };
            void this.check();
        }
    }

    /** Asks AWS and writes. The secrets only pass through: they are neither kept nor shown. */
    async submit(secrets?: ProfileSecrets, evenIfRefused = false): Promise<void> {
        const { current: draft } = this;
        if (draft === undefined || this.latest.kind === 'running') {
            return;
        }
        const cancellation = new CancellationTokenSource();
        this.latest = { kind: 'running', cancellation };
        this.changed.fire();
        const latest = await this.write(draft, cancellation, secrets, evenIfRefused);
        if (this.latest.kind === 'running' && this.latest.cancellation === cancellation) {
            this.latest = latest;
            this.changed.fire();
        }
    }

    /** Cancels what is under way; the form is as it was before. */
    stop(): void {
        if (this.latest.kind === 'running') {
            this.latest.cancellation.cancel();
            this.latest = { kind: 'none' };
            this.changed.fire();
        }
    }

    dispose(): void {
        this.stop();
        this.changed.dispose();
        this.written.dispose();
        this.closed.dispose();
    }

    protected async write(
        draft: ProfileDraft, { token }: CancellationTokenSource, secrets: ProfileSecrets | undefined, evenIfRefused: boolean
    ): Promise<ProfileTry> {
        try {
            const outcome = await this.profiles.writeProfile({ draft, secrets, evenIfRefused }, token);
            return await this.after(outcome, draft);
        } catch (error) {
            return { kind: 'failed', failure: AwsFailure.of(error), mayWriteAnyway: false };
        }
    }

    protected async after(outcome: ProfileWriteOutcome, draft: ProfileDraft): Promise<ProfileTry> {
        switch (outcome.kind) {
            case 'written':
                this.model.accept(await this.server.refresh());
                (outcome.closed ?? []).forEach(path => this.closed.fire(path));
                this.written.fire(draft.name);
                return { kind: 'none' };
            case 'invalid':
                this.remarks.refuse(outcome.remarks);
                return { kind: 'none' };
            case 'refused':
                return { kind: 'failed', failure: outcome.failure, mayWriteAnyway: draft.kind === 'role' };
            case 'cancelled':
                return { kind: 'none' };
        }
    }

    /** A late answer about a draft that was changed since is not looked at. */
    protected async check(): Promise<void> {
        const { current: draft } = this;
        this.changed.fire();
        if (draft === undefined) {
            return;
        }
        const checked = await this.profiles.checkProfile(draft).catch((error): ProfileDraftCheck => (
            { remarks: [{ field: 'file', kind: 'fileTrouble', failure: AwsFailure.of(error) }], previews: [] }
        ));
        if (draft === this.current) {
            this.remarks.accept(checked);
            this.changed.fire();
        }
    }
}
