import { expect } from 'chai';
import { ProofKey } from './proof-key';

describe('ProofKey', () => {

    it('makes the challenge of RFC 7636 appendix B', () => {
        expect(ProofKey.challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).to.equal('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    });

    it('is different each time, and gives nothing of the verifier away', () => {
        const keys = [ProofKey.create(), ProofKey.create()];
        const texts = keys.flatMap(({ state, verifier, challenge }) => [state, verifier, challenge]);
        expect(new Set(texts).size).to.equal(6);
        for (const text of texts) {
            expect(text).to.match(/^[A-Za-z0-9_-]{43}$/);
        }
    });
});
