import type { AwsFailure } from '../state/aws-accounts-error';
import type { ProfileProblem } from '../connection/profile-problem';
import type { CallerIdentity } from '../state/connection-state';

/** The source of the credentials that assume a role. */
export type RoleSource =
    | { readonly kind: 'profile'; readonly name: string }
    /** Credentials of the machine; `name` is a value of `credential_source`. */
    | { readonly kind: 'machine'; readonly name: string };

interface DraftOfAnyKind {
    readonly name: string;
    /** The profile is there and is to be changed; else it is to be made. */
    readonly exists: boolean;
    /** `undefined`: the profile names none. */
    readonly region?: string;
}

/** Keys of an IAM user, or temporary ones. Their secret parts are not in the draft: see `ProfileSecrets`. */
export interface AccessKeysDraft extends DraftOfAnyKind {
    readonly kind: 'accessKeys';
    /** For a profile that exists, an empty value means that its keys stay as they are. */
    readonly accessKeyId: string;
}

export interface RoleDraft extends DraftOfAnyKind {
    readonly kind: 'role';
    readonly roleArn: string;
    readonly source: RoleSource;
    /** ARN or serial number of the device that the role wants. */
    readonly mfaSerial?: string;
    readonly externalId?: string;
}

/** A profile of another kind, of which only the region can be changed. */
export interface RegionDraft extends DraftOfAnyKind {
    readonly kind: 'region';
}

/** A profile as a person wants it to be. Plain JSON; holds no secret. */
export type ProfileDraft = AccessKeysDraft | RoleDraft | RegionDraft;

/**
 * Secrets that a person types and that are never shown again. They go from the form to the backend in the one call that writes them, since
 * a form in a browser has no other way. The browser half keeps, logs and repeats nothing of them.
 */
export interface ProfileSecrets {
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
}

export type ProfileField =
    'name' | 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'roleArn' | 'source' | 'mfaSerial' | 'externalId' | 'region' | 'file';

/** Problem that keeps a draft from being written, and its field. The words are chosen at the UI edge. */
export type FieldProblem = { readonly field: ProfileField } & (
    | { readonly kind: 'missing' }
    /** Not of the form that AWS gives it, or not writable so that every tool reads it back. */
    | { readonly kind: 'malformed' }
    | { readonly kind: 'nameTaken'; readonly name: string }
    /** The ARN of a session of a role; that of the role itself is `roleArn`. */
    | { readonly kind: 'sessionArn'; readonly roleArn: string }
    | { readonly kind: 'unusableSource'; readonly problem: ProfileProblem }
    /** AWS does not know what is in the field. */
    | { readonly kind: 'refused' }
    | { readonly kind: 'fileTrouble'; readonly failure: AwsFailure });

/** Lines of one file that a draft changes. Values that the person did not type into the form are hidden. */
export interface ProfilePreview {
    /** Absolute path on the backend's machine. */
    readonly path: string;
    /** 1-based: where the first of the lines stands. */
    readonly line: number;
    readonly removed: readonly string[];
    readonly added: readonly string[];
}

export interface ProfileDraftCheck {
    /** None: the draft can be written. */
    readonly remarks: readonly FieldProblem[];
    /** One for each file that changes; none while there are remarks. */
    readonly previews: readonly ProfilePreview[];
}

export interface ProfileWriteRequest {
    readonly draft: ProfileDraft;
    readonly secrets?: ProfileSecrets;
    /** Writes a role that could not be assumed. Keys that AWS did not confirm are never written. */
    readonly evenIfRefused?: boolean;
}

export type ProfileWriteOutcome =
    | {
        readonly kind: 'written';
        /** The identity that AWS names; absent when AWS was not asked, or said no to a role that was written anyway. */
        readonly identity?: CallerIdentity;
        /** Files that got a secret, and that others than their owner could read or write until then. */
        readonly closed?: readonly string[];
    }
    /** Nothing was written. */
    | { readonly kind: 'invalid'; readonly remarks: readonly FieldProblem[] }
    /** AWS, or the way to it, said no. Nothing was written. */
    | { readonly kind: 'refused'; readonly failure: AwsFailure }
    /** The person closed the prompt for a code. Nothing was written. */
    | { readonly kind: 'cancelled' };

/** Outcome of the removal of a profile from both files. */
export type ProfileRemoval =
    /** `removalId` takes it back, for some minutes. */
    | { readonly kind: 'removed'; readonly removalId: string }
    | { readonly kind: 'gone' }
    /** Other profiles take their credentials from it; nothing was removed. */
    | { readonly kind: 'needed'; readonly by: readonly string[] };

/** Outcome of taking back a removal. */
export type ProfileRestoration =
    | { readonly kind: 'restored' }
    /** There is a profile of that name again. */
    | { readonly kind: 'nameTaken' }
    /** It is too long ago; what was removed is forgotten. */
    | { readonly kind: 'forgotten' };

export namespace ProfileDraft {

    /**
     * Tells whether the key belongs to temporary credentials, which are worth nothing without their session token.
     * Source: "IAM identifiers", unique id prefixes.
     */
    export function isTemporary(accessKeyId: string): boolean {
        return accessKeyId.startsWith('ASIA');
    }
}
