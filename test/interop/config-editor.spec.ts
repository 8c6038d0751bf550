import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { ConfigChange, ConfigFile, ConfigSectionId } from 'theia-aws-accounts/lib/node/shared-config/editor/config-change';
import { SharedConfigEditor } from 'theia-aws-accounts/lib/node/shared-config/editor/shared-config-editor';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { AwsCli } from './aws-cli';

const A: ConfigSectionId = { kind: 'profile', name: 'a' };
const set = (key: string, value: string, section = A): ConfigChange => ({ kind: 'setKey', section, key, value });
const remove = (key: string, section = A): ConfigChange => ({ kind: 'removeKey', section, key });

/** Questions to the AWS CLI with its answers: `undefined` for a key that it does not know. */
type Answers = { readonly [profileAndKey: string]: string | undefined };

describe('The AWS CLI reads what the config editor wrote', () => {

    let fixture: BackendFixture;
    let cli: AwsCli;
    let editor: SharedConfigEditor;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        cli = new AwsCli(fixture.home, fixture.emulator.url);
        editor = fixture.startBackend().get(SharedConfigEditor);
    });

    afterEach(() => fixture.dispose());

    async function get(profile: string, key: string): Promise<string | undefined> {
        const { code, stdout, stderr } = await cli.run('configure', 'get', key, '--profile', profile);
        expect([code, stderr], 'an answer or none').to.be.deep.oneOf([[0, ''], [1, '']]);
        return code === 0 ? stdout.replace(/\n$/, '') : undefined;
    }

    async function list(): Promise<string[]> {
        const { code, stdout, stderr } = await cli.run('configure', 'list-profiles');
        expect([code, stderr]).to.deep.equal([0, '']);
        return stdout.trim().split('\n');
    }

    // The grammar table of the two parsers: what they read differently before, they read alike after.
    const CASES: [what: string, before: string, changes: ConfigChange[], answers: Answers][] = [
        [
            'a value that had a comment behind it', '[profile a]\nregion = x # home\nca_bundle = b ;c\n', [set('region', 'y')],
            { 'a region': 'y', 'a ca_bundle': 'b ;c' }
        ],
        ['# and ; within values', '[profile a]\n', [set('region', 'a#b;c')], { 'a region': 'a#b;c' }],
        ['text that looks like a variable', '[profile a]\n', [set('region', '%(x)s "$HOME"')], { 'a region': '%(x)s "$HOME"' }],
        ['a non-ASCII value', '[profile a]\n', [set('region', 'ünï')], { 'a region': 'ünï' }],
        ['a key of another case', '[profile a]\nRegion = x\n', [set('region', 'y')], { 'a region': 'y' }],
        [
            'a key with a colon', '[profile a]\nregion: x\n', [set('region', 'y'), set('output', 'json')],
            { 'a region': 'y', 'a output': 'json' }
        ],
        ['a quoted name', '[profile "a"]\nk = v\n[profile \'b\']\nk = w\n', [set('k', 'x')], { 'a k': 'x', 'b k': 'w' }],
        [
            'a name with spaces and other letters', '[profile "my ünï"]\nk = v\n', [set('k', 'w', { kind: 'profile', name: 'my ünï' })],
            { 'my ünï k': 'w' }
        ],
        ['a header with a comment', '[profile a] # c\nk = v\n[profile b]\n', [set('l', 'w')], { 'a l': 'w', 'b l': undefined }],
        [
            'the default profile that counts', '[default]\nk = v\n[profile default]\nk = w\n',
            [set('k', 'x', { kind: 'profile', name: 'default' })], { 'default k': 'x' }
        ],
        ['a value that went on in the next line', '[profile a]\nk = v\n  more\nl = w\n', [set('k', 'x')], { 'a k': 'x', 'a l': 'w' }],
        ['an indented profile', '[profile a]\n  k = v\n[profile b]\nk = v\n', [set('l', 'w')], { 'a k': 'v', 'a l': 'w', 'b k': 'v' }],
        ['nested keys', '[profile a]\ns3 =\n  max_queue_size = 1\n', [set('s3.max_bandwidth', '2'), set('k', 'v')],
            { 'a s3.max_queue_size': '1', 'a s3.max_bandwidth': '2', 'a k': 'v' }],
        ['a new nested block', '', [set('s3.max_bandwidth', '2')], { 'a s3.max_bandwidth': '2' }],
        ['CR LF', '[profile a]\r\nk = v\r\n', [set('k', 'w'), set('l', 'x')], { 'a k': 'w', 'a l': 'x' }],
        [
            'a file that it refused for a duplicate key', '[profile a]\nk = v\nk = w\nl = x\n', [remove('k')],
            { 'a k': undefined, 'a l': 'x' }
        ],
        [
            'a file that it refused for a duplicate section', '[profile a]\nk = v\n[profile a]\nk = w\n[profile b]\nk = x\n',
            [{ kind: 'removeSection', section: A }], { 'b k': 'x' }
        ]
    ];

    for (const [what, before, changes, answers] of CASES) {
        it(what, async () => {
            await fixture.write('.aws/config', before);
            await editor.apply('config', changes);
            for (const [question, answer] of Object.entries(answers)) {
                const [, profile, key] = /^(.+) (\S+)$/.exec(question) ?? [];
                expect(await get(profile, key), question).to.equal(answer);
            }
        }).timeout(60_000);
    }

    it('credentials, in the file that they are in', async () => {
        await fixture.write('.aws/credentials', '# mine\n[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n');
        const change = async (file: ConfigFile, key: string, value: string): Promise<void> => editor.apply(file, [set(key, value)]);
        await change('credentials', 'aws_secret_access_key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
        await change('config', 'region', 'eu-central-1');
        expect([await get('a', 'aws_access_key_id'), await get('a', 'aws_secret_access_key'), await get('a', 'region')])
            .to.deep.equal(['AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'eu-central-1']);
        expect(await readFile(fixture.pathOf('.aws', 'config'), 'utf8')).to.equal('[profile a]\nregion = eu-central-1\n');
    }).timeout(60_000);

    it('thousands of profiles, added and removed', async () => {
        await fixture.write('.aws/config', '[default]\nregion = x\n[plugins]\ncli_legacy_plugin_path = /none\n');
        const names = Array.from({ length: 2_000 }, (_, index) => `p@${index}+x.y:z/%_-`);
        await editor.apply('config', names.map(name => ({
            kind: 'addSection', section: { kind: 'profile', name }, settings: [['region', 'x'], ['s3.max_bandwidth', '1']]
        })));
        expect(await list()).to.have.members(['default', ...names]);
        await editor.apply('config', names.slice(1).map(name => ({ kind: 'removeSection', section: { kind: 'profile', name } })));
        expect(await list()).to.have.members(['default', names[0]]);
    }).timeout(60_000);

    it('what it wrote itself stays as it is', async () => {
        await cli.run('configure', 'set', 'region', 'eu-central-1', '--profile', 'theirs');
        await cli.run('configure', 'set', 's3.max_bandwidth', '1', '--profile', 'theirs');
        const theirs = await readFile(fixture.pathOf('.aws', 'config'), 'utf8');
        await editor.apply('config', [set('k', 'v')]);
        expect(await readFile(fixture.pathOf('.aws', 'config'), 'utf8')).to.equal(`${theirs}\n[profile a]\nk = v\n`);
        await cli.run('configure', 'set', 'k', 'w', '--profile', 'a');
        expect([await get('a', 'k'), await get('theirs', 's3.max_bandwidth')]).to.deep.equal(['w', '1']);
    }).timeout(60_000);
});
