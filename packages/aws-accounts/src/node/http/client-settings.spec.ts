import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetRoleCredentialsCommand } from '@aws-sdk/client-sso';
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { HttpRequest } from '@smithy/types';
import { expect } from 'chai';
import { AwsClients } from './aws-clients';
import { LoginCredentials } from '../credentials/source/login-credentials';
import type { SectionSettings } from '../shared-config/profile-settings';
import { LoginFixture } from '../test/login-fixture';
import { CLIENT_SETTINGS, FIXED_OPTIONS } from './client-settings';
import { ConsoleHosts } from './console-hosts';
import { NetworkSettings } from './network-settings';
import { PartitionData } from './partition-data';
import { ServiceEndpoints } from './service-endpoints';

/** Variables that are no settings of a client: how the process was started, and what our own network settings are. */
const NO_SETTINGS = [
    'AWS_EXECUTION_ENV', 'AWS_LAMBDA_FUNCTION_NAME', 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'AWS_CA_BUNDLE',
    'AWS_LAMBDA_BENCHMARK_MODE', 'AWS_LAMBDA_MAX_CONCURRENCY', '_X_AMZN_TRACE_ID', 'AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026',
    'AWS_LOGIN_CACHE_DIRECTORY'
];

class Clients extends AwsClients {

    protected override readonly network = Object.assign(new NetworkSettings(), { variables: {} });
}

/** Variables that the clients read while `act` runs; the shared config file counts as read when its place is. */
async function askedDuring(act: () => Promise<unknown>): Promise<string[]> {
    const { env } = process;
    const asked = new Set<string>();
    const note = (name: string | symbol): void => {
        if (typeof name === 'string' && /^(AWS_|_X_AMZN)/.test(name)) {
            asked.add(name);
        }
    };
    process.env = new Proxy(env, {
        get: (target, name) => (note(name), Reflect.get(target, name) as unknown),
        has: (target, name) => (note(name), Reflect.has(target, name))
    });
    try {
        await act();
    } finally {
        process.env = env;
    }
    return [...asked].sort();
}

