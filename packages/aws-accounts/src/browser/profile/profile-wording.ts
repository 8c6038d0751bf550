import { nls } from '@theia/core/lib/common/nls';
import type { ProfileDraft, ProfileField, FieldProblem, ProfileRemoval, ProfileRestoration } from '../../common/profile/profile-draft';
import { failureText, problemText } from '../wording';

/** Problem of a field, and its remedy. */
export function remarkText(remark: FieldProblem): string {
    switch (remark.kind) {
        case 'missing':
            return missingText(remark.field);
        case 'malformed':
            return malformedText(remark.field);
        case 'nameTaken':
            return nls.localize(
                'theia/aws-accounts/profile/nameTaken',
                'There is a profile called {0}. Choose another name, or edit that one in the Accounts view.',
                remark.name
            );
        case 'sessionArn':
            return nls.localize(
                'theia/aws-accounts/profile/sessionArn',
                'This is the ARN of a session. That of the role is {0}, with the role\'s path if it has one.',
                remark.roleArn
            );
        case 'unusableSource':
            return nls.localize(
                'theia/aws-accounts/profile/unusableSource',
                'The role cannot be assumed from here: {0}. Choose another source.',
                problemText(remark.problem)
            );
        case 'refused':
            return refusedText(remark.field);
        case 'fileTrouble':
            return failureText(remark.failure).message;
    }
}

/** Said when a file has got a secret and is no longer open to other users. */
export function closedText(path: string): string {
    return nls.localize(
        'theia/aws-accounts/profile/closed',
        'Other users of this machine could read or change {0}. It holds keys now, so from now on only you can.',
        path
    );
}

function missingText(field: ProfileField): string {
    switch (field) {
        case 'name':
            return nls.localize('theia/aws-accounts/profile/nameMissing', 'Give the profile a name, for example dev.');
        case 'sessionToken':
            return nls.localize(
                'theia/aws-accounts/profile/sessionTokenMissing',
                'Keys that begin with ASIA are temporary. Enter their session token too.'
            );
        case 'source':
            return nls.localize('theia/aws-accounts/profile/sourceMissing', 'Choose whose credentials assume the role.');
        default:
            return nls.localize('theia/aws-accounts/profile/missing', 'Fill this in.');
    }
}

/** AWS's answer about keys, where it says which part is wrong. */
function refusedText(field: ProfileField): string {
    const reason =
        field === 'accessKeyId'
            ? nls.localize(
                  'theia/aws-accounts/profile/accessKeyIdRefused',
                  'AWS does not know this access key: it is mistyped, deleted, or of another partition.'
              )
            : field === 'sessionToken'
              ? nls.localize(
                    'theia/aws-accounts/profile/sessionTokenRefused',
                    'AWS does not know this session token with this access key id. Copy all three again.'
                )
              : nls.localize(
                    'theia/aws-accounts/profile/secretRefused',
                    'AWS knows the access key, but this is not its secret. Copy it again.'
                );
    return `${reason} ${nothingWrittenText()}`;
}

export function nothingWrittenText(): string {
    return nls.localize('theia/aws-accounts/profile/nothingWritten', 'Nothing was written.');
}

function malformedText(field: ProfileField): string {
    switch (field) {
        case 'name':
            return nls.localize(
                'theia/aws-accounts/profile/nameMalformed',
                'Not every tool reads this name. Use letters, digits and . _ - + @ without spaces.'
            );
        case 'accessKeyId':
            return nls.localize(
                'theia/aws-accounts/profile/accessKeyIdMalformed',
                'An access key id has 16 letters and digits or more, such as AKIAIOSFODNN7EXAMPLE. Copy it again.'
            );
        case 'secretAccessKey':
        case 'sessionToken':
            return nls.localize(
                'theia/aws-accounts/profile/secretMalformed',
                'This was not copied whole, or more than it was. Copy it again, without spaces and quotes.'
            );
        case 'roleArn':
            return nls.localize(
                'theia/aws-accounts/profile/roleArnMalformed',
                'The ARN of a role looks like arn:aws:iam::111122223333:role/Admin. Copy it from the role\'s page in IAM.'
            );
        case 'mfaSerial':
            return nls.localize(
                'theia/aws-accounts/profile/mfaSerialMalformed',
                'Enter the ARN or the serial number of the device, not its code: arn:aws:iam::111122223333:mfa/jo.'
            );
        case 'externalId':
            return nls.localize(
                'theia/aws-accounts/profile/externalIdMalformed',
                'An external id has 2 characters or more: letters, digits and = , . @ : / - without spaces.'
            );
        default:
            return nls.localize('theia/aws-accounts/profile/malformed', 'AWS does not know this form. Check it.');
    }
}

export function dialogTitle(draft: ProfileDraft | undefined): string {
    if (draft === undefined) {
        return nls.localize('theia/aws-accounts/profile/title', 'Add an IAM profile');
    }
    if (draft.exists) {
        return nls.localize('theia/aws-accounts/profile/titleEdit', 'Edit profile {0}', draft.name);
    }
    return draft.kind === 'role'
        ? nls.localize('theia/aws-accounts/profile/titleRole', 'Add a profile that assumes a role')
        : nls.localize('theia/aws-accounts/profile/titleKeys', 'Add a profile with access keys');
}

/** Says how a removal ended. */
export function removalText(profile: string, removal: ProfileRemoval): string {
    switch (removal.kind) {
        case 'removed':
            return nls.localize('theia/aws-accounts/profile/removed', 'Removed profile {0}.', profile);
        case 'gone':
            return nls.localize('theia/aws-accounts/profile/gone', 'Profile {0} had been removed already.', profile);
        case 'needed':
            return nls.localize(
                'theia/aws-accounts/profile/needed',
                'Profile {0} was not removed. It gives credentials to: {1}.',
                profile,
                removal.by.join(', ')
            );
    }
}

/** Why a removal could not be taken back; `undefined`: it was. */
export function restorationTrouble(profile: string, restoration: ProfileRestoration): string | undefined {
    switch (restoration.kind) {
        case 'restored':
            return undefined;
        case 'nameTaken':
            return nls.localize(
                'theia/aws-accounts/profile/restoreTaken',
                'There is another profile {0} by now, so the old one was not put back.',
                profile
            );
        case 'forgotten':
            return nls.localize(
                'theia/aws-accounts/profile/restoreForgotten',
                'Profile {0} was removed too long ago to be put back.',
                profile
            );
    }
}
