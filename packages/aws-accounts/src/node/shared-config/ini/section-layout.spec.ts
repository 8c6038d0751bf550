import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseIni } from './ini-document';

const LINE = fc.constantFrom(
    'region = x', 'region =', 'REGION = y', 's3 =', '  a = b', '  c = d', 'a = b', 's3.a = e', '  more', '# c', '', 'output = json'
);
const SECTION = fc.array(LINE, { maxLength: 6 }).map(lines => ['[profile p]', ...lines, ''].join('\n'));

describe('A section among others that share its layout', () => {

    it('has the keys, values and lines that it has alone', () => fc.assert(
        fc.property(fc.array(SECTION, { maxLength: 8 }), sections => {
            let above = 0;
            const alone = sections.map(text => {
                const entries = parseIni(text).sections[0].entries.map(entry => ({
                    ...entry,
                    line: entry.line + above,
                    continuation: entry.continuation.map(line => line + above),
                    ...entry.more && { more: entry.more.map(one => ({ ...one, line: one.line + above })) }
                }));
                above += text.split('\n').length - 1;
                return entries;
            });
            expect(parseIni(sections.join('')).sections.map(({ entries }) => entries)).to.deep.equal(alone);
        }),
        { numRuns: 500 }
    ));

    it('gives the last value of a key that it has twice, and an empty one only where there is no other', () => {
        const [one, other] = parseIni('[a]\nk = v\nk =\n[b]\nk =\nk =\n').sections;
        expect([one.inBlock.value('k'), other.inBlock.value('k'), other.inBlock.value('x')]).to.deep.equal(['v', '', undefined]);
    });
});
