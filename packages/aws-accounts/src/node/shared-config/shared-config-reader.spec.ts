import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { parseKnownFiles } from '@smithy/shared-ini-file-loader';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { SharedConfigFileReader } from './shared-config-file-reader';
import { ConfigHome } from './test/config-home';

const KEYS = 'aws_access_key_id = AKIA\naws_secret_access_key = secret\n';

describe('Reading the shared config files', () => {

    let home: ConfigHome;

    beforeEach(async () => {
        home = await ConfigHome.create();
    });

    afterEach(() => home.dispose());

    it('says of files that are not there just that', async () => {
        const { files, profiles } = await home.read();
        expect(files).to.deep.equal({
            host: 'host',
            config: { path: home.environment.configFile, exists: false },
            credentials: { path: home.environment.credentialsFile, exists: false }
        });
        expect(profiles).to.deep.equal([]);
    });

    it('reads once for those who ask first, and once more for all who ask meanwhile', async () => {
        const paths: string[] = [];
        class NotingReader extends SharedConfigFileReader {
            override read(path: string): ReturnType<SharedConfigFileReader['read']> {
                paths.push(path);
                return super.read(path);
            }
        }
        home.container.rebind(SharedConfigFileReader).to(NotingReader).inSingletonScope();
        await home.write('[profile a]\nregion = eu-west-1\n');
        const read = await Promise.all(Array.from({ length: 100 }, () => home.read()));
        expect(paths.filter(path => path === home.environment.configFile)).to.have.length(2);
        expect(new Set(read).size).to.equal(1);
    });

    it('says why a file cannot be read, and reads the other', async () => {
        await mkdir(home.environment.configFile);
        await writeFile(home.environment.credentialsFile, `[a]\n${KEYS}`);
        const { files: { config }, profiles } = await home.read();
        expect(config).to.deep.equal({
            path: home.environment.configFile,
            exists: true,
            failure: {
                reason: 'fileUnreadable',
                subject: home.environment.configFile,
                detail: 'EISDIR',
                location: { file: home.environment.configFile, line: 1 }
            }
        });
        expect(profiles.map(({ name }) => name)).to.deep.equal(['a']);
    });

    it('says of links that lead to each other that they cannot be read', async () => {
        await symlink(home.environment.credentialsFile, home.environment.configFile);
        await symlink(home.environment.configFile, home.environment.credentialsFile);
        expect((await home.read()).files.config.failure?.detail).to.equal('ELOOP');
    });

    it('says where a file is flawed, and lists what is readable all the same', async () => {
        await home.write('[profile a]\njunk\n[profile b]\nregion = eu-west-1\n[profile b]\n', '\ufeff[c]\n');
        const {
            files: { config, credentials },
            profiles
        } = await home.read();
        expect(config.failure).to.deep.equal({
            reason: 'fileBroken',
            subject: config.path,
            detail: 'noAssignment',
            location: { file: config.path, line: 2 }
        });
        expect(credentials.failure).to.deep.equal({
            reason: 'fileBroken',
            subject: credentials.path,
            detail: 'byteOrderMark',
            location: { file: credentials.path, line: 1 }
        });
        expect(profiles.map(({ name }) => name)).to.deep.equal(['a', 'b', 'c']);
    });

    it('says where a file is not UTF-8', async () => {
        await home.write(Buffer.concat([Buffer.from('[profile a]\nregion = x'), Buffer.from([0xff]), Buffer.from('\njunk\n')]));
        const {
            files: { config }
        } = await home.read();
        expect(config.failure).to.deep.equal({
            reason: 'fileBroken',
            subject: config.path,
            detail: 'notUtf8',
            location: { file: config.path, line: 2 }
        });
    });

    it('names the encoding of a file that AWS tools do not read, and reads nothing of it', async () => {
        await home.write(Buffer.from(`\ufeff[default]\n${KEYS}`, 'utf16le'), '[a]\nregion = x\n');
        const { files: { config, credentials }, profiles } = await home.read();
        expect(config.failure).to.deep.equal({
            reason: 'fileBroken', subject: config.path, location: { file: config.path, line: 1 },
            trouble: { kind: 'encoding', name: 'UTF-16' }
        });
        expect([credentials.failure, profiles.map(({ name }) => name)]).to.deep.equal([undefined, ['a']]);
    });

    const TWICE: [what: string, config: string, kind: string, lines: [number, number]][] = [
        ['both forms of the default profile', '[profile default]\nregion = x\n[default]\nregion = y\n', 'replacedSection', [1, 3]],
        ['both forms of the default profile, in the other order', '[default]\nregion = x\n[profile default]\n', 'replacedSection', [1, 3]],
        ['two spellings of a profile', '[profile a]\nregion = x\n[profile "a"]\nregion = y\n', 'replacedSection', [1, 3]],
        ['two spellings of a session', '[sso-session s]\n[sso-session \'s\']\nsso_region = y\n', 'replacedSection', [1, 2]],
        ['one section', '[profile a]\nregion = x\n[profile a]\noutput = y\n', 'duplicateSection', [3, 1]],
        ['one key', '[profile a]\nregion = x\nRegion = y\n', 'duplicateKey', [3, 2]]
    ];
    for (const [what, config, detail, [line, other]] of TWICE) {
        it(`names both lines of ${what}, written twice`, async () => {
            await home.write(config);
            const { files: { config: { failure, path: file } } } = await home.read();
            expect(failure).to.deep.equal({
                reason: 'fileBroken', subject: file, detail, location: { file, line }, trouble: { kind: 'twice', line: other }
            });
        });
    }

    it('reads a half-written file again before it believes it', async () => {
        await home.write('');
        home.clock.meanwhile = () => home.write(`[profile a]\n${KEYS}`);
        const { profiles, files } = await home.read();
        expect([profiles.length, files.config.failure]).to.deep.equal([1, undefined]);
        expect(home.clock.waits).to.deep.equal([50]);
    });

    it('waits about 200 ms for a file that stays flawed, and only once', async () => {
        await home.write('[profile a]\njunk\n');
        await home.read();
        expect(home.clock.waits).to.deep.equal([50, 50, 50, 50]);
        expect((await home.read()).files.config.failure?.detail).to.equal('noAssignment');
        expect(home.clock.waits.length).to.equal(4);
        await home.write('[profile a]\nother junk\n');
        await home.read();
        expect(home.clock.waits.length).to.equal(8);
    });

    it('sees every edit: nothing is remembered', async () => {
        await home.write('[profile a]\nregion = eu-west-1\n');
        await home.read();
        await home.write('[profile a]\nregion = eu-west-2\n');
        expect((await home.read()).profiles[0].region.name).to.equal('eu-west-2');
        await rm(home.environment.configFile);
        expect((await home.read()).profiles).to.deep.equal([]);
    });

    it('does not take longer for each profile the more there are, however they depend on each other', async () => {
        const role = 'role_arn = arn:aws:iam::111122223333:role/r\n';
        const chain = Array.from({ length: 5_000 }, (_, index) => `[profile c${index}]\n${role}source_profile = c${index + 1}\n`).join('');
        const circle = Array.from(
            { length: 5_000 },
            (_, index) => `[profile r${index}]\n${role}source_profile = r${(index + 1) % 5_000}\n`
        ).join('');
        await home.write(`${chain}[profile c5000]\n${KEYS}mfa_serial = arn\n${circle}`);
        const before = process.cpuUsage();
        const { profiles } = await home.read();
        // About 300 ms of the processor; looking through all profiles for each would take a hundred times as much.
        expect(process.cpuUsage(before).user / 1_000).to.be.below(3_000);
        expect(profiles.filter(({ problem, needsMfa }) => problem === undefined && needsMfa).length).to.equal(5_001);
        expect(profiles.filter(({ problem }) => problem?.kind === 'sourceProfileCycle').length).to.equal(5_000);
    });
});

