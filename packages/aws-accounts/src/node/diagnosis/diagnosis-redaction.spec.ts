import { expect } from 'chai';
import { withoutTokens } from './secret-like';
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
        ['token of 48 letters and digits ' + 'a1'.repeat(24), 'token of 48 letters and digits [...]'],
        ['session IQoJb3JpZ2luX2VjEHwaCXVzLWVhc3QtMSJHMEUCIQD=', 'session [...]'],
        ['key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'key=[...]'],
        ['request 00000000-0000-4000-8000-000000000000', 'request 00000000-0000-4000-8000-000000000000'],
        ['profile corp-sandbox-administratoraccess-2', 'profile corp-sandbox-administratoraccess-2']
    ];
    for (const [text, redacted] of rows) {
        it(`makes ${JSON.stringify(redacted)} of ${JSON.stringify(text)}`, () => expect(withoutSecrets(text, rules)).to.equal(redacted));
    }

    /** Number of looks at single characters for a text of this length. */
    function looksFor(pattern: string, length: number): number {
        let looks = 0;
        const text = new Proxy(Object(pattern.repeat(length / pattern.length)) as object, {
            get: (target, key) => {
                looks += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
                const value: unknown = Reflect.get(target, key);
                return typeof value === 'function' ? value.bind(target) as unknown : value;
            }
        });
        withoutTokens(text as unknown as string);
        return looks;
    }

    for (const pattern of ['a', 'aA', 'a1', 'A1-', 'x y ', '=+', 'a/']) {
        // @threat slow-redaction
        it(`looks at twice as much of a text twice as long: ${JSON.stringify(pattern)}`, () => {
            expect(looksFor(pattern, 24_000) / looksFor(pattern, 12_000)).to.be.within(1.9, 2.1);
        });
    }

    it('cuts a line that nobody would read to its end', () => {
        const redacted = withoutSecrets(`Detail: ${'word '.repeat(20_000)}\nnext`, rules);
        expect(redacted.length).to.be.lessThan(2100);
        expect(redacted).to.match(/…\nnext$/);
    });
});
