import { expect } from 'chai';
import * as fc from 'fast-check';
import { IniFlawKind } from './ini-flaws';
import { parseIni } from './ini-document';
import { joinLines } from './ini-line';

type Sections = [header: string, ...entries: string[]][];

function sectionsOf(text: string): Sections {
    return parseIni(text).sections.map(({ header, entries }) => [header, ...entries.map(({ key, value }) => `${key}=${value}`)]);
}

function flawsOf(text: string): [number, IniFlawKind][] {
    return parseIni(text).flaws.map(({ line, kind }) => [line, kind]);
}

describe('The grammar of the shared config files', () => {

    const CASES: [what: string, text: string, sections: Sections, ...flaws: [number, IniFlawKind][]][] = [
        ['a section with keys', '[default]\nregion = eu-west-1\noutput=json', [['default', 'region=eu-west-1', 'output=json']]],
        ['an empty file', '', []],
        ['an empty section', '[profile a]\n', [['profile a']]],
        ['# and ; after a space as part of a value, as the AWS CLI does', '[a]\nk = v # c\nl = w ;c', [['a', 'k=v # c', 'l=w ;c']]],
        ['# and ; at the start of a value', '[a]\nk = # c\nl =;c\nm #n = o', [['a', 'k=# c', 'l=;c', 'm #n=o']]],
        ['# and ; in a header', '[profile "Team #1"]\nk = v\n[a ; b]\nk = w', [['profile "Team #1"', 'k=v'], ['a ; b', 'k=w']]],
        ['a header up to its last bracket', '[profile a] # [b]\nk = v', [['profile a] # [b', 'k=v']]],
        ['a comment line between a value and more of it', '[a]\nk = v\n  # c\n  more', [['a', 'k=v']], [4, 'misleadingIndentation']],
        ['# and ; within a value', '[a]\nk=a#b\nl = v;x', [['a', 'k=a#b', 'l=v;x']]],
        ['comment lines', '# c\n[a]\n  ; c\nk = v', [['a', 'k=v']]],
        ['a comment after a header', '[profile a] # c\nk = v', [['profile a', 'k=v']]],
        ['a comment after a header without a space', '[a]\nk = v\n[b]; c\nk = w\n[c]#c\nk = x', [['a', 'k=v'], ['b', 'k=w'], ['c', 'k=x']]],
        ['text after a header', '[a]\nk = v\n[b] text\nk = w', [['a', 'k=v'], ['b', 'k=w']], [3, 'textAfterSection']],
        ['a header without its bracket', '[a]\nk = v\n[b\nk = w', [['a', 'k=v'], ['b', 'k=w']], [3, 'unclosedSection']],
        ['a duplicate key', '[a]\nk = v\nK = w', [['a', 'k=v', 'k=w']], [3, 'duplicateKey']],
        ['a duplicate section', '[a]\nk = v\n[a]\nk = w', [['a', 'k=v'], ['a', 'k=w']], [3, 'duplicateSection']],
        ['upper-case keys', '[a]\nRegion = v', [['a', 'region=v']]],
        ['a nested block', '[a]\ns3 =\n  max = 1\n\n  size = 2\nk = v', [['a', 's3=', 's3.max=1', 's3.size=2', 'k=v']]],
        ['a key without a value, and one at the same indentation', '[a]\n  s3 =\n  k = v', [['a', 's3=', 'k=v']]],
        ['a nested line without =', '[a]\ns3 =\n  max', [['a', 's3=']], [3, 'noAssignment']],
        ['an indented key after a key', '[a]\nk = v\n  l = w', [['a', 'k=v', 'l=w']], [3, 'misleadingIndentation']],
        ['keys that are all indented', '[a]\n  k = v\n  l = w', [['a', 'k=v', 'l=w']]],
        ['an indented header after a key', '[a]\nk = v\n  [b]\nl = w', [['a', 'k=v'], ['b', 'l=w']], [3, 'misleadingIndentation']],
        ['a value that goes on in the next line', '[a]\nk = v\n  more\nl = w', [['a', 'k=v', 'l=w']], [3, 'misleadingIndentation']],
        ['a colon', '[a]\nk: v', [['a', 'k=v']], [2, 'colonAssignment']],
        ['a colon in a value', '[a]\nk = arn:aws:iam', [['a', 'k=arn:aws:iam']]],
        ['an equals sign in a value', '[a]\nk = a=b=', [['a', 'k=a=b=']]],
        ['a line without =', '[a]\njunk\nk = v', [['a', 'k=v']], [2, 'noAssignment']],
        ['a line without a key', '[a]\n= v\nk = v', [['a', 'k=v']], [2, 'noAssignment']],
        ['text before the first section', 'junk\nk = v\n[a]\nk = v', [['a', 'k=v']], [1, 'textOutsideSection'], [2, 'textOutsideSection']],
        ['a byte order mark', '\ufeff[a]\nk = v', [['a', 'k=v']], [1, 'byteOrderMark']],
        ['CR LF', '[a]\r\nk = v\r\n', [['a', 'k=v']]],
        ['CR', '[a]\rk = v\r', [['a', 'k=v']]],
        ['values taken as they are', '[a]\nk = "v"\nl = %(x)s $HOME', [['a', 'k="v"', 'l=%(x)s $HOME']]],
        ['a line separator of Unicode in a value', '[a]\nk = a\u2028b', [['a', 'k=a\u2028b']]],
        ['a name that the SDK cannot take', '[profile __proto__]\nk = v', [['profile __proto__', 'k=v']], [1, 'forbiddenName']],
        ['a section that the AWS CLI copies to all others', '[DEFAULT]\nk = v', [['DEFAULT', 'k=v']], [1, 'inheritedSection']],
        ['spaces in a header, kept', '[ profile a ]\nk = v', [[' profile a ', 'k=v']]]
    ];

    for (const [what, text, sections, ...flaws] of CASES) {
        it(`reads ${what}`, () => {
            expect(sectionsOf(text)).to.deep.equal(sections);
            expect(flawsOf(text)).to.deep.equal(flaws);
        });
    }

    it('counts lines from 1, through all line ends', () => {
        const { sections: [section] } = parseIni('# one\r\n\r[a]\nk = v\n');
        expect([section.line, section.entries[0].line]).to.deep.equal([3, 4]);
    });

    it('loses nothing of any text', () => {
        const text = fc
            .array(fc.constantFrom('[', ']', 'a', '=', ' ', '\t', '#', ';', '\n', '\r', '\r\n', '"', ':', 'ü', '\ufeff', '\u2028', '😀'))
            .map(parts => parts.join(''));
        fc.assert(
            fc.property(text, original => {
                const { byteOrderMark, lines } = parseIni(original);
                expect(byteOrderMark + joinLines(lines)).to.equal(original);
            })
        );
    });
});