describe('What the AWS SDK accepts', () => {

    const NAME = fc.constantFrom('default', 'a', 'b.c', 'd@e+f%g:h/i', 'x-1');
    const KEY = fc.constantFrom('region', 'output', 'role_arn', 'sso_session', 'credential_process');
    const VALUE = fc.constantFrom('v', 'a b', 'a#b', 'a;b', 'a=b', '"q"', '%(x)s', 'ü', 'arn:aws:x', '[x]');
    const COMMENT = fc.constantFrom('', ' # c', '\t;c');
    const END = fc.constantFrom('\n', '\r\n');
    const SPACE = fc.constantFrom('', ' ', '  ');
    const assignment = fc
        .tuple(KEY, SPACE, SPACE, VALUE, END)
        .map(([key, before, after, value, end]) => `${key}${before}=${after}${value}${end}`);
    const nested = fc
        .tuple(END, fc.array(fc.constantFrom('  max = 1', '\tsize=2', '  # c', ''), { maxLength: 3 }))
        .map(([end, lines]) => ['s3 =', ...lines, ''].join(end));
    const body = fc
        .array(fc.oneof(assignment, nested, fc.constantFrom('\n', '# c\n', '  ; c\r\n')), { maxLength: 5 })
        .map(lines => lines.join(''));
    const section = (header: (name: string) => string): fc.Arbitrary<string> =>
        fc.tuple(NAME, COMMENT, END, body).map(([name, comment, end, lines]) => `[${header(name)}]${comment}${end}${lines}`);
    const config = fc.array(fc.oneof(
        section(name => name === 'default' ? name : `profile ${name}`),
        // One name in two spellings is read differently, as is a value in which a comment seems to begin.
        section(name => `profile "q${name}"`),
        section(name => `sso-session s${name}`)
    ), { maxLength: 5 });
    const credentials = fc.array(section(name => name), { maxLength: 3 });

    it('is read as the SDK reads it', async () => {
        const home = await ConfigHome.create();
        try {
            await fc.assert(
                fc.asyncProperty(config, credentials, async (configSections, credentialsSections) => {
                    await home.write(configSections.join(''), credentialsSections.join(''));
                    const theirs = await parseKnownFiles({
                        configFilepath: home.environment.configFile,
                        filepath: home.environment.credentialsFile,
                        ignoreCache: true
                    });
                    const { profiles, ssoSessions, settings } = await home.read();
                    const ours = [
                        ...profiles.map(({ name }) => [name, settings.profile(name)?.all()] as const),
                        ...ssoSessions.map(({ connection: { name } }) => [`sso-session.${name}`, settings.ssoSession(name)?.all()] as const)
                    ];
                    const withValues = ours.map(
                        ([name, all]) => [name, Object.fromEntries((all ?? []).filter(([, value]) => value !== ''))] as const
                    );
                    expect(Object.fromEntries(withValues.filter(([, all]) => Object.keys(all).length > 0))).to.deep.equal(theirs);
                }),
                { numRuns: 150 }
            );
        } finally {
            await home.dispose();
        }
    });
});
