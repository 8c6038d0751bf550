import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { AwsSignInEmulator } from '../aws-sign-in-emulator';
import { sampleOrganisation } from '../organisation/sample-organisation';
import { Authority } from './authority';
import { AwsNames, AwsNamesOptions } from './aws-names';
import type { Variables } from './process-variables';

const [DEV] = sampleOrganisation.users;
const KEYS = JSON.stringify({ accessKeyId: DEV.accessKeyId, secretAccessKey: DEV.secretAccessKey });

/** Programs that print one line. Each is a plain SDK client or plain Node.js: nothing in it knows of the emulator. */
const PROGRAMS = {
    whoAmI: `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
        new STSClient({ region: 'eu-central-1', credentials: ${KEYS}, ...MORE }).send(new GetCallerIdentityCommand({}))
            .then(({ Arn }) => console.log(Arn), error => console.log(error.name, error.message));`,
    startDevice: `const { SSOOIDCClient, RegisterClientCommand, StartDeviceAuthorizationCommand } = require('@aws-sdk/client-sso-oidc');
        const oidc = new SSOOIDCClient({ region: 'us-east-1', ...MORE });
        oidc.send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public' }))
            .then(({ clientId, clientSecret }) => oidc.send(
                new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl: START_URL })
            ))
            .then(({ verificationUriComplete }) => console.log(verificationUriComplete), error => console.log(error.name));`
} as const;

