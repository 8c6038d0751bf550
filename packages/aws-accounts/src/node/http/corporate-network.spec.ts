import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc';
import { ListAccountsCommand } from '@aws-sdk/client-sso';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from '../../common/state/aws-accounts-error';
import { AwsScopes } from '../../common/token-service/aws-scopes';
import { CallerIdentityService } from '../credentials/caller-identity-service';
import { CredentialsFixture } from '../credentials/test/credentials-fixture';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { SsoSignIn } from '../sso/sso-sign-in';
import { decideInBrowser } from '../test/person-with-browser';
import { AwsClients } from './aws-clients';
import { toAwsFailure } from './aws-failure-conversion';
import { CorporateNetwork } from './test/corporate-network';
import { SPEC_AUTHORITY } from './test/spec-certificates';

const DEV = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

describe('A corporate network', function () {
    this.timeout(20_000);

    let fixture: CredentialsFixture;
    let network: CorporateNetwork;
    let bundle: string;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
        network = await CorporateNetwork.start(fixture.emulator.url);
        bundle = await fixture.write('corp.pem', SPEC_AUTHORITY);
        for (const name of ['AWS_CA_BUNDLE', 'HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY']) {
            fixture.setVariable(name, undefined);
            fixture.setVariable(name.toLowerCase(), undefined);
        }
        fixture.setVariable('AWS_ENDPOINT_URL', network.endpoint);
    });

    afterEach(async () => {
        await network.stop();
        await fixture.dispose();
    });

    const clients = (): AwsClients => fixture.container.get(AwsClients);
    const whoAmI = async (caBundle?: string): Promise<unknown> =>
        (await clients().sts('eu-central-1', DEV, { caBundle })).send(new GetCallerIdentityCommand({}));
    const reasonOf = async (call: Promise<unknown>): Promise<AwsFailureReason | 'none'> =>
        call.then(
            () => 'none',
            (error: unknown) => toAwsFailure(error).reason
        );

    /** The person's own settings, which a spec may change as they may. */
    function settings(): Record<string, unknown> {
        const values: Record<string, unknown> = {};
        const preferences = {
            ready: Promise.resolve(),
            inspect: (name: string) => ({ globalValue: values[name], workspaceValue: 'http://127.0.0.1:9' })
        };
        fixture.container.bind(PreferenceService).toConstantValue(preferences);
        return values;
    }

    it('is not trusted by itself', async () => expect(await reasonOf(whoAmI())).to.equal('tls'));

    it('is trusted by the ca_bundle of a profile, and only for that', async () => {
        expect(await whoAmI(bundle)).to.include({ Account: '111122223333' });
        expect(await reasonOf(whoAmI())).to.equal('tls');
    });

    it('is trusted by AWS_CA_BUNDLE, for every service', async () => {
        fixture.setVariable('AWS_CA_BUNDLE', bundle);
        expect(await whoAmI()).to.include({ Account: '111122223333' });
        expect(
            await (await clients().oidc('eu-central-1')).send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public' }))
        ).to.include.keys('clientId');
        expect(await reasonOf((await clients().portal('eu-central-1')).send(new ListAccountsCommand({ accessToken: 'wrong' })))).to.equal(
            'signInRequired'
        );
    });

    it('is trusted by NODE_EXTRA_CA_CERTS, which Node.js reads at its start', async () => {
        const script = `require('reflect-metadata');
            const { AwsClients } = require('${require.resolve('./aws-clients')}');
            const { NetworkSettings } = require('${require.resolve('./network-settings')}');
            const { GetCallerIdentityCommand } = require('${require.resolve('@aws-sdk/client-sts')}');
            const clients = Object.assign(new AwsClients(), { network: new NetworkSettings() });
            clients.sts('eu-central-1', ${JSON.stringify(
                DEV
            )}).then(client => client.send(new GetCallerIdentityCommand({}))).then(({ Account }) => console.log(Account));`;
        const env = { ...process.env, NODE_EXTRA_CA_CERTS: bundle, NODE_PATH: `${process.cwd()}/../../node_modules` };
        const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { env, cwd: process.cwd() });
        expect(stdout.trim()).to.equal('111122223333');
    });

    it('names the bundle that cannot be read', async () => {
        const failure = toAwsFailure(await whoAmI('/nowhere/corp.pem').catch((error: unknown) => error));
        expect(failure).to.deep.equal({ reason: 'fileUnreadable', subject: '/nowhere/corp.pem', detail: 'ENOENT' });
    });

    it('is reached through a proxy that wants a password', async () => {
        fixture.setVariable('HTTPS_PROXY', network.proxyFor('jo:secret'));
        expect(await whoAmI(bundle)).to.include({ Account: '111122223333' });
        expect(network.tunnels).to.deep.equal([new URL(network.endpoint).host]);
        expect(await reasonOf(whoAmI()), 'the proxy changes nothing about trust').to.equal('tls');
    });

    it('is reached straight where NO_PROXY says so', async () => {
        fixture.setVariable('HTTPS_PROXY', network.proxyFor('jo:secret'));
        fixture.setVariable('NO_PROXY', 'localhost');
        expect(await whoAmI(bundle)).to.include({ Account: '111122223333' });
        expect(network.tunnels).to.deep.equal([]);
    });

    it('tells that the proxy refused', async () => {
        fixture.setVariable('HTTPS_PROXY', network.proxyFor('jo:wrong'));
        expect(await reasonOf(whoAmI(bundle))).to.equal('proxy');
    });

    it('tells that the proxy is not there from a host that is not there', async () => {
        fixture.setVariable('HTTPS_PROXY', 'http://127.0.0.1:9');
        expect(await reasonOf(whoAmI(bundle))).to.equal('proxy');
        fixture.setVariable('HTTPS_PROXY', undefined);
        fixture.setVariable('AWS_ENDPOINT_URL', 'https://nowhere.invalid');
        expect(await reasonOf(whoAmI(bundle))).to.equal('hostNotFound');
        fixture.setVariable('AWS_ENDPOINT_URL', 'https://127.0.0.1:9');
        expect(await reasonOf(whoAmI(bundle))).to.equal('connectionRefused');
    });

    it('is reached through the proxy of Theia\'s settings before that of the environment, from the moment on when they name '
        + 'it', async () => {
        const values = settings();
        expect(await whoAmI(bundle)).to.include({ Account: '111122223333' });
        expect(network.tunnels).to.deep.equal([]);
        fixture.setVariable('HTTPS_PROXY', 'http://127.0.0.1:9');
        values['http.proxy'] = network.proxyFor('jo:secret');
        expect(await whoAmI(bundle)).to.include({ Account: '111122223333' });
        expect(network.tunnels).to.deep.equal([new URL(network.endpoint).host]);
    });

    it('is reached through a proxy that takes what http.proxyAuthorization says', async () => {
        const values = settings();
        values['http.proxy'] = network.proxyFor('').replace('@', '');
        expect(await reasonOf(whoAmI(bundle))).to.equal('proxy');
        values['http.proxyAuthorization'] = `Basic ${Buffer.from('jo:secret').toString('base64')}`;
        expect(await whoAmI(bundle)).to.include({ Account: '111122223333' });
        values['http.proxyAuthorization'] = 'Basic x\r\nX-Other: y';
        expect(await reasonOf(whoAmI(bundle)), 'and nothing else').to.equal('proxy');
    });

    it('is not trusted either where http.proxyStrictSSL is off', async () => {
        settings()['http.proxyStrictSSL'] = false;
        expect(await reasonOf(whoAmI())).to.equal('tls');
    });

    /** Signs in to the first SSO session of the config file. */
    async function signIn(): Promise<void> {
        const [{ session }] = (await fixture.container.get(SharedConfigReader).read()).ssoSessions;
        const outcome =
            session &&
            (await fixture.container.get(SsoSignIn).signIn(session, {
                signInId: 'one',
                flow: 'authorizationCode',
                scopes: [AwsScopes.ACCOUNT_ACCESS],
                signal: new AbortController().signal,
                // The page is asked for where the emulator is: a browser has a trust of its own.
                onProgress: progress =>
                    progress.kind === 'browser' &&
                    void decideInBrowser(progress.authorizeUrl.replace(network.endpoint, fixture.emulator.url), 'allow')
            }));
        expect(outcome).to.include({ kind: 'signedIn' });
    }

    it('is not trusted either where the environment switches verification off', async () => {
        fixture.setVariable('NODE_TLS_REJECT_UNAUTHORIZED', '0');
        expect(await reasonOf(whoAmI())).to.equal('tls');
        fixture.setVariable('HTTPS_PROXY', network.proxyFor('jo:secret'));
        expect(await reasonOf(whoAmI())).to.equal('tls');
    });

    const SSO_SESSION = '[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://d-1234567890.awsapps.com/start\n';
    const SSO_ROLE = 'sso_session = corp\nsso_account_id = 111122223333\nsso_role_name = ReadOnly\n';

    it('is trusted by the ca_bundle of a profile for its sign-in, its token and the role of its source profile', async () => {
        await fixture.config(
            `${SSO_SESSION}[profile sandbox]\n${SSO_ROLE}ca_bundle = ${bundle}\n` +
                `[profile plain]\n${SSO_ROLE}[profile deploy]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = plain\nca_bundle = ${bundle}\n`
        );
        await signIn();
        expect(await fixture.get('sandbox')).to.include.keys('sessionToken');
        expect(await fixture.get('deploy')).to.include.keys('sessionToken');
        expect(await fixture.get('plain').catch((error: unknown) => AwsFailure.of(error).reason), 'another profile').to.equal('tls');
    });

    it('is trusted by the ca_bundle, and reached at the endpoint_url, of a profile whose role is assumed through a role of '
        + 'Identity Center', async () => {
        await fixture.config(
            `${SSO_SESSION}[profile plain]\n${SSO_ROLE}ca_bundle = ${bundle}\nendpoint_url = https://127.0.0.1:9\n` +
                `[profile deploy]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = plain\nca_bundle = ${bundle}\nendpoint_url = ${network.endpoint}\n`
        );
        await signIn();
        fixture.setVariable('AWS_ENDPOINT_URL', undefined);
        fixture.setVariable('AWS_ENDPOINT_URL_SSO_OIDC', network.endpoint);
        fixture.emulator.forgetRequests();
        const settings = await fixture.credentials.callSettingsOf('deploy');
        const { arn } = await fixture.container
            .get(CallerIdentityService)
            .identify(await fixture.get('deploy'), 'eu-central-1', 'deploy', { settings });
        expect(arn).to.contain('assumed-role/Deployer');
        expect(['GetRoleCredentials', 'AssumeRole', 'GetCallerIdentity'].map(operation => fixture.emulator.count(operation))).to.deep.equal(
            [1, 1, 1]
        );
    });
});
