import type { IncomingMessage } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { LocalAnswer, LocalService } from '../../test/local-service';
import { InstanceCredentials } from './instance-credentials';
import { MetadataSettings } from './instance-metadata';

const ROLES = '/latest/meta-data/iam/security-credentials/';
const KEYS = { AccessKeyId: 'ASIAEXAMPLE', SecretAccessKey: 'secret', Token: 'token', Expiration: '2099-01-01T00:00:00Z' };
const VARIABLES = [
    'AWS_EC2_METADATA_SERVICE_ENDPOINT', 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE', 'AWS_EC2_METADATA_V1_DISABLED',
    'AWS_EC2_METADATA_DISABLED'
];

describe('The credentials of an instance', () => {

    const NEVER = new AbortController().signal;
    const SAID = { ...process.env };
    let folder: string;
    let service: LocalService;
    let tokens: number;
    let roles: LocalAnswer;
    let settings: { [key: string]: string };

    function answer({ method, url, headers }: IncomingMessage): LocalAnswer {
        if (method === 'PUT') {
            return { status: tokens, body: 'imds-token' };
        }
        if (tokens === 200 && headers['x-aws-ec2-metadata-token'] !== 'imds-token') {
            return { status: 401, body: '' };
        }
        return url === ROLES ? roles : { status: url === `${ROLES}Builder` ? 200 : 404, body: KEYS };
    }

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-instance-'));
        VARIABLES.forEach(name => delete process.env[name]);
        // A trap: whoever reads it turns to a port on which nobody listens.
        await writeFile(
            join(folder, 'config'), '[default]\nec2_metadata_service_endpoint = http://127.0.0.1:9\nec2_metadata_v1_disabled = true\n'
        );
        process.env.AWS_CONFIG_FILE = join(folder, 'config');
        service = await LocalService.start(request => answer(request));
        [tokens, roles] = [200, { status: 200, body: 'Builder\n' }];
        settings = { ec2_metadata_service_endpoint: `${service.url}/` };
    });

    afterEach(async () => {
        await service.stop();
        [...VARIABLES, 'AWS_CONFIG_FILE'].forEach(name => delete process.env[name]);
        Object.assign(process.env, SAID);
        await rm(folder, { recursive: true, force: true });
    });

    const get = (): Promise<unknown> => new InstanceCredentials().get('p', NEVER, key => settings[key])
        .then(({ accessKeyId }) => accessKeyId, (error: unknown) => AwsFailure.of(error));
    const WITH_TOKEN = ['PUT /latest/api/token', `GET ${ROLES}`, `GET ${ROLES}Builder`];

    it('are asked for where the profile says, whatever the default profile does', async () => {
        expect(await get()).to.equal('ASIAEXAMPLE');
        expect(service.requests).to.deep.equal(WITH_TOKEN);
    });

    it('are asked for where the environment says, before the profile', async () => {
        process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = service.url;
        settings = { ec2_metadata_service_endpoint: 'http://127.0.0.1:9' };
        expect(await get()).to.equal('ASIAEXAMPLE');
    });

    it('are asked for without a token where the service knows none', async () => {
        tokens = 404;
        expect(await get()).to.equal('ASIAEXAMPLE');
        expect(service.requests).to.deep.equal(WITH_TOKEN);
    });

    for (const [what, act] of [
        ['the profile', () => settings.ec2_metadata_v1_disabled = 'true'],
        ['the environment', () => process.env.AWS_EC2_METADATA_V1_DISABLED = 'true']
    ] as const) {
        it(`are never asked for without a token where ${what} forbids it`, async () => {
            tokens = 404;
            act();
            expect(await get()).to.deep.equal({ reason: 'credentialSourceEmpty', subject: 'p', detail: 'HTTP 404' });
            expect(service.requests).to.deep.equal(['PUT /latest/api/token']);
        });
    }

    for (const status of [404, 200]) {
        it(`are none of an instance without a role (HTTP ${status})`, async () => {
            roles = { status, body: '' };
            expect(await get()).to.deep.equal({ reason: 'credentialSourceEmpty', subject: 'p', detail: `HTTP ${status}` });
        });
    }

    it('are not asked for where that is switched off', async () => {
        process.env.AWS_EC2_METADATA_DISABLED = 'true';
        expect(await get()).to.include({ reason: 'credentialSourceEmpty' });
        expect(service.requests).to.deep.equal([]);
    });

    it('end with the one who asked', async () => {
        const gone = AbortSignal.abort();
        expect(await new InstanceCredentials().get('p', gone, key => settings[key]).catch((error: Error) => error.name))
            .to.equal('AbortError');
    });

    const addresses: [setting: { readonly [key: string]: string }, address: string | undefined][] = [
        [{}, 'http://169.254.169.254'],
        [{ ec2_metadata_service_endpoint_mode: 'IPv6' }, 'http://[fd00:ec2::254]'],
        [{ ec2_metadata_service_endpoint_mode: 'nonsense' }, undefined],
        [{ ec2_metadata_service_endpoint: 'nowhere' }, undefined],
        [{ ec2_metadata_service_endpoint: 'file:///etc/passwd' }, undefined]
    ];
    for (const [setting, address] of addresses) {
        it(`are ${address ? `at ${address}` : 'nowhere'} for ${JSON.stringify(setting)}`, () =>
            expect(MetadataSettings.of({}, key => setting[key])?.address).to.equal(address));
    }
});
