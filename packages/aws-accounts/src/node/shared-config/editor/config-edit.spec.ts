import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';
import { edit } from './config-edit';

const A: ConfigSectionId = { kind: 'profile', name: 'a' };
const DEFAULT: ConfigSectionId = { kind: 'profile', name: 'default' };

const set = (key: string, value: string, section: ConfigSectionId = A): ConfigChange => ({ kind: 'setKey', section, key, value });
const unset = (key: string, section: ConfigSectionId = A): ConfigChange => ({ kind: 'removeKey', section, key });
const remove = (section: ConfigSectionId = A): ConfigChange => ({ kind: 'removeSection', section });
const add = (section: ConfigSectionId, ...settings: [string, string][]): ConfigChange => ({ kind: 'addSection', section, settings });

function failureOf(text: string, change: ConfigChange, file: ConfigFile = 'config'): AwsFailure {
    try {
        edit(text, file, [change]);
    } catch (error) {
        return AwsFailure.of(error);
    }
    throw new Error('was accepted');
}

describe('Editing a shared config file', () => {

    const CASES: [what: string, before: string, change: ConfigChange, after: string][] = [
        ['sets a key in the line that has it', '[profile a]\nregion = x\nk = v\n', set('region', 'y'), '[profile a]\nregion = y\nk = v\n'],
        ['keeps the spaces of the line', '[profile a]\n  region=x  \nk = v\n', set('region', 'y'), '[profile a]\n  region=y\nk = v\n'],
        ['keeps CR LF', '[profile a]\r\nregion = x\r\n', set('region', 'y'), '[profile a]\r\nregion = y\r\n'],
        ['keeps mixed line ends', '[profile a]\r\nregion = x\n\r\n', set('k', 'v'), '[profile a]\r\nregion = x\nk = v\n\r\n'],
        ['keeps a byte order mark', '\ufeff[profile a]\nregion = x\n', set('region', 'y'), '\ufeff[profile a]\nregion = y\n'],
        [
            'replaces a value with what looks like a comment in it', '[profile a]\nregion = x # home\n', set('region', 'y'),
            '[profile a]\nregion = y\n'
        ],
        [
            'leaves every other value as it is',
            '[profile "Team #1"]\ncredential_process = /opt/pick account #2\nregion = x\n[profile a]\nk = tool "#1" ; cat f\nl = w\n',
            set('l', 'x'),
            '[profile "Team #1"]\ncredential_process = /opt/pick account #2\nregion = x\n[profile a]\nk = tool "#1" ; cat f\nl = x\n'
        ],
        [
            'sets a key of a section whose name looks like a comment',
            '[profile "Team #1"]\nregion = x\n[profile a;b]\nregion = x\n',
            set('region', 'y', { kind: 'profile', name: 'Team #1' }),
            '[profile "Team #1"]\nregion = y\n[profile a;b]\nregion = x\n'
        ],
        [
            'adds a key to a section whose name looks like a comment',
            '[profile "Team #1"]\nregion = x\n[profile a;b]\nregion = x\n',
            set('output', 'json', { kind: 'profile', name: 'Team #1' }),
            '[profile "Team #1"]\nregion = x\noutput = json\n[profile a;b]\nregion = x\n'
        ],
        [
            'adds a key to such a section that is the last, and has none',
            '[profile a]\nregion = x\n[profile "Team; #1"]',
            set('output', 'json', { kind: 'profile', name: 'Team; #1' }),
            '[profile a]\nregion = x\n[profile "Team; #1"]\noutput = json\n'
        ],
        [
            'removes a value with what looks like a comment in it, whole',
            '[profile a]\nk = v # x ; y\nl = w\n',
            unset('k'),
            '[profile a]\nl = w\n'
        ],
        [
            'leaves a value that says the same with what looks like a comment', '[profile a]\nk=v # x\n', set('k', 'v # x'),
            '[profile a]\nk=v # x\n'
        ],
        ['leaves a key that says the same', '[profile a]\nregion=x  \n', set('region', 'x'), '[profile a]\nregion=x  \n'],
        [
            'makes the AWS CLI read it without what looks like a comment',
            '[profile a]\nregion=x ; home\n',
            set('region', 'x'),
            '[profile a]\nregion=x\n'
        ],
        ['makes the AWS CLI read it without what follows', '[profile a]\nk = v\n  more\n', set('k', 'v'), '[profile a]\nk = v\n'],
        [
            'adds a key after all lines of a command',
            '[profile a]\ncredential_process = /opt/pick\n  --account=2\n  json\n',
            set('region', 'x'),
            '[profile a]\ncredential_process = /opt/pick\n  --account=2\n  json\nregion = x\n'
        ],
        ['writes a key so that the SDK reads it too', '[profile a]\nRegion: x\n', set('region', 'x'), '[profile a]\nregion = x\n'],
        [
            'replaces a value that goes on in the next line',
            '[profile a]\nk = v\n  more\nl = w\n',
            set('k', 'x'),
            '[profile a]\nk = x\nl = w\n'
        ],
        ['gives an empty key a value', '[profile a]\nk=\nl =# c\n', set('k', 'v'), '[profile a]\nk = v\nl =# c\n'],
        ['sets the last of a duplicate key', '[profile a]\nk = v\nk = w\n', set('k', 'x'), '[profile a]\nk = v\nk = x\n'],
        [
            'sets the key in the one of two sections that counts',
            '[profile a]\nk = v\n[profile a]\nl = w\n',
            set('k', 'x'),
            '[profile a]\nk = x\n[profile a]\nl = w\n'
        ],
        [
            'adds a key after the last one',
            '[profile a]\nk = v\n# c\n\n[profile b]\n',
            set('l', 'w'),
            '[profile a]\nk = v\nl = w\n# c\n\n[profile b]\n'
        ],
        ['adds a key to an empty section', '# c\n[profile a] # d\n\n', set('l', 'w'), '# c\n[profile a] # d\nl = w\n\n'],
        ['adds a key where the last line is not ended', '[profile a]\nk = v', set('l', 'w'), '[profile a]\nk = v\nl = w\n'],
        [
            'adds a key with the indentation of the others',
            '[profile a]\n  k = v\n  [profile b]\n',
            set('l', 'w'),
            '[profile a]\n  k = v\n  l = w\n  [profile b]\n'
        ],
        ['adds a key after a nested block', '[profile a]\ns3 =\n  max = 1\n', set('k', 'v'), '[profile a]\ns3 =\n  max = 1\nk = v\n'],
        ['adds a key so that the SDK does not give it to a block',
            '[profile a]\n  s3 =\n    max = 1\n  k = v\n', set('l', 'w'), '[profile a]\n  s3 =\n    max = 1\n  k = v\nl = w\n'],
        ['sets a nested key', '[profile a]\ns3 =\n    max = 1\nk = v\n', set('s3.max', '2'), '[profile a]\ns3 =\n    max = 2\nk = v\n'],
        [
            'adds a nested key to its block',
            '[profile a]\ns3 =\n    max = 1\nk = v\n',
            set('s3.size', '2'),
            '[profile a]\ns3 =\n    max = 1\n    size = 2\nk = v\n'
        ],
        ['adds a nested block', '[profile a]\nk = v\n', set('s3.size', '2'), '[profile a]\nk = v\ns3 =\n  size = 2\n'],
        ['finds a section with a quoted name', '[profile "a"]\nk = v\n', set('k', 'w'), '[profile "a"]\nk = w\n'],
        [
            'finds a name with spaces',
            '[profile "my ünï"]\nk = v\n',
            set('k', 'w', { kind: 'profile', name: 'my ünï' }),
            '[profile "my ünï"]\nk = w\n'
        ],
        [
            'sets a key in the default profile that counts',
            '[default]\nk = v\n[profile default]\nk = w\n',
            set('k', 'x', DEFAULT),
            '[default]\nk = v\n[profile default]\nk = x\n'
        ],
        ['makes the section of a key', '[profile b]\nk = v\n', set('k', 'w'), '[profile b]\nk = v\n\n[profile a]\nk = w\n'],
        ['removes a key', '[profile a]\n# c\nk = v # d\nl = w\n', unset('k'), '[profile a]\n# c\nl = w\n'],
        [
            'removes a key wherever it is',
            '[profile a]\nk = v\n  more\nl = w\n[profile a]\nK = w\n',
            unset('k'),
            '[profile a]\nl = w\n[profile a]\n'
        ],
        ['removes a nested block', '[profile a]\ns3 =\n  max = 1\n# c\n  size = 2\nk = v\n', unset('s3'), '[profile a]\n# c\nk = v\n'],
        [
            'removes one key of a nested block',
            '[profile a]\ns3 =\n  max = 1\n  size = 2\n',
            unset('s3.max'),
            '[profile a]\ns3 =\n  size = 2\n'
        ],
        ['removes a nested block with its last key', '[profile a]\ns3 =\n  max = 1\nk = v\n', unset('s3.max'), '[profile a]\nk = v\n'],
        ['does not mind a key that is not there', '[profile a]\nk = v', unset('l'), '[profile a]\nk = v'],
        [
            'removes a section with what stands between its lines',
            '[profile b]\n\n[profile a]\n# c\nk = v\n\n# d\n[profile c]\n',
            remove(),
            '[profile b]\n\n# d\n[profile c]\n'
        ],
        [
            'keeps the space between the sections around',
            '[profile b]\n[profile a]\nk = v\n\n[profile c]\n',
            remove(),
            '[profile b]\n\n[profile c]\n'
        ],
        [
            'removes every section of the name',
            '[profile a]\nk = v\n\n[services s]\ns3 =\n  k = v\n\n[profile "a"]\n',
            remove(),
            '[services s]\ns3 =\n  k = v\n\n'
        ],
        [
            'removes both forms of the default profile',
            '[default]\nk = v\n[profile default]\nk = w\n[plugins]\n',
            remove(DEFAULT),
            '[plugins]\n'
        ],
        [
            'removes a section that no tool reads',
            '[profile c d]\nk = v\n[profile a]\n',
            remove({ kind: 'header', header: 'profile c d' }),
            '[profile a]\n'
        ],
        [
            'removes a section whose bracket is missing',
            '[profile c\nk = v\n[profile a]\n',
            remove({ kind: 'header', header: 'profile c' }),
            '[profile a]\n'
        ],
        [
            'adds a section at the end',
            '[profile b]\r\nk = v\r\n',
            add(A, ['k', 'v'], ['s3.max', '1'], ['l', 'w'], ['s3.size', '2']),
            '[profile b]\r\nk = v\r\n\r\n[profile a]\r\nk = v\r\nl = w\r\ns3 =\r\n  max = 1\r\n  size = 2\r\n'
        ],
        ['adds a section to an empty file', '', add({ kind: 'ssoSession', name: 's' }, ['k', 'v']), '[sso-session s]\nk = v\n'],
        ['adds a section after a line that is not ended', '# c', add(DEFAULT, ['k', 'v']), '# c\n\n[default]\nk = v\n'],
        ['adds a section after a blank line', '# c\n\n', add(A), '# c\n\n[profile a]\n'],
        [
            'adds another kind of section',
            '',
            add({ kind: 'header', header: 'services s' }, ['s3.endpoint_url', 'http://x']),
            '[services s]\ns3 =\n  endpoint_url = http://x\n'
        ],
        ['leaves a section that says the same', '[profile a]\nk = v\nl = w\n', add(A, ['k', 'v']), '[profile a]\nk = v\nl = w\n']
    ];

    for (const [what, before, change, after] of CASES) {
        it(what, () => {
            expect(edit(before, 'config', [change])).to.equal(after);
            expect(edit(after, 'config', [change])).to.equal(after);
        });
    }

    it('writes the names of the credentials file without a word before them', () => {
        expect(edit('[b]\nk = v\n', 'credentials', [set('k', 'w')])).to.equal('[b]\nk = v\n\n[a]\nk = w\n');
    });

    it('makes many changes, each on what the one before left', () => {
        const b: ConfigSectionId = { kind: 'profile', name: 'b' };
        const changes = [add(A, ['k', 'v']), add(b, ['k', 'w']), set('k', 'x', b), remove(), remove({ kind: 'profile', name: 'c' })];
        expect(edit('[profile c]\nk = v\n', 'config', changes)).to.equal('[profile b]\nk = x\n');
    });

    it('adds thousands of sections at once', () => {
        const before = process.cpuUsage();
        const changes = Array.from({ length: 5_000 }, (_, index) =>
            add({ kind: 'profile', name: `p${index}` }, ['region', 'x'], ['s3.max', '1'])
        );
        const text = edit('', 'config', changes);
        expect(edit(text, 'config', changes)).to.equal(text);
        expect(edit(text, 'config', changes.map(({ section }) => remove(section)))).to.equal('');
        // About 400 ms of the processor; reading the file anew for each change would take a hundred times as much.
        expect(process.cpuUsage(before).user / 1_000).to.be.below(4_000);
    });
});

