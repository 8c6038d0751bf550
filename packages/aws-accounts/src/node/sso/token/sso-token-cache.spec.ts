import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { FakeClock } from '../../test/fake-clock';
import { CORP_SESSION as CORP } from '../../test/sign-in-fixture';
import { TokenFixture, until } from '../../test/token-fixture';
import { BUILDER_ID_SESSION } from '../../shared-config/sso-session';
import type { SsoToken } from './sso-token';
import { SsoTokenCache } from './sso-token-cache';

const TOKEN: SsoToken = {
    accessToken: 'one',
    expiresAt: '2026-03-01T10:00:00Z',
    refreshToken: 'again',
    foreign: { of: ['another', 'tool'] }
};

describe('SsoTokenCache', () => {

    let fixture: TokenFixture;
    let cache: SsoTokenCache;
    let path: string;

    beforeEach(async () => {
        fixture = await TokenFixture.create();
        ({ cache } = fixture);
        path = cache.pathOf(CORP);
    });

    afterEach(() => fixture.dispose());

    const folderOf = (file: string): string => dirname(file);
    /** A folder in which nothing can be made, replaced or deleted, whoever asks: its name is taken by a file. */
    const makeUnwritable = async (): Promise<void> => {
        await rm(folderOf(path), { recursive: true, force: true });
        await mkdir(dirname(folderOf(path)), { recursive: true });
        await writeFile(folderOf(path), 'not a folder');
    };

    const names: [name: string, file: string][] = [
        ['s1', '640d87e741e6aa4c669a82a4cd304787960513ab.json'],
        ['Zürich team', '77c9e71d8df1336eaed39fde932369644c59d7f7.json']
    ];
    for (const [name, file] of names) {
        it(`finds the session ${name} where the AWS CLI has it`, () =>
            expect(cache.pathOf({ ...CORP, name })).to.equal(join(fixture.home, '.aws', 'sso', 'cache', file)));
    }

    it('gives back what it wrote, with the fields of other tools, for its owner alone', async () => {
        expect(await cache.write(CORP, TOKEN)).to.equal(undefined);
        expect(await cache.read(CORP)).to.deep.equal(TOKEN);
        expect(JSON.parse(await readFile(path, 'utf8'))).to.deep.equal(TOKEN);
        expect((await stat(path)).mode & 0o777).to.equal(0o600);
        expect((await stat(folderOf(path))).mode & 0o777).to.equal(0o700);
    });

    const OTHERS: [what: string, token: Partial<SsoToken>, isOurs: boolean][] = [
        ['of another start URL', { startUrl: 'https://globex.awsapps.com/start', region: CORP.region }, false],
        ['of another region', { startUrl: CORP.startUrl, region: 'ap-southeast-2' }, false],
        ['of AWS Builder ID', { startUrl: 'https://view.awsapps.com/start', region: CORP.region }, false],
        ['with the start URL as people copy it', { startUrl: `${CORP.startUrl}/#/`, region: CORP.region }, true],
        ['of a tool that writes neither', {}, true],
        [
            'with the start URL in capitals', { startUrl: CORP.startUrl.toUpperCase().replace('/START', '/start'), region: CORP.region },
            true
        ],
        ['with a port that says nothing', { startUrl: CORP.startUrl.replace('.com/', '.com:443/'), region: CORP.region }, true],
        ['whose start URL begins as the session\'s', { startUrl: `${CORP.startUrl}2`, region: CORP.region }, false],
        ['with an empty start URL', { startUrl: '', region: CORP.region }, false]
    ];
    for (const [what, token, isOurs] of OTHERS) {
        it(`${isOurs ? 'has' : 'has not, and keeps,'} a token ${what}`, async () => {
            await mkdir(folderOf(path), { recursive: true });
            const text = JSON.stringify({ ...TOKEN, ...token });
            await writeFile(path, text);
            expect((await cache.read(CORP))?.accessToken).to.equal(isOurs ? 'one' : undefined);
            expect(await readFile(path, 'utf8')).to.equal(text);
        });
    }

    it('writes through a symbolic link', async () => {
        await mkdir(folderOf(path), { recursive: true });
        await symlink(join(fixture.home, 'elsewhere.json'), path);
        await cache.write(CORP, TOKEN);
        expect(JSON.parse(await readFile(join(fixture.home, 'elsewhere.json'), 'utf8'))).to.deep.equal(TOKEN);
        expect(await cache.read(CORP)).to.deep.equal(TOKEN);
        await cache.delete(CORP);
        expect(await stat(join(fixture.home, 'elsewhere.json')).catch(() => 'gone')).to.equal('gone');
    });

    it('knows no token where there is no file', async () => {
        expect(await cache.look(CORP)).to.equal('missing');
        expect(await cache.read(CORP)).to.equal(undefined);
        await cache.delete(CORP);
    });

    it('tells by one look at the folder which sessions may have a token', async () => {
        const other = { ...CORP, name: 'other' };
        expect(await cache.withToken([CORP, other]), 'no folder').to.deep.equal([]);
        await cache.write(CORP, TOKEN);
        expect(await cache.withToken([CORP, other])).to.deep.equal([CORP]);
        await cache.delete(CORP);
        await makeUnwritable();
        await cache.write(other, TOKEN);
        expect(await cache.withToken([CORP, other]), 'of this process alone').to.deep.equal([other]);
    });

    it('reads a file again that another tool is in the middle of writing', async () => {
        await fixture.writeText(CORP, JSON.stringify(TOKEN).slice(0, 20));
        const reading = cache.read(CORP);
        await until(() => fixture.clock.waits === 1);
        await fixture.writeText(CORP, JSON.stringify(TOKEN));
        fixture.clock.advance(50);
        expect(await reading).to.deep.equal(TOKEN);
    });

    const broken = [
        '',
        '{',
        '[]',
        'null',
        '{}',
        '{"accessToken":""}',
        '{"accessToken":"one"}',
        '{"accessToken":1,"expiresAt":"2026-03-01T10:00:00Z"}',
        '{"clientId":"x","expiresAt":"y"}',
        ...[
            '"startUrl":5', '"startUrl":{}', '"region":["us-east-1"]', '"refreshToken":1', '"clientId":{}', '"clientSecret":true',
            '"registrationExpiresAt":1'
        ].map(field =>
            `{"accessToken":"one","expiresAt":"2026-03-01T10:00:00Z",${field}}`)
    ];
    for (const text of broken) {
        it(`calls ${JSON.stringify(text)} broken, and no token`, async () => {
            const patient = await TokenFixture.create(FakeClock.jumping());
            await patient.writeText(CORP, text);
            expect(await patient.cache.look(CORP)).to.equal('broken');
            expect(await patient.cache.read(CORP)).to.equal(undefined);
            expect(await patient.cache.write(CORP, TOKEN)).to.equal(undefined);
            expect(await patient.cache.read(CORP)).to.deep.equal(TOKEN);
            await patient.dispose();
        });
    }

    it('takes a field that is null for one that is not there', async () => {
        await fixture.writeText(CORP, JSON.stringify({ ...TOKEN, startUrl: null, region: null, refreshToken: null, scopes: null }));
        const { refreshToken: _, ...rest } = TOKEN;
        expect(await cache.read(CORP)).to.deep.equal(rest);
    });

    for (const scopes of ['sso:account:access', [1], {}, [['sso:account:access']]]) {
        it(`knows nothing of what a token was granted whose file says ${JSON.stringify(scopes)}`, async () => {
            await fixture.writeText(CORP, JSON.stringify({ ...TOKEN, scopes }));
            expect(await cache.read(CORP)).to.deep.equal(TOKEN);
        });
    }

    it('has a token of AWS Builder ID, however its start URL is written', async () => {
        await fixture.writeText(
            BUILDER_ID_SESSION, JSON.stringify({ ...TOKEN, startUrl: 'HTTPS://view.AWSapps.com/start/', region: 'us-east-1' })
        );
        expect((await cache.read(BUILDER_ID_SESSION))?.accessToken).to.equal('one');
    });

    it('knows by its client what a token was granted whose file does not say so any more', async () => {
        const { scopes: _, ...unscoped } = { ...TOKEN, scopes: undefined, clientId: 'client' };
        await fixture.writeText(CORP, JSON.stringify(unscoped));
        expect(await cache.read(CORP)).to.deep.equal(unscoped);
        await writeFile(
            join(folderOf(path), 'a-registration.json'),
            JSON.stringify({ clientId: 'client', clientSecret: 'x', scopes: ['codewhisperer:completions'] })
        );
        await writeFile(
            join(folderOf(path), 'another.json'),
            JSON.stringify({ clientId: 'client-2', clientSecret: 'x', scopes: ['sso:account:access'] })
        );
        await writeFile(join(folderOf(path), 'broken.json'), '{"clientId":"client"');
        expect(await cache.read(CORP)).to.deep.equal({ ...unscoped, scopes: ['codewhisperer:completions'] });
        await fixture.writeText(CORP, JSON.stringify({ ...unscoped, scopes: ['of:its:own'] }));
        expect(await cache.read(CORP)).to.deep.include({ scopes: ['of:its:own'] });
    });

    it('says which file cannot be read', async () => {
        await mkdir(path, { recursive: true });
        const error = await cache.read(CORP).catch((caught: unknown) => caught);
        expect(AwsFailure.of(error)).to.deep.equal({ reason: 'fileUnreadable', subject: path, detail: 'EISDIR' });
    });

    describe('that cannot write', () => {

        beforeEach(makeUnwritable);

        it('keeps the token for this process, and says why', async () => {
            const failure = await cache.write(CORP, TOKEN);
            expect(failure).to.include({ reason: 'fileUnwritable', subject: path });
            expect(cache.whyUnsaved(CORP)).to.deep.equal(failure);
            expect(await cache.read(CORP)).to.deep.equal(TOKEN);
            expect(await cache.read(BUILDER_ID_SESSION)).to.equal(undefined);
            expect(await fixture.startProcess().get(SsoTokenCache).read(CORP)).to.equal(undefined);
        });

        it('keeps it for as long as nobody else writes one', async () => {
            await cache.write(CORP, TOKEN);
            await rm(folderOf(path));
            expect(await cache.read(CORP)).to.deep.equal(TOKEN);
            await fixture.writeText(CORP, JSON.stringify({ ...TOKEN, accessToken: 'of another tool' }));
            expect(await cache.read(CORP)).to.include({ accessToken: 'of another tool' });
            expect(cache.whyUnsaved(CORP)).to.equal(undefined);
        });

        it('says nothing any more as soon as it can write', async () => {
            await cache.write(CORP, TOKEN);
            await rm(folderOf(path));
            expect(await cache.write(CORP, TOKEN)).to.equal(undefined);
            expect(cache.whyUnsaved(CORP)).to.equal(undefined);
            expect(await fixture.fileOf(CORP)).to.deep.equal(TOKEN);
        });
    });

    it('forgets a token whose file stays, until somebody writes another one', async () => {
        await cache.write(CORP, TOKEN);
        await cache.disown(CORP);
        expect(await cache.look(CORP)).to.equal('missing');
        await fixture.writeText(CORP, JSON.stringify({ ...TOKEN, accessToken: 'of another tool' }));
        expect(await cache.read(CORP)).to.include({ accessToken: 'of another tool' });
    });

    it('says which file cannot be deleted', async () => {
        await mkdir(path, { recursive: true });
        const error = await cache.delete(CORP).catch((caught: unknown) => caught);
        expect(AwsFailure.of(error)).to.include({ reason: 'fileUnwritable', subject: path });
    });
});