describe('The settings of SDK clients', () => {

    const KEYS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' };
    const SAID = { ...process.env };
    let folder: string;
    let requests: HttpRequest[];
    let clients: Clients;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-settings-'));
        const nonsense = Object.values(CLIENT_SETTINGS).flatMap(({ keys }) => keys).map(key => `${key} = nonsense`);
        await writeFile(join(folder, 'config'), `[default]\n${nonsense.join('\n')}\n`);
        Object.values(CLIENT_SETTINGS).flatMap(({ variables }) => variables).forEach(name => process.env[name] = 'nonsense');
        process.env.AWS_CONFIG_FILE = join(folder, 'config');
        delete process.env.AWS_PROFILE;
        requests = [];
        clients = new Clients();
    });

    afterEach(async () => {
        Object.keys(process.env).filter(name => !(name in SAID)).forEach(name => delete process.env[name]);
        Object.assign(process.env, SAID);
        await rm(folder, { recursive: true, force: true });
    });

    /** Makes each kind of client and prepares a call of it, which is taken out before it leaves. */
    const callAll = async (endpoints?: ServiceEndpoints): Promise<void> => {
        const take = (client: { middlewareStack: { add(...args: never[]): void } }): void => client.middlewareStack.add(...[
            () => async ({ request }: { request: HttpRequest }) => {
                requests.push(request);
                return { response: undefined, output: { $metadata: {} } };
            },
            { step: 'finalizeRequest', priority: 'low', name: 'take' }
        ] as never[]);
        const oidc = await clients.oidc('eu-central-1');
        const portal = await clients.portal('eu-central-1', { endpoints });
        const sts = await clients.sts('eu-central-1', KEYS, { endpoints });
        const open = await clients.sts('eu-central-1', undefined, { endpoints });
        [oidc, portal, sts, open].forEach(client => take(client));
        await oidc.send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public' }));
        await portal.send(new GetRoleCredentialsCommand({ accessToken: 'x', accountId: '111122223333', roleName: 'r' }));
        await sts.send(new GetCallerIdentityCommand({}));
        const role = { RoleArn: 'arn:aws:iam::111122223333:role/r', RoleSessionName: 's', WebIdentityToken: 'jwt' };
        await open.send(new AssumeRoleWithWebIdentityCommand(role));
    };
    /** Lets the SDK's provider renew a session of `aws login`, whose client is made within it. */
    const renewLogin = async (): Promise<string> => {
        const login = await LoginFixture.start();
        try {
            await writeFile(join(folder, login.fileName), login.file(-1000));
            process.env.AWS_LOGIN_CACHE_DIRECTORY = folder;
            const profile = {
                name: 'p', get: (key: string) => ({ login_session: login.session, region: 'eu-central-1' })[key], setting: () => undefined
            };
            const credentials = Object.assign(new LoginCredentials(), { clients, environment: { loginCacheFolder: folder } });
            const endpoints = new ServiceEndpoints([[{ setting: 'spec', service: 'signin', value: login.url }]]);
            const context = { signal: new AbortController().signal, endpoints };
            return (await credentials.get(profile as unknown as SectionSettings, context)).accessKeyId;
        } finally {
            login.stop();
        }
    };
    const hosts = (): string[] => requests.map(({ hostname }) => hostname);

    it('are all in the table: no client asks for a variable that is not there, nor reads a file', async () => {
        const asked = await askedDuring(() => callAll());
        const known = new Set([...NO_SETTINGS, ...Object.values(CLIENT_SETTINGS).flatMap(({ variables }) => variables)]);
        expect(asked.filter(name => !known.has(name)), 'variables without a decision').to.deep.equal([]);
    });

    it('are all in the table: neither the client within the provider of aws login, nor that of the console', async () => {
        const asked = await askedDuring(async () => {
            expect(await renewLogin()).to.equal('AKIAIOSFODNN7EXAMPLE');
            expect((await ConsoleHosts.of(PartitionData.ofRegion('cn-north-1'))).console).to.equal('console.amazonaws.cn');
        });
        const known = new Set([...NO_SETTINGS, ...Object.values(CLIENT_SETTINGS).flatMap(({ variables }) => variables)]);
        expect(asked.filter(name => !known.has(name)), 'variables without a decision').to.deep.equal([]);
    });

    it('that an option says are not asked of the environment any more', async () => {
        const asked = await askedDuring(() => callAll());
        const said = Object.values(CLIENT_SETTINGS).filter(({ option }) => option !== undefined).flatMap(({ variables }) => variables);
        expect(asked.filter(name => said.includes(name))).to.deep.equal([]);
    });

    it('have a value for every option that is the same for all', () => {
        const options = Object.values(CLIENT_SETTINGS).map(({ option }) => option).filter(option => option !== undefined);
        expect(options.filter(option => !(option in FIXED_OPTIONS))).to.have.members(['region', 'endpoint', 'sigv4aSigningRegionSet']);
    });

    it('make every call go to AWS, whatever nonsense the default profile and the environment say', async () => {
        await callAll();
        expect(hosts()).to.deep.equal([
            'oidc.eu-central-1.amazonaws.com', 'portal.sso.eu-central-1.amazonaws.com', 'sts.eu-central-1.amazonaws.com',
            'sts.eu-central-1.amazonaws.com'
        ]);
    });

    const VARIANTS: [what: string, fips: boolean, dualstack: boolean][] = [
        ['FIPS', true, false],
        ['dual-stack', false, true],
        ['both', true, true]
    ];
    for (const [what, fips, dualstack] of VARIANTS) {
        it(`of a profile in use count for its calls, and for no sign-in: ${what}`, async () => {
            await callAll(new ServiceEndpoints([], { fips, dualstack }));
            const [signIn, ...others] = hosts();
            expect(signIn).to.equal('oidc.eu-central-1.amazonaws.com');
            for (const host of others) {
                expect([/-fips[.]/.test(host), host.endsWith('.api.aws')], host).to.deep.equal([fips, dualstack]);
            }
        });
    }
});