describe('A change that is refused', () => {

    const VALUES: [what: string, value: string][] = [
        ['LF', 'a\nb'],
        ['CR', 'a\rb'],
        ['nothing', ''],
        ['spaces around it', ' a'],
        ['a comment', 'a #b'],
        ['a comment after a tab', 'a\t;b'],
        ['a comment alone', '#a'],
        ['a control character', 'a\u0000'],
        ['half a character', 'a\ud800'],
        ['what only Python takes for a space', 'a\u0085']
    ];

    for (const [what, value] of VALUES) {
        // @threat config-injection
        it(`has a value with ${what}; the value is not told`, () => {
            const failure = failureOf('[profile a]\n', set('aws_secret_access_key', value));
            expect(failure).to.deep.equal({
                reason: 'invalidRequest',
                about: 'fileEntry',
                subject: 'aws_secret_access_key',
                detail: 'invalidValue'
            });
            expect(failureOf('', add(A, ['k', 'v'], ['l', value])).detail).to.equal('invalidValue');
        });
    }

    for (const key of ['', 'Region', 'a b', 'a=b', 'a:b', '#a', '[a]', 'a.b.c', '__proto__', 'a.__proto__', 'ü']) {
        it(`has the key "${key}"`, () => {
            expect(failureOf('[profile a]\n', set(key, 'v'))).to.deep.equal({
                reason: 'invalidRequest',
                about: 'fileEntry',
                subject: key,
                detail: 'invalidKey'
            });
        });
    }

    for (const name of ['', 'a b', 'ü', 'a]', 'a"', '__proto__', 'constructor', 'DEFAULT', 'a\nb']) {
        // @threat config-injection
        it(`makes a profile named ${JSON.stringify(name)}`, () => {
            expect(failureOf('', set('k', 'v', { kind: 'profile', name }))).to.deep.equal({
                reason: 'invalidRequest',
                about: 'fileEntry',
                subject: name,
                detail: 'invalidName'
            });
            expect(failureOf('', add({ kind: 'profile', name }), 'credentials').detail).to.equal('invalidName');
        });
    }

    it('makes an SSO session in the credentials file', () => {
        expect(failureOf('', add({ kind: 'ssoSession', name: 's' }), 'credentials').detail).to.equal('invalidName');
    });

    it('adds a section that is there and says something else', () => {
        const refused = failureOf('[profile a]\nk = v\n', add(A, ['k', 'w']));
        expect(refused).to.deep.equal({ reason: 'invalidRequest', about: 'fileEntry', subject: 'profile a', detail: 'sectionExists' });
    });

    it('gives a value to a nested block, or a block to a value', () => {
        expect(failureOf('[profile a]\ns3 =\n  k = v\n', set('s3', 'v')).detail).to.equal('nestedBlock');
        expect(failureOf('[profile a]\ns3 = v\n', set('s3.k', 'v')).detail).to.equal('noNestedBlock');
    });

    it('adds a key under a header that a tool does not see, which would give it to another section', () => {
        for (const header of ['[profile a]; c', '[profile a]#c', '[profile a] text', '  [profile a]']) {
            expect(failureOf(`[profile b]\nk = v\n${header}\n`, set('aws_access_key_id', 'A'))).to.deep.include({
                reason: 'fileBroken',
                location: { file: 'config', line: 3 }
            });
        }
    });

    it('adds no keys of an identity to a section that the SDK takes for a part of the one before', () => {
        const team = { kind: 'profile', name: 'Team #1' } as const;
        for (const key of ['aws_access_key_id', 'aws_session_token', 'role_arn', 'credential_process', 'sso_role_name']) {
            expect(failureOf('[profile a]\nregion = x\n[profile "Team #1"]\nregion = y\n', set(key, 'v', team)).reason)
                .to.equal('fileBroken');
            expect(edit('[profile "Team #1"]\nregion = y\n', 'config', [set(key, 'v', team)]))
                .to.equal(`[profile "Team #1"]\nregion = y\n${key} = v\n`);
        }
    });

    it('would make the AWS CLI take the next header for a part of the new value', () => {
        expect(failureOf('[profile a]\n  [profile b]\nk = v\n', set('k', 'v')).reason).to.equal('fileBroken');
    });

    it('would make the AWS CLI take a line that means nothing for a part of the new value', () => {
        expect(failureOf('[profile a]\n  more\n', set('k', 'v'))).to.deep.include({
            reason: 'fileBroken',
            location: { file: 'config', line: 3 }
        });
    });

    it('would bring back a default profile that was hidden', () => {
        expect(failureOf('[default]\nk = v\n[profile default]\nl = w\n', unset('l', DEFAULT)).reason).to.equal('fileBroken');
    });

    it('would be read by one tool alone, since the name is spelled in two ways; both lines are named', () => {
        expect(failureOf('[default]\nk = v\n[profile default]\n', set('l', 'x', DEFAULT))).to.deep.equal({
            reason: 'fileBroken', subject: 'default', location: { file: 'config', line: 1 }, trouble: { kind: 'twice', line: 3 }
        });
        expect(failureOf('[profile default]\nk = v\n[default]\nl = w\n', set('l', 'x', DEFAULT)).trouble)
            .to.deep.equal({ kind: 'twice', line: 3 });
        expect(failureOf('[profile a]\nk = v\n[profile "a"]\nl = w\n', unset('l')).trouble).to.deep.equal({ kind: 'twice', line: 3 });
    });
});
