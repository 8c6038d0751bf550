import { expect } from 'chai';
import { AwsAccountsError } from '../../../common/state/aws-accounts-error';
import { CredentialSource } from './credential-source';

describe('The credentials of the machine', () => {

    it('are none for a word that is no source: an instance is not asked in its place', async () => {
        const source = new CredentialSource();
        for (const word of ['Toaster', 'environment', '', '__proto__']) {
            const profile = { name: 'ops', get: () => undefined };
            const error = await source.get(word, profile, new AbortController().signal).catch(reason => reason);
            expect(AwsAccountsError.is(error), word).to.equal(true);
            expect(error.data).to.include({ reason: 'invalidRequest', subject: 'ops' });
        }
    });
});
