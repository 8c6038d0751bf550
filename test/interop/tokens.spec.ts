import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromSSO } from '@aws-sdk/credential-providers';
import { Container } from '@theia/core/shared/inversify';
import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import backendModule from 'theia-aws-accounts/lib/node/aws-accounts-backend-module';
import type { SsoSession } from 'theia-aws-accounts/lib/node/shared-config/sso-session';
import { SsoSignIn } from 'theia-aws-accounts/lib/node/sso/sso-sign-in';
import { SsoSignOut } from 'theia-aws-accounts/lib/node/sso/sso-sign-out';
import { SsoTokenManager } from 'theia-aws-accounts/lib/node/sso/token/sso-token-manager';
import { SsoTokenWatcher } from 'theia-aws-accounts/lib/node/sso/token/sso-token-watcher';
import { AwsCli, AwsCliResult } from './aws-cli';

/** A name of its own: the SDK refreshes the token of a name once in 30 s, in all of the process. */
const CORP: SsoSession = { name: 'corp-tokens', startUrl: 'https://d-1234567890.awsapps.com/start', region: 'us-east-1' };
const SCOPES = ['sso:account:access'];
const CONFIG = `[sso-session ${CORP.name}]
sso_start_url = ${CORP.startUrl}
sso_region = ${CORP.region}
sso_registration_scopes = ${SCOPES.join(',')}

[profile dev]
sso_session = ${CORP.name}
sso_account_id = 111122223333
sso_role_name = ReadOnly
region = eu-central-1
`;
const TOKEN_FILE = `${createHash('sha1').update(CORP.name).digest('hex')}.json`;
/** Time within which a change by another program shows, in milliseconds. */
const SHOWN_AFTER_MS = 2000;
const VARIABLES = ['HOME', 'AWS_ENDPOINT_URL'];

