import { expect } from 'chai';
import { redact } from './redaction';

describe('redact', () => {

    const rows: [text: string, redacted: string][] = [
        ['Invalid refresh token provided', 'Invalid refresh token provided'],
        ['The account 111122223333 is suspended.', 'The account 111122223333 is suspended.'],
        ['Client registration-expired, please re-register', 'Client registration-expired, please re-register'],
        ['key AKIAIOSFODNN7EXAMPLE is gone', 'key [...] is gone'],
        ['secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'secret [...]'],
        ['token eyJraWQiOiJrZXktMTU2NDAyOD.eyJzdWIiOiIx.c2lnbmF0dXJl', 'token [...]'],
        ['code=abcDEF0123456789', '[...]']
    ];
    for (const [text, redacted] of rows) {
        it(`makes ${JSON.stringify(redacted)} of ${JSON.stringify(text)}`, () => expect(redact(text)).to.equal(redacted));
    }

    it('keeps texts short', () => expect(redact('no '.repeat(1000))).to.have.lengthOf(300));
});
