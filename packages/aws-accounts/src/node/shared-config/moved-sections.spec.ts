import { expect } from 'chai';
import * as fc from 'fast-check';
import type { SourceLocation } from '../../common/value/source-location';
import { atOnce } from '../process/slices';
import { interpret, Interpretation, interpreting } from './config-interpretation';
import { parseIni } from './ini/ini-document';
import { MEANING_LINE } from './test/config-arbitraries';

const ENVIRONMENT = { region: undefined, endpoints: { settings: [] } };

/** The two files at one moment, and what was made of them. */
interface Reading {
    readonly documents: Parameters<typeof interpret>[0];
    readonly interpretation: Interpretation;
}

function read(config: string, credentials = '', known?: Reading): Reading {
    const documents = {
        config: parseIni(config, known?.documents.config), credentials: parseIni(credentials, known?.documents.credentials),
        configFile: 'config', credentialsFile: 'credentials'
    };
    return { documents, interpretation: atOnce(interpreting(documents, ENVIRONMENT, known?.interpretation)) };
}

const said = ({ interpretation: { profiles, ssoSessions } }: Reading): unknown => [profiles, ssoSessions];

/** Lines that come, go, or move elsewhere, as a person or a tool edits a file. */
interface Edit {
    readonly from: number;
    readonly count: number;
    readonly to: number;
    readonly added: readonly string[];
}

/** Sessions, profiles, roles in chains, and profiles with problems, whose lines show. */
const MANY = [
    ...Array.from({ length: 10 }, (_, index) =>
        `[sso-session s${index}]\nsso_start_url = https://s${index}.awsapps.com/start\nsso_region = eu-west-1\n`),
    ...Array.from({ length: 400 }, (_, index) => [
        `[profile sso${index}]\nsso_session = s${index % 10}\nsso_account_id = 111122223333\nsso_role_name = r\nregion = eu-west-1\n`,
        `[profile role${index}]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = sso${index}\n`,
        `[profile broken${index}]\nregion = eu-west-1\nrole_arn = nonsense\nsource_profile = sso${index}\n`
    ].join('\n')),
    ''
].join('\n');
const ADDED = '[profile added]\nregion = eu-west-1\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n\n';

/** Counts the objects of the second reading that the first one did not have: those that were made for it. */
function madeAnew(before: Reading, now: Reading): { readonly sections: number; readonly profiles: number; readonly sessions: number } {
    const [first, second] = [before.interpretation, now.interpretation];
    const sections = new Set([...first.sections.profiles.values(), ...first.sections.ssoSessions.values()]);
    const [profiles, sessions] = [new Set(first.profiles), new Set(first.ssoSessions)];
    return {
        sections: [...second.sections.profiles.values(), ...second.sections.ssoSessions.values()].filter(one => !sections.has(one)).length,
        profiles: second.profiles.filter(one => !profiles.has(one)).length,
        sessions: second.ssoSessions.filter(one => !sessions.has(one)).length
    };
}

describe('A section that stands at another line and says the same', () => {

    const edits: [what: string, edited: string, sections: number, profiles: number][] = [
        ['a comment above all of them', `# generated\n\n${MANY}`, 0, 0],
        ['a profile above all of them', `${ADDED}${MANY}`, 1, 1],
        ['a line in the first profile, which a role goes through', MANY.replace('sso_role_name = r', '# r\nsso_role_name = r'), 1, 3],
        ['a profile that is gone from the middle', MANY.replace(/\[profile sso200\][^[]*/, ''), 0, 2],
        ['a profile that moves from the start to the end', MANY.replace(/(\[profile role0\][^[]*)(.*)$/s, '$2$1'), 0, 0]
    ];
    for (const [what, edited, sections, profiles] of edits) {
        it(`keeps its object and is not interpreted again: ${what}`, () => {
            const before = read(MANY);
            const now = read(edited, '', before);
            expect(said(now)).to.deep.equal(said(read(edited)));
            expect(madeAnew(before, now)).to.deep.equal({ sections, profiles, sessions: 0 });
        });
    }

    it('names the lines that count now, in whatever was made of it before', () => {
        const text = [
            '[sso-session s]', 'sso_region = eu-west-1', '[profile a]', 'sso_session = s', 'sso_account_id = 1', 'sso_role_name = r',
            '[profile b]', 'region = ?', 'aws_access_key_id = x', 'aws_secret_access_key = y',
            '[profile c]', 'services = v', 'aws_access_key_id = x', 'aws_secret_access_key = y',
            '[services v]', 'sts =', '  endpoint_url = http://localhost:4566', ''
        ].join('\n');
        const before = read(text, '[b]\nregion = ?\n');
        const [a, b, c] = before.interpretation.profiles;
        const [session] = before.interpretation.ssoSessions;
        const region = before.interpretation.settings.profile('b')?.setting('region');
        const linesOf = (): (SourceLocation | undefined)[] => [
            ...a.locations, a.problem?.location, ...b.locations, b.problem?.location, ...c.locations, c.endpoints?.[0].location,
            session.connection.kind === 'identityCenter' ? session.connection.location : undefined, region?.location
        ];
        const first = linesOf().map(place => `${place?.file}:${place?.line}`);
        expect(first).to.deep.equal([
            'config:3', 'config:1', 'config:7', 'credentials:1', 'credentials:2', 'config:11', 'config:17', 'config:1', 'credentials:2'
        ]);
        read(`\n# two more\n${text}`, '\n\n\n[b]\nregion = ?\n', before);
        expect(linesOf().map(place => `${place?.file}:${place?.line}`)).to.deep.equal([
            'config:5', 'config:3', 'config:9', 'credentials:4', 'credentials:5', 'config:13', 'config:19', 'config:3', 'credentials:5'
        ]);
    });

    const LINES = fc.array(MEANING_LINE, { maxLength: 25 });
    const EDIT: fc.Arbitrary<Edit> = fc.record({
        from: fc.nat(25), count: fc.nat(4), to: fc.nat(25), added: fc.array(MEANING_LINE, { maxLength: 4 })
    });

    function edited(lines: readonly string[], { from, count, to, added }: Edit): string[] {
        const rest = [...lines];
        const moved = rest.splice(from, count);
        rest.splice(to, 0, ...added, ...to % 2 === 0 ? moved : []);
        return rest;
    }

    it('is read as at the first reading, lines included, after whatever edits of both files', () => fc.assert(
        fc.property(LINES, LINES, fc.array(fc.tuple(EDIT, fc.boolean()), { minLength: 1, maxLength: 6 }), (config, credentials, all) => {
            let files: (readonly string[])[] = [config, credentials];
            let known = read(config.join('\n'), credentials.join('\n'));
            for (const [edit, isConfig] of all) {
                files = isConfig ? [edited(files[0], edit), files[1]] : [files[0], edited(files[1], edit)];
                const [text, keys] = files.map(lines => lines.join('\n'));
                known = read(text, keys, known);
                const fresh = read(text, keys);
                expect(said(known)).to.deep.equal(said(fresh));
                expect(known.documents.config.flaws).to.deep.equal(fresh.documents.config.flaws);
                for (const [name, settings] of fresh.interpretation.sections.profiles) {
                    const kept = known.interpretation.settings.profile(name);
                    expect(kept?.all().map(([key]) => kept.setting(key)?.location))
                        .to.deep.equal(settings.all().map(([key]) => settings.setting(key)?.location));
                }
            }
        }),
        { numRuns: 200 }
    ));
});
