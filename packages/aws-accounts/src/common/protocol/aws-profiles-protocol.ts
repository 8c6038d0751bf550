import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type {
    ProfileDraft,
    ProfileDraftCheck,
    ProfileRemoval,
    ProfileRestoration,
    ProfileWriteOutcome,
    ProfileWriteRequest
} from '../profile/profile-draft';

export const AWS_PROFILES_PATH = '/services/aws-accounts-profiles';

export const AwsProfilesServer = Symbol('AwsProfilesServer');

/**
 * The profiles of the shared config files, as a person edits them. One object for each window. Every method rejects with
 * `AwsAccountsError` when something is broken; what may be expected is part of its result.
 */
export interface AwsProfilesServer {
    /** A profile as a draft that changes nothing, without its secrets. */
    readProfile(profile: string): Promise<ProfileDraft>;
    /** Problems of a draft, or else the lines that would be written. Writes nothing and makes no network call. */
    checkProfile(draft: ProfileDraft): Promise<ProfileDraftCheck>;
    /**
     * Asks AWS who the draft is, which may ask this window for the code of an MFA device, and writes it if AWS knows. Cancelling rejects,
     * and nothing is written.
     */
    writeProfile(request: ProfileWriteRequest, cancellation?: CancellationToken): Promise<ProfileWriteOutcome>;
    /** Removes a profile from both files, unless others need it. */
    removeProfile(profile: string): Promise<ProfileRemoval>;
    /** Undoes a removal. */
    restoreProfile(removalId: string): Promise<ProfileRestoration>;
    /** URI of the config or credentials file; creates it, empty and readable by its owner alone, when it does not exist. */
    ensureFile(file: 'config' | 'credentials'): Promise<string>;
}
