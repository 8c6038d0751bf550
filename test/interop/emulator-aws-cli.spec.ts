import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsSignInEmulator, largeOrganisation, sampleOrganisation } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { AwsCli } from './aws-cli';

const [DEV] = sampleOrganisation.users;
const CORP = sampleOrganisation.directories[0];

const CONFIG = `[sso-session corp]
sso_start_url = ${CORP.startUrl}
sso_region = ${CORP.region}
sso_registration_scopes = sso:account:access

[profile sandbox]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = ReadOnly
region = eu-central-1

[profile forbidden]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Developer
region = eu-central-1

[profile legacy]
sso_start_url = ${CORP.startUrl}
sso_region = ${CORP.region}
sso_account_id = 444455556666
sso_role_name = Developer
region = eu-central-1

[profile dev]
region = eu-central-1

[profile stranger]
region = eu-central-1

[profile liar]
region = eu-central-1

[profile deployer]
role_arn = arn:aws:iam::111122223333:role/Deployer
role_session_name = spec
source_profile = dev
region = eu-central-1

[profile partner]
role_arn = arn:aws:iam::444455556666:role/Deployer
role_session_name = spec
source_profile = dev
region = eu-central-1
`;

const CREDENTIALS = `[dev]
aws_access_key_id = ${DEV.accessKeyId}
aws_secret_access_key = ${DEV.secretAccessKey}

[stranger]
aws_access_key_id = AKIANOBODYKNOWSMEXMP
aws_secret_access_key = ${DEV.secretAccessKey}

[liar]
aws_access_key_id = ${DEV.accessKeyId}
aws_secret_access_key = wrong
`;

