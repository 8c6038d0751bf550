import type { AwsFailure } from '../../common/state/aws-accounts-error';
import { ProfileDraft, ProfileField } from '../../common/profile/profile-draft';

/** Error codes by which AWS says which part of the keys of a call is wrong ("Common errors", STS API reference). */
const FIELDS: { readonly [code: string]: ProfileField } = {
    InvalidClientTokenId: 'accessKeyId',
    InvalidAccessKeyId: 'accessKeyId',
    SignatureDoesNotMatch: 'secretAccessKey',
    InvalidSignatureException: 'secretAccessKey'
};

/**
 * The field that a refusal is about; `undefined`: it is about none, or about what the person did not type. Temporary keys that AWS does
 * not know, nobody can tell whether the id is wrong or the session token, which is the longer one.
 */
export function refusedField(draft: ProfileDraft, { reason, detail }: AwsFailure): ProfileField | undefined {
    if (
        draft.kind !== 'accessKeys' ||
        draft.accessKeyId === '' ||
        reason !== 'invalidCredentials' ||
        detail === undefined ||
        !Object.hasOwn(FIELDS, detail)
    ) {
        return undefined;
    }
    const field = FIELDS[detail];
    return field === 'accessKeyId' && ProfileDraft.isTemporary(draft.accessKeyId) ? 'sessionToken' : field;
}
