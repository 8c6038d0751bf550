import { expect } from 'chai';
import * as fc from 'fast-check';
import { atOnce } from '../../process/slices';
import { interpret, interpreting } from '../config-interpretation';
import { MEANING_LINE } from '../test/config-arbitraries';
import { IniDocument, parseIni } from './ini-document';

const TEXT = fc.array(fc.tuple(MEANING_LINE, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), { maxLength: 30 })
    .map(lines => lines.map(([line, end]) => line + end).join(''));

const said = ({ sections, flaws }: IniDocument): unknown => [
    sections.map(({ header, line, unclosed, entries }) => [header, line, unclosed, entries]), flaws
];
const documents = (config: IniDocument): Parameters<typeof interpret>[0] => (
    { config, credentials: parseIni(''), configFile: 'config', credentialsFile: 'credentials' }
);

const ENVIRONMENT = { region: undefined, endpoints: { settings: [] } };

describe('A file that is read again', () => {

    it('says what it would say at the first reading, whatever it said before', () => fc.assert(
        fc.property(TEXT, TEXT, TEXT, (before, start, rest) => {
            const known = parseIni(before + rest);
            const now = parseIni(start + rest, known);
            expect(said(now)).to.deep.equal(said(parseIni(start + rest)));
            const fresh = interpret(documents(now), undefined);
            const kept = atOnce(interpreting(documents(now), ENVIRONMENT, interpret(documents(known), undefined)));
            expect([kept.profiles, kept.ssoSessions]).to.deep.equal([fresh.profiles, fresh.ssoSessions]);
        }),
        { numRuns: 300 }
    ));

    it('says what it would say at the first reading, whatever changed between what stays, with duplicates here and there', () => fc.assert(
        fc.property(TEXT, TEXT, TEXT, TEXT, (start, before, after, rest) => {
            const known = parseIni(start + before + rest);
            expect(said(parseIni(start + after + rest, known))).to.deep.equal(said(parseIni(start + after + rest)));
        }),
        { numRuns: 1_000 }
    ));

    it('keeps the sections between, before and after two changes that are far apart, where they have not moved', () => {
        const text = (first: string, last: string): string =>
            ['[a]', 'k = v', '[b]', `k = ${first}`, '[c]', 'k = v', '[d]', 'k = v', '[e]', `k = ${last}`, '[f]', 'k = v', ''].join('\n');
        const known = parseIni(text('one', 'one'));
        const { sections } = parseIni(text('other', 'two'), known);
        expect(sections.filter((section, index) => section === known.sections[index]).map(({ header }) => header))
            .to.deep.equal(['a', 'c', 'd', 'f']);
    });

    it('parses nothing of what has only moved', () => {
        const text = (added: string): string => ['[a]', 'k = v', ...added, '[b]', 'k = v', '[c]', 'k = v', ''].join('\n');
        const known = parseIni(text(''));
        const { sections } = parseIni(text('#'), known);
        expect(sections.map(({ line, inBlock }, index) => [line, inBlock === known.sections[index].inBlock])).to.deep.equal([
            [1, false], [4, true], [6, true]
        ]);
    });

    it('keeps the objects of profiles that say the same in the same place', () => {
        const text = (region: string): string =>
            `[profile a]\nregion = ${region}\n[profile b]\nregion = x\n[profile c]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = a\n`;
        const known = parseIni(text('x'));
        const before = interpret(documents(known), undefined);
        const now = atOnce(interpreting(documents(parseIni(text('y'), known)), ENVIRONMENT, before));
        expect(now.profiles.map((profile, index) => profile === before.profiles[index])).to.deep.equal([false, true, false]);
    });
});
