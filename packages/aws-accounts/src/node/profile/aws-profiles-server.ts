import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import type {
    ProfileDraft,
    ProfileDraftCheck,
    ProfileRemoval,
    ProfileRestoration,
    ProfileWriteOutcome,
    ProfileWriteRequest
} from '../../common/profile/profile-draft';
import { mfaPromptOf } from '../credentials/mfa/window-question';
import { FilesRefresh, refreshedAfter } from '../connection/files-refresh';
import { AwsEnvironment } from '../process/aws-environment';
import { unknownKind } from '../../common/state/unknown-kind';
import { WindowCalls } from '../rpc/window-calls';
import { ProfileDrafts } from './profile-drafts';
import { ProfileRemovals } from './profile-removals';
import { ensureFile } from '../files/atomic-file';

/** Serves the profile commands and dialogs of one window. */
@injectable()
export class AwsProfilesServerImpl implements AwsProfilesServer {

    @inject(WindowCalls) protected readonly calls: WindowCalls;
    @inject(ProfileDrafts) protected readonly drafts: ProfileDrafts;
    @inject(ProfileRemovals) protected readonly removals: ProfileRemovals;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(FilesRefresh) protected readonly files: FilesRefresh;

    async readProfile(profile: string): Promise<ProfileDraft> {
        return this.calls.run(() => this.drafts.read(profile));
    }

    async checkProfile(draft: ProfileDraft): Promise<ProfileDraftCheck> {
        return this.calls.run(() => this.drafts.check(draft));
    }

    async writeProfile(request: ProfileWriteRequest, cancellation?: CancellationToken): Promise<ProfileWriteOutcome> {
        return this.calls.runWithSignal(cancellation, signal =>
            refreshedAfter(this.files, this.drafts.write(request, { signal, askMfaCode: mfaPromptOf(this.calls) }))
        );
    }

    async removeProfile(profile: string): Promise<ProfileRemoval> {
        return this.calls.run(() => refreshedAfter(this.files, this.removals.remove(profile)));
    }

    async restoreProfile(removalId: string): Promise<ProfileRestoration> {
        return this.calls.run(() => refreshedAfter(this.files, this.removals.restore(removalId)));
    }

    async ensureFile(file: 'config' | 'credentials'): Promise<string> {
        return this.calls.run(async () => {
            const path = this.pathOf(file);
            await ensureFile(path);
            await this.files.refresh();
            return FileUri.create(path).toString();
        });
    }

    protected pathOf(file: 'config' | 'credentials'): string {
        switch (file) {
            case 'config':
                return this.environment.configFile;
            case 'credentials':
                return this.environment.credentialsFile;
            default:
                return unknownKind(file, 'file');
        }
    }
}
