import { expect } from 'chai';
import * as fc from 'fast-check';
import { withoutUsersAndQueries } from './addresses';

/** The same in one expression, whose cost grows with the square of a long word. */
const ADDRESS = /([a-z][a-z0-9+.-]{0,30}:\/\/)(?:[^\s/?#]*@)?([^\s?#"']*)(?:[?#][^\s"']*)?/gi;

/** Number of looks at single characters. A search for a text looks at each character from its begin to where it finds it. */
function looksAt(content: string): number {
    let looks = 0;
    const text = new Proxy(Object(content) as object, {
        get: (target, key) => {
            if (typeof key === 'string' && /^\d+$/.test(key)) {
                looks += 1;
                return content[Number(key)];
            }
            if (key === 'indexOf') {
                return (wanted: string, from = 0) => {
                    const found = content.indexOf(wanted, from);
                    looks += (found === -1 ? content.length : found) - from;
                    return found;
                };
            }
            const value: unknown = Reflect.get(target, key);
            return typeof value === 'function' ? value.bind(content) as unknown : value;
        }
    });
    withoutUsersAndQueries(text as unknown as string);
    return looks;
}

describe('The addresses of a diagnosis', () => {

    const rows: readonly (readonly [text: string, redacted: string])[] = [
        ['HTTP://jo:pw@proxy:3128/x?token=1#2 next', 'HTTP://proxy:3128/x next'],
        ['a http://jo@[::1]:1/ and socks5h://jo:p@h', 'a http://[::1]:1/ and socks5h://h'],
        ['"https://h/x?a=b" \'https://h#c\'', '"https://h/x" \'https://h\''],
        ['http://jo:pw@', 'http://'], ['http://jo:pw@"x"', 'http://"x"'], ['1://jo:pw@h', '1://jo:pw@h'], ['://jo@h', '://jo@h'],
        [`${'1'.repeat(31)}a${'1'.repeat(30)}://jo:pw@h`, `${'1'.repeat(31)}a${'1'.repeat(30)}://h`],
        [`a${'1'.repeat(31)}://jo@h`, `a${'1'.repeat(31)}://jo@h`]
    ];
    for (const [text, redacted] of rows) {
        it(`lose user and query: ${text}`, () => expect(withoutUsersAndQueries(text)).to.equal(redacted));
    }

    it('lose what the expression says, in every text', () => {
        const piece = fc.constantFrom('://', 'a', 'http', 'Z', '1', '-', '@', '/', '?', '#', '"', ' ', ':', 'jo', '\n', '1'.repeat(31));
        fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
            const text = pieces.join('');
            expect(withoutUsersAndQueries(text)).to.equal(text.replace(ADDRESS, '$1$2'));
        }), { numRuns: 3000 });
    });

    const patterns = [
        'a', 'a1', '1', 'a.', '-', '://', 'a://', '1://', 'a@', 'a://b@', 'a://@', 'a://"', 'a://?', 'a://b?c ', 'http://h/ ', '@', ':', '"'
    ];
    for (const pattern of patterns) {
        // @threat slow-redaction
        it(`cost twice the looks in a text twice as long: ${JSON.stringify(pattern)}`, () => {
            const [one, two] = [12_000, 24_000].map(length => looksAt(pattern.repeat(length / pattern.length)));
            expect(two / one).to.be.within(1.9, 2.1);
            expect(one).to.be.lessThan(12_000 * 5);
        });
    }

    it('cost as little behind a scheme without an end, and before one', () => {
        for (const [before, repeated, after] of [['a://', 'b', ''], ['', '1', '://x'], ['a://', '@', '']]) {
            const [one, two] = [12_000, 24_000].map(times => looksAt(before + repeated.repeat(times) + after));
            expect(two / one).to.be.within(1.9, 2.1);
        }
    });
});
