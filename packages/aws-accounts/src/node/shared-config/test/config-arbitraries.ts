import * as fc from 'fast-check';
import type { ConfigChange, ConfigSectionId } from '../editor/config-change';

const NAMES = ['default', 'a', 'b.c', 'd@e+f%g:h/i', 'x-1'];
const KEYS = ['region', 'output', 'role_arn', 'sso_session', 'credential_process'];
const VALUES = ['v', 'a b', 'a#b', 'a;b', 'a=b', '"q"', '%(x)s', '$HOME', 'ü', 'arn:aws:x', '[x]', 'x: y'];

const END = fc.constantFrom('\n', '\r\n');
const SPACE = fc.constantFrom('', ' ', '  ', '\t');
const COMMENT = fc.constantFrom('', ' # c', '\t;c');
const ASIDE = fc.constantFrom('\n', '# c\n', '  ; c\r\n', '\t\n', '#[profile a]\n');

const assignment = (indentation: string): fc.Arbitrary<string> =>
    fc.tuple(fc.constantFrom(...KEYS), SPACE, SPACE, fc.constantFrom(...VALUES), COMMENT, END)
        .map(([key, before, after, value, comment, end]) => `${indentation}${key}${before}=${after}${value}${comment}${end}`);
const NESTED = fc.tuple(END, fc.array(fc.constantFrom('  max = 1', '\tsize=2', '  # c', ''), { maxLength: 3 }))
    .map(([end, lines]) => ['s3 =', ...lines, ''].join(end));
const BODY = fc.oneof(
    fc.array(fc.oneof(assignment(''), NESTED, ASIDE), { maxLength: 5 }),
    fc.array(fc.oneof(assignment('  '), ASIDE), { maxLength: 4 })
).map(parts => parts.join(''));
const HEADER = fc.oneof(
    fc.constantFrom(...NAMES).map(name => name === 'default' ? name : `profile ${name}`),
    fc.constantFrom(...NAMES).map(name => `profile "${name}"`),
    fc.constantFrom('sso-session s', 'services local', 'plugins', 'preview', 'profile c d', 'profile ünï')
);

/** Config files as people and tools write them: every tool reads them alike, apart from sections that some do not know. */
export const ORDINARY_CONFIG = fc
    .tuple(fc.constantFrom('', '\ufeff', '# c\n', '\n'), fc.array(fc.tuple(HEADER, COMMENT, END, BODY), { maxLength: 6 }), fc.boolean())
    .map(([start, sections, isEnded]) => {
        const text = start + sections.map(([header, comment, end, body]) => `[${header}]${comment}${end}${body}`).join('');
        return isEnded ? text : text.replace(/\r?\n$/, '');
    });

const LINE = fc.oneof(
    HEADER.map(header => `[${header}]`), assignment('').map(line => line.trimEnd()), assignment('   ').map(line => line.trimEnd()),
    fc.constantFrom('s3 =', '  s3 =', '    max = 1', '', 'max: 1', 'Region = x',
        'junk', '  more', '[profile a]; c', '[profile a', ' [profile a]', '[DEFAULT]', '[]', '=', '# c', 'k =')
);

/** Files that one tool or another stumbles over, and files that make no sense. */
export const BROKEN_CONFIG = fc.oneof(
    { arbitrary: fc.array(fc.tuple(LINE, END), { maxLength: 12 }), weight: 4 },
    fc.array(fc.tuple(LINE, fc.constant('\r')), { maxLength: 12 })
).map(lines => lines.map(([text, end]) => text + end).join(''));

const SECTION: fc.Arbitrary<ConfigSectionId> = fc.oneof(
    { arbitrary: fc.constantFrom(...NAMES, 'new').map(name => ({ kind: 'profile', name }) as const), weight: 4 },
    fc.constantFrom<ConfigSectionId>(
        { kind: 'ssoSession', name: 's' },
        { kind: 'ssoSession', name: 'new' },
        { kind: 'header', header: 'services local' }
    )
);
const SETTING = fc.oneof(
    fc.tuple(fc.constantFrom(...KEYS, 'ca_bundle'), fc.constantFrom(...VALUES, 'new')),
    fc.tuple(fc.constantFrom('s3.max', 's3.new'), fc.constantFrom('1', '3'))
);

export const CHANGE: fc.Arbitrary<ConfigChange> = fc.oneof(
    {
        arbitrary: fc.tuple(SECTION, SETTING).map(([section, [key, value]]) => ({ kind: 'setKey', section, key, value }) as const),
        weight: 3
    },
    fc.tuple(SECTION, fc.constantFrom(...KEYS, 's3', 's3.max')).map(([section, key]) => ({ kind: 'removeKey', section, key }) as const),
    fc
        .tuple(SECTION, fc.uniqueArray(SETTING, { maxLength: 4, selector: ([key]) => key }))
        .map(([section, settings]) => ({ kind: 'addSection', section, settings }) as const),
    SECTION.map(section => ({ kind: 'removeSection', section }) as const)
);

/** Lines that mean something together, in whatever order they come: profiles that name each other, sessions, services, flaws. */
export const MEANING_LINE: fc.Arbitrary<string> = fc.constantFrom(
    '[profile a]', '[profile b]', '[profile "b"]', '[default]', '[sso-session s]', '  [profile c]', '[DEFAULT]', '[services v]',
    '[profile a',
    'region = eu-west-1', 'region: x', 'REGION = y', 'role_arn = arn:aws:iam::111122223333:role/r', 'source_profile = b',
    'source_profile = a',
    'sso_session = s', 'sso_start_url = https://s.awsapps.com/start', 'sso_region = eu-west-1', 'sso_account_id = 111122223333',
    'sso_role_name = r', 'services = v', 'sts =', '  endpoint_url = https://x', 's3 =', '  a = b', '  more', '# c', '; c', '', 'junk',
    'ü = ö'
);
