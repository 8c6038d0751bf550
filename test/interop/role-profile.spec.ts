import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { AwsAccounts } from 'theia-aws-accounts/lib/node/aws-accounts';
import { RoleProfileWriter } from 'theia-aws-accounts/lib/node/role/role-profile-writer';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { AwsCli } from './aws-cli';

const START_URL = 'https://d-1234567890.awsapps.com/start';
const ROLE = { ssoSession: 'd-1234567890', accountId: '111122223333', accountName: 'Sandbox', roleName: 'ReadOnly', region: 'us-east-1' };
const ARN = /^arn:aws:sts::111122223333:assumed-role\/.*ReadOnly/;
const PROFILE = 'd-1234567890-sandbox-ReadOnly';

describe('A sign-in whose session and role were written to the config file', () => {

    let fixture: BackendFixture;
    let cli: AwsCli;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        cli = new AwsCli(fixture.home, fixture.emulator.url);
        const backend = fixture.startBackend();
        const { server, client } = fixture.openWindow(backend);
        await server.attach(undefined);
        const signingIn = server.signIn({ signInId: 'one', target: { kind: 'identityCenter', startUrl: START_URL, region: 'us-east-1' } });
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        await signingIn;
        await backend.get(AwsAccounts).refresh();
        await backend.get(RoleProfileWriter).write([ROLE]);
    });

    afterEach(() => fixture.dispose());

    const identity = async (): Promise<unknown> => {
        const { code, stdout, stderr } = await cli.run('sts', 'get-caller-identity', '--profile', PROFILE);
        expect([code, stderr]).to.deep.equal([0, '']);
        return JSON.parse(stdout).Arn;
    };

    it('is used by the AWS CLI as it is, without a sign-in', async () => {
        expect(await identity()).to.match(ARN);
    }).timeout(60_000);

    it('is used by the AWS SDK as it is, in a process of its own', async () => {
        const script = "const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');"
            + `new STSClient({ profile: '${PROFILE}' }).send(new GetCallerIdentityCommand({})).then(({ Arn }) => console.log(Arn))`;
        const env = {
            PATH: process.env.PATH, HOME: fixture.home, AWS_ENDPOINT_URL: fixture.emulator.url,
            AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true'
        };
        const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: __dirname, env });
        expect(stdout).to.match(ARN);
    }).timeout(60_000);

    it('is signed out of and into again by the AWS CLI', async () => {
        expect((await cli.run('sso', 'logout')).code).to.equal(0);
        expect((await cli.run('sts', 'get-caller-identity', '--profile', PROFILE)).code, 'signed out').to.not.equal(0);
        const { code, stderr } = await cli.signIn('approve', '--sso-session', 'd-1234567890');
        expect([code, stderr]).to.deep.equal([0, '']);
        expect(await identity()).to.match(ARN);
    }).timeout(60_000);
});