describe('The emulator, seen by the AWS CLI', function () {
    this.timeout(120_000);

    let home: string;
    let emulator: AwsSignInEmulator;
    let aws: AwsCli;

    const useEmulator = async (started: Promise<AwsSignInEmulator>): Promise<void> => {
        emulator = await started;
        aws = new AwsCli(home, emulator.url);
    };
    const callerOf = async (profile: string): Promise<string> => {
        const { code, stdout, stderr } = await aws.run('sts', 'get-caller-identity', '--profile', profile);
        expect(stderr).to.equal('');
        expect(code).to.equal(0);
        return JSON.parse(stdout).Arn;
    };
    /** The newest access token that the CLI keeps. */
    const accessToken = async (): Promise<string> => {
        const folder = join(home, '.aws', 'sso', 'cache');
        const files = await Promise.all((await readdir(folder)).map(async name => JSON.parse(await readFile(join(folder, name), 'utf8'))));
        return files.find(file => file.accessToken !== undefined)?.accessToken ?? '';
    };
    /** `aws sso ...` with the token of the CLI itself, parsed. */
    const portal = async (command: string, ...args: string[]): Promise<{ [list: string]: { [name: string]: string }[] }> => {
        const { stdout, stderr } = await aws.run('sso', command, '--access-token', await accessToken(), '--region', CORP.region, ...args);
        expect(stderr).to.equal('');
        return JSON.parse(stdout);
    };

    beforeEach(async () => {
        home = await mkdtemp(join(tmpdir(), 'aws-cli-home-'));
        await mkdir(join(home, '.aws'));
        await writeFile(join(home, '.aws', 'config'), CONFIG);
        await writeFile(join(home, '.aws', 'credentials'), CREDENTIALS);
        await useEmulator(AwsSignInEmulator.start());
    });

    afterEach(async () => {
        await emulator.stop();
        await rm(home, { recursive: true, force: true });
    });

    describe('with access keys', () => {

        it('knows the caller', async () => {
            expect(await callerOf('dev')).to.equal('arn:aws:iam::111122223333:user/dev');
        });

        it('knows the caller of a role that was assumed with them', async () => {
            expect(await callerOf('deployer')).to.equal('arn:aws:sts::111122223333:assumed-role/Deployer/spec');
            expect(emulator.requests.map(({ operation }) => operation)).to.deep.equal(['AssumeRole', 'GetCallerIdentity']);
        });

        const refused: [what: string, profile: string, message: RegExp][] = [
            [
                'an unknown key', 'stranger',
                /\(InvalidClientTokenId\) when calling the GetCallerIdentity operation: The security token included in the request is invalid/
            ],
            [
                'a wrong secret', 'liar',
                /\(SignatureDoesNotMatch\) when calling the GetCallerIdentity operation: The request signature we calculated does not match/
            ],
            [
                'a role that asks for more', 'partner',
                /\(AccessDenied\) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user\/dev is not authorized/
            ]
        ];
        for (const [what, profile, message] of refused) {
            it(`is refused for ${what}`, async () => {
                const { code, stderr } = await aws.run('sts', 'get-caller-identity', '--profile', profile);
                expect(code).to.equal(254);
                expect(stderr).to.match(message);
            });
        }

        it('gets a session', async () => {
            const { stdout } = await aws.run('sts', 'get-session-token', '--profile', 'dev');
            expect(JSON.parse(stdout).Credentials).to.have.keys('AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration');
        });

        it('invokes a function with its payload', async () => {
            const { code, stdout } = await aws.run('lambda', 'invoke', '--profile', 'dev', '--function-name', 'hello-world',
                '--cli-binary-format', 'raw-in-base64-out', '--payload', '{"name":"Jürgen"}', 'answer.json');
            expect(code).to.equal(0);
            expect(JSON.parse(stdout)).to.deep.equal({ StatusCode: 200, ExecutedVersion: '$LATEST' });
            expect(JSON.parse(await readFile(join(home, 'answer.json'), 'utf8'))).to.deep.equal({
                greeting: 'Hello from hello-world', event: { name: 'Jürgen' }, caller: 'arn:aws:iam::111122223333:user/dev'
            });
        });

        it('lists the functions, and finds no others', async () => {
            const { stdout } = await aws.run('lambda', 'list-functions', '--profile', 'dev', '--query', 'Functions[].FunctionName');
            expect(JSON.parse(stdout)).to.deep.equal(['hello-world', 'resize-image', 'send-newsletter']);
            const { code, stderr } = await aws.run(
                'lambda', 'invoke', '--profile', 'dev', '--function-name', 'import-orders', 'answer.json'
            );
            expect(code).to.equal(254);
            expect(stderr)
                .to.match(/\(ResourceNotFoundException\) when calling the Invoke operation: Function not found: arn:aws:lambda:eu-central-1:111122223333/);
        });

        it('sees trouble of the service', async () => {
            aws.env.AWS_MAX_ATTEMPTS = '1';
            emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'status', status: 429 });
            const { stderr } = await aws.run('sts', 'get-caller-identity', '--profile', 'dev');
            expect(stderr)
                .to.match(/\(Throttling\) when calling the GetCallerIdentity operation \(reached max retries: 0\): Requested by the test/);
        });
    });

    describe('with a sign-in', () => {

        it('signs in by code, uses a role and signs out', async () => {
            const { code, stdout } = await aws.signIn('approve', '--profile', 'sandbox');
            expect(stdout)
                .to.contain(`${emulator.url}/device?user_code=`).and.to.contain(`Successfully logged into Start URL: ${CORP.startUrl}`);
            expect(code).to.equal(0);
            expect(await callerOf('sandbox'))
                .to.equal('arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/builder');
            const token = await accessToken();
            expect((await aws.run('sso', 'logout')).code).to.equal(0);
            expect(emulator.count('Logout')).to.equal(1);
            const after = await aws.run('sso', 'list-accounts', '--access-token', token, '--region', CORP.region);
            expect(after.stderr)
                .to.match(/\(UnauthorizedException\) when calling the ListAccounts operation: Session token not found or invalid/);
        });

        it('signs in for a legacy profile, whose token cannot be refreshed', async () => {
            expect((await aws.signIn('approve', '--profile', 'legacy')).code).to.equal(0);
            expect(await callerOf('legacy')).to.contain(':assumed-role/AWSReservedSSO_Developer_');
            const files = await readdir(join(home, '.aws', 'sso', 'cache'));
            const texts = await Promise.all(files.map(name => readFile(join(home, '.aws', 'sso', 'cache', name), 'utf8')));
            expect(texts.join('')).to.contain('accessToken').and.not.to.contain('refreshToken');
        });

        it('is told that the person refused', async () => {
            const { code, stderr } = await aws.signIn('deny', '--profile', 'sandbox');
            expect(code).to.equal(254);
            expect(stderr).to.match(/\(AccessDeniedException\) when calling the CreateToken operation/);
        });

        it('goes on after it was told to slow down', async () => {
            emulator.faults.add({ operation: 'CreateToken', kind: 'error', error: 'slow_down', times: 1 });
            expect((await aws.signIn('approve', '--profile', 'sandbox')).code).to.equal(0);
        });

        it('is told that a role is not assigned', async () => {
            await aws.signIn('approve', '--profile', 'sandbox');
            const { code, stderr } = await aws.run('sts', 'get-caller-identity', '--profile', 'forbidden');
            expect(code).to.not.equal(0);
            expect(stderr).to.match(/\(ForbiddenException\) when calling the GetRoleCredentials operation: No access/);
        });

        it('refreshes a token that is about to run out, and gets a new refresh token', async () => {
            emulator.settings.accessTokenLifetime = 14 * 60;
            await aws.signIn('approve', '--profile', 'sandbox');
            const before = await accessToken();
            expect(await callerOf('sandbox')).to.contain('AWSReservedSSO_ReadOnly_');
            expect(emulator.requests.map(({ operation, outcome }) => `${operation} ${outcome}`).slice(-3))
                .to.deep.equal(['CreateToken 200', 'GetRoleCredentials 200', 'GetCallerIdentity 200']);
            expect(await accessToken()).to.not.equal(before);
        });

        it('asks for a new sign-in when the session has ended and the token has run out', async () => {
            emulator.settings.accessTokenLifetime = 0;
            await aws.signIn('approve', '--profile', 'sandbox');
            emulator.endSessions();
            const { code, stderr } = await aws.run('sts', 'get-caller-identity', '--profile', 'sandbox');
            expect(code).to.not.equal(0);
            expect(stderr).to.match(/Token has expired and refresh failed/);
        });
    });

    describe('in a large organisation', () => {

        it('lists accounts and roles page by page, each once', async () => {
            await emulator.stop();
            await useEmulator(AwsSignInEmulator.start({ organisation: largeOrganisation(45, 23) }));
            await aws.signIn('approve', '--profile', 'sandbox');
            const { accountList } = await portal('list-accounts', '--page-size', '20');
            expect(accountList.map(({ accountId }) => accountId))
                .to.deep.equal(Array.from({ length: 45 }, (_, index) => String(100_000_000_000 + index)));
            expect(emulator.count('ListAccounts')).to.equal(3);
            const { roleList } = await portal('list-account-roles', '--account-id', '100000000044', '--page-size', '10');
            expect(roleList.map(({ roleName }) => roleName)).to.deep.equal(Array.from({ length: 23 }, (_, index) => `Role${index}`));
            expect(emulator.count('ListAccountRoles')).to.equal(3);
            const first = await portal('list-accounts', '--max-items', '2', '--page-size', '2');
            expect(first.accountList).to.have.length(2);
        });
    });
});
