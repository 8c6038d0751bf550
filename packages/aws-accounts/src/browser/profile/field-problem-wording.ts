import { nls } from '@theia/core/lib/common/nls';
import type { FieldProblem, ProfileField } from '../../common/profile/profile-draft';
import { failureText, problemText } from '../wording';
import { nothingWrittenText } from './profile-wording';

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
