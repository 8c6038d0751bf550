import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc';
import { ListAccountsCommand } from '@aws-sdk/client-sso';
import { expect } from 'chai';
import type { AwsFailureReason } from '../../common/aws-accounts-error';
import { CredentialsFixture } from '../credentials/test/credentials-fixture';
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
    const whoAmI = async (caBundle?: string): Promise<unknown> => (await clients().sts('eu-central-1', DEV, caBundle)).send(new GetCallerIdentityCommand({}));
    const reasonOf = async (call: Promise<unknown>): Promise<AwsFailureReason | 'none'> => call.then(() => 'none', (error: unknown) => toAwsFailure(error).reason);

    it('is not trusted by itself', async () => expect(await reasonOf(whoAmI())).to.equal('tls'));

    it('is trusted by the ca_bundle of a profile, and only for that', async () => {
        expect(await whoAmI(bundle)).to.include({ Account: '111122223333' });
        expect(await reasonOf(whoAmI())).to.equal('tls');
    });

    it('is trusted by AWS_CA_BUNDLE, for every service', async () => {
        fixture.setVariable('AWS_CA_BUNDLE', bundle);
        expect(await whoAmI()).to.include({ Account: '111122223333' });
        expect(await (await clients().oidc('eu-central-1')).send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public' }))).to.include.keys('clientId');
        expect(await reasonOf((await clients().portal('eu-central-1')).send(new ListAccountsCommand({ accessToken: 'wrong' })))).to.equal('signInRequired');
    });

    it('is trusted by NODE_EXTRA_CA_CERTS, which Node.js reads at its start', async () => {
        const script = `require('reflect-metadata');
            const { AwsClients } = require('${require.resolve('./aws-clients')}');
            const { NetworkSettings } = require('${require.resolve('./network-settings')}');
            const { GetCallerIdentityCommand } = require('${require.resolve('@aws-sdk/client-sts')}');
            const clients = Object.assign(new AwsClients(), { network: new NetworkSettings() });
            clients.sts('eu-central-1', ${JSON.stringify(DEV)}).then(client => client.send(new GetCallerIdentityCommand({}))).then(({ Account }) => console.log(Account));`;
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
});