describe('AwsNames', function () {
    this.timeout(30_000);

    let authority: Authority;
    let emulator: AwsSignInEmulator;
    let names: AwsNames;

    before(async () => authority = await Authority.create());

    afterEach(async () => {
        await names.stop();
        await emulator.stop();
    });

    async function serve(options?: AwsNamesOptions): Promise<void> {
        emulator = await AwsSignInEmulator.start();
        names = await AwsNames.serve(emulator, { authority, ...options });
    }

    async function run(program: string, variables: Variables): Promise<string> {
        const env = {
            PATH: process.env.PATH, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', AWS_EC2_METADATA_DISABLED: 'true',
            ...variables
        };
        const { stdout } = await promisify(execFile)(process.execPath, ['-e', `const MORE = {}; ${program}`], { cwd: __dirname, env });
        return stdout.trim();
    }

    const throughProxy = (program: string): string => `const { HttpsProxyAgent } = require('https-proxy-agent');
        Object.assign(MORE, { requestHandler: { httpsAgent: new HttpsProxyAgent(process.env.HTTPS_PROXY, { keepAlive: false }) } }); ${program}`;

    it('is met by a plain client at the regional host, on port 443, with its server name, Host and signature as they are', async () => {
        await serve();
        expect(await run(PROGRAMS.whoAmI, names.directVariables)).to.equal('arn:aws:iam::111122223333:user/dev');
        const host = 'sts.eu-central-1.amazonaws.com';
        expect(names.arrivals).to.deep.equal([
            {
                way: 'direct', target: `${host}:443`, sni: host, host, operation: 'GetCallerIdentity',
                signing: { region: 'eu-central-1', service: 'sts' }
            }
        ]);
        expect(names.targets).to.deep.equal([`${host}:443`]);
    });

    it('is met through a proxy that asks for the same', async () => {
        await serve();
        expect(await run(throughProxy(PROGRAMS.whoAmI), names.proxyVariables)).to.equal('arn:aws:iam::111122223333:user/dev');
        const host = 'sts.eu-central-1.amazonaws.com';
        expect(names.arrivals).to.deep.equal([
            {
                way: 'proxy', target: `${host}:443`, sni: host, host, operation: 'GetCallerIdentity',
                signing: { region: 'eu-central-1', service: 'sts' }
            }
        ]);
        expect(names.dials).to.deep.equal([]);
    });

    it('refuses who is to use the proxy and does not, and writes it down', async () => {
        await serve();
        expect(await run(PROGRAMS.whoAmI.replace('eu-central-1\',', 'eu-central-1\', maxAttempts: 1,'), names.proxyVariables))
            .to.contain('ECONNREFUSED');
        expect(names.dials).to.have.length(1);
        expect(names.dials[0]).to.include({ kind: 'refused', host: 'sts.eu-central-1.amazonaws.com', port: 443 });
    });

    it('wants the login of its proxy', async () => {
        await serve({ proxyLogin: 'jo:secret' });
        expect(await run(throughProxy(PROGRAMS.whoAmI), names.proxyVariables)).to.equal('arn:aws:iam::111122223333:user/dev');
        const wrong = names.proxyUrl.replace('secret', 'wrong');
        expect(await run(throughProxy(PROGRAMS.whoAmI), { ...names.proxyVariables, HTTPS_PROXY: wrong })).to.not.contain('arn:');
    });

    for (const [what, program] of [
        ['https', "require('https').get({ host: HOST, port: 80 }).on('error', error => console.log(error.code))"],
        ['http', "require('http').get('http://' + HOST).on('error', error => console.log(error.code))"],
        ['fetch', "fetch('https://' + HOST + ':8443').catch(error => console.log(error.cause.code))"],
        ['a bare socket', "require('net').connect(22, HOST).on('error', error => console.log(error.code))"]
    ]) {
        it(`refuses every other port: ${what}`, async () => {
            await serve();
            expect(await run(`const HOST = 'oidc.us-east-1.amazonaws.com'; ${program}`, names.directVariables)).to.equal('ECONNREFUSED');
            expect(names.dials.map(({ kind, host, port }) => `${kind} ${host} ${port === 443}`))
                .to.deep.equal(['refused oidc.us-east-1.amazonaws.com false']);
        });
    }

    it('leaves dials of other hosts alone', async () => {
        await serve();
        expect(await run(`fetch('${emulator.url}/emulator/pending').then(({ status }) => console.log(status))`, names.directVariables))
            .to.equal('200');
        expect(names.dials).to.deep.equal([]);
        expect(names.arrivals).to.deep.equal([]);
    });

    it('hands out links under AWS\'s names, in the region that was asked', async () => {
        await serve();
        const program = PROGRAMS.startDevice.replace('START_URL', "'https://d-1234567890.awsapps.com/start'");
        expect(await run(program, names.directVariables))
            .to.match(/^https:\/\/device\.sso\.us-east-1\.amazonaws\.com\/\?user_code=[A-Z]{4}-[A-Z]{4}$/);
        const elsewhere = PROGRAMS.startDevice.replace('START_URL', "'https://globex.awsapps.com/start'");
        expect(await run(elsewhere, names.directVariables), 'a directory of another region').to.equal('InvalidRequestException');
    });

    it('shows there the page with the code', async () => {
        await serve();
        const link = await run(PROGRAMS.startDevice.replace('START_URL', "'https://view.awsapps.com/start'"), names.directVariables);
        const [code] = emulator.pendingUserCodes();
        expect(link).to.contain(code);
        expect(await run(`fetch('${link}').then(answer => answer.text()).then(console.log)`, names.directVariables))
            .to.contain(code).and.contain('Allow access');
    });

    const wrongPlaces: [what: string, method: string, url: string][] = [
        ['the portal at a host of SSO-OIDC', 'GET', 'https://oidc.us-east-1.amazonaws.com/assignment/accounts'],
        ['SSO-OIDC at a host of STS', 'POST', 'https://sts.us-east-1.amazonaws.com/client/register'],
        ['the federation endpoint at a host of the portal', 'GET', 'https://portal.sso.us-east-1.amazonaws.com/federation?Action=login'],
        ['the controls at any', 'GET', 'https://sts.us-east-1.amazonaws.com/emulator/secrets']
    ];
    for (const [what, method, url] of wrongPlaces) {
        it(`knows nothing of ${what}`, async () => {
            await serve();
            expect(await run(`fetch('${url}', { method: '${method}' }).then(({ status }) => console.log(status))`, names.directVariables))
                .to.equal('404');
            expect(names.arrivals.map(({ operation }) => operation)).to.deep.equal([`${method} ${new URL(url).pathname}`]);
        });
    }

    it('refuses a signature for another region than that of the host', async () => {
        await serve();
        const program = PROGRAMS.whoAmI.replace('...MORE', "endpoint: 'https://sts.eu-west-1.amazonaws.com', maxAttempts: 1");
        expect(await run(program, names.directVariables)).to.equal('SignatureDoesNotMatch Credential should be scoped to a valid region.');
    });

    it('refuses a signature over another Host than the one that came', async () => {
        await serve();
        const withPort = "const client = new STSClient({ region: 'eu-central-1', maxAttempts: 1, credentials: " + KEYS + ` });
            client.middlewareStack.add(next => args => {
                args.request.headers.host += ':443'; return next(args);
            }, { step: 'finalizeRequest', priority: 'low' });
            client.send(new GetCallerIdentityCommand({})).then(() => console.log('accepted'), error => console.log(error.name));`;
        expect(await run(
            `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts'); ${withPort}`, names.directVariables
        )).to.equal('SignatureDoesNotMatch');
        expect(names.arrivals[0].host).to.equal('sts.eu-central-1.amazonaws.com:443');
    });

    it('is trusted by nobody who was not told of its authority', async () => {
        await serve();
        const { NODE_EXTRA_CA_CERTS: _, ...variables } = names.directVariables;
        expect(await run("fetch('https://sts.amazonaws.com').catch(error => console.log(error.cause.code))", variables))
            .to.equal('SELF_SIGNED_CERT_IN_CHAIN');
    });

    it('shows the access portal under its start URL, and follows a vanity URL there', async () => {
        await serve({ otherHosts: ['aws.example.com'] });
        emulator.redirect('https://aws.example.com/', 'https://d-1234567890.awsapps.com/start');
        const program = "fetch('https://aws.example.com', { method: 'HEAD' }).then(({ status, url }) => console.log(status, url))";
        expect(await run(program, names.directVariables)).to.equal('200 https://d-1234567890.awsapps.com/start');
        expect(names.arrivals.map(({ operation, target }) => `${operation} ${target}`))
            .to.deep.equal(['VanityUrl aws.example.com:443', 'StartPage d-1234567890.awsapps.com:443']);
        expect(await run(program.replace('aws.example.com', 'elsewhere.awsapps.com/start'), names.directVariables)).to.match(/^404 /);
    });

    it('leads to other hosts that it is told of', async () => {
        await serve({ otherHosts: ['login.example.com'] });
        expect(await run("fetch('https://login.example.com/').then(({ status }) => console.log(status))", names.directVariables))
            .to.equal('404');
        expect(names.targets).to.deep.equal(['login.example.com:443']);
    });

    it('leaves nothing behind', async () => {
        await serve();
        const folder = dirname(names.authorityFile);
        expect(existsSync(folder)).to.equal(true);
        await names.stop();
        expect(existsSync(folder)).to.equal(false);
    });
});
