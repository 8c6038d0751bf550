import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import {
    ProfileDraft,
    ProfileDraftCheck,
    FieldProblem,
    ProfileSecrets,
    ProfileWriteOutcome,
    ProfileWriteRequest
} from '../../common/profile/profile-draft';
import type { RunningContext } from '../credentials/resolution/resolution-context';
import { BothConfigFiles, FileChanges } from '../shared-config/editor/both-config-files';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { DraftIdentity } from './draft-identity';
import { masked } from './preview-masking';
import { DraftSurroundings, remarksOn, remarksOnSecrets } from './profile-draft-check';
import { changesFor, draftOf, settingsOf } from './profile-draft-settings';
import { refusedField } from './refused-field';
import { MfaCancelled } from '../credentials/mfa/mfa-question';

/** Stands for a secret in a preview, which does not get it. */
const UNSEEN = '********';

/** Adds and changes profiles of the shared config files as a person drafts them: judged first, then confirmed by AWS, then written. */
@injectable()
export class ProfileDrafts {

    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(BothConfigFiles) protected readonly files: BothConfigFiles;
    @inject(DraftIdentity) protected readonly identity: DraftIdentity;

    /**
     * The profile as a draft that changes nothing. Holds no secret.
     *
     * @throws AwsAccountsError `profileNotFound`
     */
    async read(name: string): Promise<ProfileDraft> {
        const profile = (await this.reader.read()).settings.profile(name);
        if (profile === undefined) {
            throw AwsFailure.toError({ reason: 'profileNotFound', subject: name });
        }
        return draftOf(profile);
    }

    /** Problems of a draft as far as they can be told without AWS, or else the lines that would be written. */
    async check(draft: ProfileDraft): Promise<ProfileDraftCheck> {
        const surroundings = await this.reader.read();
        const remarks = remarksOn(draft, surroundings);
        return remarks.length > 0 ? { remarks, previews: [] } : this.preview(draft, surroundings);
    }

    /**
     * Writes a draft once AWS has said who it is. Keys go to the credentials file, or where the profile has its keys; that
     * file is then for its owner alone.
     *
     * @throws AwsAccountsError when the files cannot be read or written, and then neither has changed; the abort of a call that was called
     * off
     */
    async write({ draft, secrets, evenIfRefused }: ProfileWriteRequest, context: RunningContext): Promise<ProfileWriteOutcome> {
        const surroundings = await this.reader.read();
        const invalid = [...remarksOn(draft, surroundings), ...remarksOnSecrets(draft, secrets)];
        const remarks = invalid.length > 0 ? invalid : (await this.preview(draft, surroundings)).remarks;
        if (remarks.length > 0) {
            return { kind: 'invalid', remarks };
        }
        try {
            const isAsked = !(draft.kind === 'role' && evenIfRefused);
            const identity = isAsked ? await this.identity.find(draft, secrets, surroundings.settings, context) : undefined;
            context.signal.throwIfAborted();
            return await this.save(draft, this.changes(draft, secrets, surroundings), identity);
        } catch (error) {
            context.signal.throwIfAborted();
            return error instanceof MfaCancelled ? { kind: 'cancelled' } : refusal(error, draft);
        }
    }

    protected async save(
        draft: ProfileDraft,
        changes: FileChanges,
        identity: (ProfileWriteOutcome & { kind: 'written' })['identity']
    ): Promise<ProfileWriteOutcome> {
        try {
            const closed = await this.files.close(changes);
            await this.files.apply(changes);
            return { kind: 'written', identity, ...closed.length > 0 && { closed } };
        } catch (error) {
            const failure = AwsFailure.of(error);
            const remark: FieldProblem = failure.detail === 'sectionExists'
                ? { field: 'name', kind: 'nameTaken', name: draft.name }
                : { field: 'file', kind: 'fileTrouble', failure };
            return { kind: 'invalid', remarks: [remark] };
        }
    }

    protected async preview(draft: ProfileDraft, surroundings: DraftSurroundings): Promise<ProfileDraftCheck> {
        const typed = draft.kind === 'accessKeys' ? [draft.accessKeyId] : [];
        const secrets = { secretAccessKey: UNSEEN, sessionToken: typed.some(ProfileDraft.isTemporary) ? UNSEEN : undefined };
        try {
            const previews = await this.files.preview(this.changes(draft, secrets, surroundings));
            return { remarks: [], previews: previews.map(preview => masked(preview, typed)) };
        } catch (error) {
            return { remarks: [{ field: 'file', kind: 'fileTrouble', failure: AwsFailure.of(error) }], previews: [] };
        }
    }

    protected changes(draft: ProfileDraft, secrets: ProfileSecrets | undefined, { settings }: DraftSurroundings): FileChanges {
        const known = draft.exists ? settings.profile(draft.name) : undefined;
        if (draft.exists && known === undefined) {
            throw AwsFailure.toError({ reason: 'profileNotFound', subject: draft.name });
        }
        return changesFor(draft.name, settingsOf(draft, secrets), known);
    }
}

function refusal(error: unknown, draft: ProfileDraft): ProfileWriteOutcome {
    const failure = AwsFailure.of(error);
    if (failure.reason === 'internal') {
        throw error;
    }
    const field = refusedField(draft, failure);
    return field === undefined ? { kind: 'refused', failure } : { kind: 'invalid', remarks: [{ field, kind: 'refused' }] };
}
