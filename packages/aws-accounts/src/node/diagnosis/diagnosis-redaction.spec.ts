import { expect } from 'chai';
import { withoutSecrets } from './diagnosis-redaction';

describe('the last look at a diagnosis', () => {

    const rules = { homes: ['/home/jo', '/'], secrets: ['hunter2', 'dev'] };
    const rows: [text: string, redacted: string][] = [
        ['/home/jo/.aws/config:7, /home/joanna/x, /home/jo', '~/.aws/config:7, /home/joanna/x, ~'],
        ['password hunter2!', 'password [...]!'],
        ['profile dev', 'profile dev'],
        ['account 111122223333 and arn:aws:iam::111122223333:role/x', 'account ********3333 and arn:aws:iam::********3333:role/x'],
        ['1234567890123 and 2026-01-01', '1234567890123 and 2026-01-01'],
        ['http://jo:pw@proxy.corp:3128/path?token=x#y', 'http://proxy.corp:3128/path'],
        ['http://jo:p@ss@proxy.corp:3128 is away', 'http://proxy.corp:3128 is away'],
        ['key AKIAIOSFODNN7EXAMPLE', 'key [...]'],
        ['token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJqbyJ9.c2ln', 'token [...]'],
        ['secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'secret [...]'],
        ['request 00000000-0000-4000-8000-000000000000', 'request 00000000-0000-4000-8000-000000000000'],
        ['profile corp-sandbox-administratoraccess-2', 'profile corp-sandbox-administratoraccess-2']
    ];
    for (const [text, redacted] of rows) {
        it(`makes ${JSON.stringify(redacted)} of ${JSON.stringify(text)}`, () => expect(withoutSecrets(text, rules)).to.equal(redacted));
    }
});