describe('Tokens in the files that all AWS tools share', function () {
    this.timeout(120_000);

    let home: string;
    let emulator: AwsSignInEmulator;
    let cli: AwsCli;
    let backend: Container;
    const before = VARIABLES.map(name => [name, process.env[name]] as const);

    beforeEach(async () => {
        home = await mkdtemp(join(tmpdir(), 'aws-accounts-interop-'));
        await mkdir(join(home, '.aws'));
        await writeFile(join(home, '.aws', 'config'), CONFIG);
        emulator = await AwsSignInEmulator.start();
        cli = new AwsCli(home, emulator.url);
        Object.assign(process.env, { HOME: home, AWS_ENDPOINT_URL: emulator.url });
        backend = new Container();
        backend.load(backendModule);
    });

    afterEach(async () => {
        backend.get(SsoTokenWatcher).dispose();
        for (const [name, value] of before) {
            if (value === undefined) {
                delete process.env[name];
            } else {
                process.env[name] = value;
            }
        }
        await emulator.stop();
        await rm(home, { recursive: true, force: true });
    });

    const manager = (): SsoTokenManager => backend.get(SsoTokenManager);
    const tokenPath = (): string => join(home, '.aws', 'sso', 'cache', TOKEN_FILE);
    const inFile = async (): Promise<Record<string, unknown>> => JSON.parse(await readFile(tokenPath(), 'utf8'));
    /** The token as it is `ms` before its end. */
    const near = async (ms: number): Promise<void> =>
        writeFile(tokenPath(), JSON.stringify({ ...await inFile(), expiresAt: new Date(Date.now() + ms).toISOString() }));
    const succeeded = ({ code, stdout, stderr }: AwsCliResult): string => code === 0 ? stdout : expect.fail(stderr);
    const whoAmI = async (): Promise<string> => {
        await rm(join(home, '.aws', 'cli'), { recursive: true, force: true });
        return JSON.parse(succeeded(await cli.run('sts', 'get-caller-identity', '--profile', 'dev'))).Arn;
    };
    const ARN = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/builder';

    /** Signs in as the product does, by device code. */
    async function signIn(scopes = SCOPES): Promise<void> {
        const outcome = await backend.get(SsoSignIn).signIn(CORP, {
            signInId: 'one', flow: 'deviceCode', scopes, signal: new AbortController().signal,
            onProgress: ({ kind }) => {
                if (kind === 'deviceCode') {
                    emulator.approve();
                }
            }
        });
        expect(outcome).to.deep.equal({ kind: 'signedIn', unwritten: undefined });
    }

    async function signInWithCli(): Promise<void> {
        succeeded(await cli.signIn('approve', '--profile', 'dev'));
    }

    describe('written here', () => {

        beforeEach(() => signIn());

        it('are used by the AWS CLI', async () => {
            expect(await whoAmI()).to.equal(ARN);
        });

        it('are refreshed by the AWS CLI, with our registration, and used here afterwards', async () => {
            const ours = await inFile();
            await near(10 * 60_000);
            expect(await whoAmI()).to.equal(ARN);
            const theirs = await inFile();
            expect(theirs.accessToken).to.not.equal(ours.accessToken);
            expect(theirs.clientId).to.equal(ours.clientId);
            expect((await manager().getToken(CORP)).accessToken).to.equal(theirs.accessToken);
            await near(0);
            const again = await manager().getToken(CORP);
            expect(again.accessToken).to.not.equal(theirs.accessToken);
            expect(await whoAmI()).to.equal(ARN);
        });

        it('keep what was granted when the AWS CLI refreshes them and drops what it does not know', async () => {
            const granted = [...SCOPES, 'codewhisperer:completions'];
            await signIn(granted);
            await near(10 * 60_000);
            expect(await whoAmI()).to.equal(ARN);
            expect(await inFile()).to.not.have.property('scopes');
            expect(await manager().state(CORP)).to.deep.include({ scopes: granted });
            expect(await manager().getToken(CORP)).to.deep.include({ scopes: granted });
        });

        it('are used and refreshed by the AWS SDK', async () => {
            const ours = await inFile();
            expect(await fromSSO({ profile: 'dev' })()).to.include.keys('accessKeyId', 'secretAccessKey', 'sessionToken');
            expect((await inFile()).accessToken).to.equal(ours.accessToken);
            await near(60_000);
            await fromSSO({ profile: 'dev' })();
            const theirs = await inFile();
            expect(theirs.accessToken).to.not.equal(ours.accessToken);
            expect(theirs.scopes, 'the SDK keeps what it does not know').to.deep.equal(SCOPES);
            expect((await manager().getToken(CORP)).accessToken).to.equal(theirs.accessToken);
        });

        it('are ended and deleted by aws sso logout, which leaves our registration and is noticed here', async () => {
            const watcher = backend.get(SsoTokenWatcher);
            const told = new Promise<void>(resolve => watcher.onDidChange(resolve));
            watcher.watch([CORP]);
            succeeded(await cli.run('sso', 'logout'));
            const endedAt = Date.now();
            await told;
            expect(Date.now() - endedAt).to.be.lessThan(SHOWN_AFTER_MS);
            expect(await manager().state(CORP)).to.deep.equal({ kind: 'signedOut' });
            expect(emulator.count('Logout')).to.equal(1);
            const registrations = emulator.count('RegisterClient');
            await signIn();
            expect(emulator.count('RegisterClient')).to.equal(registrations);
        });

        it('are gone for the AWS CLI after a sign-out here', async () => {
            expect(await backend.get(SsoSignOut).signOut(CORP)).to.deep.equal({ kind: 'signedOut' });
            emulator.forgetRequests();
            expect((await cli.run('sts', 'get-caller-identity', '--profile', 'dev')).code).to.not.equal(0);
            expect(emulator.requests, 'there is no token to ask with').to.deep.equal([]);
        });
    });

    describe('written by the AWS CLI', () => {

        it('show here within 2 s, are used, refreshed and ended here', async () => {
            const watcher = backend.get(SsoTokenWatcher);
            let toldAt = 0;
            const told = new Promise<void>(resolve => watcher.onDidChange(() => {
                toldAt = Date.now();
                resolve();
            }));
            watcher.watch([CORP]);
            await signInWithCli();
            const { mtimeMs } = await stat(tokenPath());
            await told;
            expect(toldAt - mtimeMs).to.be.lessThan(SHOWN_AFTER_MS);
            expect(await manager().state(CORP)).to.include({ kind: 'signedIn', renews: true });
            const theirs = await inFile();
            expect(await manager().getToken(CORP), 'with what its registration says').to.deep.equal({ ...theirs, scopes: SCOPES });

            await near(0);
            const renewed = await manager().getToken(CORP);
            expect(renewed.accessToken).to.not.equal(theirs.accessToken);
            expect(await inFile()).to.deep.equal(renewed)
                .and.to.include({ clientId: theirs.clientId, startUrl: CORP.startUrl, region: CORP.region });
            expect(await whoAmI()).to.equal(ARN);

            expect(await backend.get(SsoSignOut).signOut(CORP)).to.deep.equal({ kind: 'signedOut' });
            expect(await readdir(join(home, '.aws', 'sso', 'cache'))).to.not.include(TOKEN_FILE);
        });
    });
});
