import { expect } from 'chai';
import type { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ProfileDraft, ProfileField } from '../../common/profile/profile-draft';
import { refusedField } from './refused-field';

const KEYS: ProfileDraft = { kind: 'accessKeys', name: 'dev', exists: false, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' };
const TEMPORARY: ProfileDraft = { ...KEYS, accessKeyId: 'ASIAI44QH8DHBEXAMPLE' };
const KEPT: ProfileDraft = { ...KEYS, exists: true, accessKeyId: '' };
const ROLE: ProfileDraft = {
    kind: 'role',
    name: 'r',
    exists: false,
    roleArn: 'arn:aws:iam::111122223333:role/r',
    source: { kind: 'profile', name: 'dev' }
};

describe('the field that AWS refused', () => {
    const refusal = (detail?: string): AwsFailure => ({ reason: 'invalidCredentials', subject: 'dev', detail });
    const table: readonly (readonly [string, ProfileDraft, AwsFailure, ProfileField | undefined])[] = [
        ['an unknown key', KEYS, refusal('InvalidClientTokenId'), 'accessKeyId'],
        ['a wrong secret', KEYS, refusal('SignatureDoesNotMatch'), 'secretAccessKey'],
        ['temporary keys that AWS does not know', TEMPORARY, refusal('InvalidClientTokenId'), 'sessionToken'],
        ['a wrong secret of temporary keys', TEMPORARY, refusal('SignatureDoesNotMatch'), 'secretAccessKey'],
        ['a code that says nothing of a field', KEYS, refusal('AuthFailure'), undefined],
        ['a code that every object has', KEYS, refusal('constructor'), undefined],
        ['no code', KEYS, refusal(), undefined],
        ['a clock that is off', KEYS, { reason: 'clockSkew', detail: 'SignatureDoesNotMatch' }, undefined],
        ['keys that stay as they are', KEPT, refusal('InvalidClientTokenId'), undefined],
        ['the keys of a role\'s source', ROLE, refusal('InvalidClientTokenId'), undefined]
    ];
    for (const [name, draft, failure, field] of table) {
        it(`with ${name}: ${field ?? 'none'}`, () => expect(refusedField(draft, failure)).to.equal(field));
    }
});
