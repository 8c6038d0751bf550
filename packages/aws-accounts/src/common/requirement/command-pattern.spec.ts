import { expect } from 'chai';
import * as fc from 'fast-check';
import { CommandPattern } from './command-pattern';

/** A string that counts how often one of its characters is looked at. */
function counted(text: string): { readonly text: string; readonly looks: () => number } {
    let looks = 0;
    const proxy = new Proxy(Object(text) as object, {
        get: (target, key) => {
            looks += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
            return Reflect.get(target, key) as unknown;
        }
    });
    return { text: proxy as unknown as string, looks: () => looks };
}

describe('A pattern of command ids', () => {

    const CASES: readonly (readonly [pattern: string, id: string, fits: boolean])[] = [
        ['my.*', 'my.', true], ['my.*', 'my.a.b', true], ['my.*', 'mx.a', false], ['*', '', true], ['?', '', false], ['?', 'a', true],
        ['a*b*c', 'axbxbxc', true], ['a*b*c', 'axbxbxd', false], ['a**', 'a', true], ['a*?', 'a', false], ['a*?', 'ab', true],
        ['*a', 'aab', false], ['*ab', 'aab', true], ['a.b', 'axb', false], ['a?c*', 'a\nc\n', true]
    ];
    for (const [pattern, id, fits] of CASES) {
        it(`${pattern} ${fits ? 'fits' : 'does not fit'} ${JSON.stringify(id)}`, () => expect(CommandPattern.fits(pattern, id))
            .to.equal(fits));
    }

    it('fits what the regular expression fits that says the same', () => {
        const word = fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 8 }).map(parts => parts.join(''));
        const pattern = fc.array(fc.constantFrom('a', 'b', '.', '*', '?'), { maxLength: 8 }).map(parts => parts.join(''));
        fc.assert(fc.property(pattern, word, (one, id) => {
            const expression = new RegExp(`^${one.replace(/\./g, '\\.').replace(/\*+/g, '.*').replace(/\?/g, '.')}$`);
            expect(CommandPattern.fits(one, id)).to.equal(expression.test(id));
        }));
    });

    // @threat workspace-freezes-window
    it('looks at each character of an id a number of times that does not grow with the id, however many wildcards it has', () => {
        const looksFor = (pattern: string, length: number): number => {
            const id = counted('a'.repeat(length));
            expect(CommandPattern.fits(pattern, id.text)).to.equal(false);
            return id.looks();
        };
        for (const pattern of ['*?*?*?*?*!', 'a*a*a*a*a*a*b', '*'.repeat(50) + '!']) {
            expect(looksFor(pattern, 2000) / looksFor(pattern, 1000)).to.be.lessThan(2.1);
        }
    });
});
