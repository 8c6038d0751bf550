import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { CallerIdentityService } from './caller-identity-service';
import { EnvironmentCredentials } from './environment-credentials';
import { LocalAnswer, LocalService } from '../test/local-service';
import { CredentialsFixture, DEV_KEYS } from './test/credentials-fixture';

const DEV = { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const DEV_ARN = 'arn:aws:iam::111122223333:user/dev';
const ROLE = 'arn:aws:iam::111122223333:role/Deployer';
const VARIABLES = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
    'AWS_ROLE_SESSION_NAME',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
    'AWS_EC2_METADATA_SERVICE_ENDPOINT',
    'HTTP_PROXY',
    'http_proxy'
];

describe('The credentials of the environment, over real HTTP', () => {

    let fixture: CredentialsFixture;
    let service: LocalService;
    let answer: (authorization: string | undefined, path: string | undefined) => LocalAnswer;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
        VARIABLES.forEach(name => fixture.setVariable(name, undefined));
        answer = () => ({ status: 200, body: DEV });
        service = await LocalService.start(({ headers, url }) => answer(headers.authorization, url));
    });

    afterEach(async () => {
        await service.stop();
        await fixture.dispose();
    });

    const set = (variables: { readonly [name: string]: string }): void =>
        Object.entries(variables).forEach(([name, value]) => fixture.setVariable(name, value));
    const arn = async (): Promise<string> => {
        const credentials = await fixture.container.get(EnvironmentCredentials).get();
        return (await fixture.container.get(CallerIdentityService).identify(credentials, 'eu-central-1', 'Environment')).arn;
    };
    const failure = async (): Promise<AwsFailure> => AwsFailure.of(await arn().catch((error: unknown) => error));
    const metadata = (path: string | undefined): LocalAnswer => {
        switch (path) {
            case '/latest/api/token':
                return { status: 200, body: 'imds-token' };
            case '/latest/meta-data/iam/security-credentials/':
                return { status: 200, body: 'Builder' };
            default:
                return {
                    status: 200,
                    body: { Code: 'Success', ...DEV, Token: '', Expiration: new Date(fixture.clock.now() + 6 * 3_600_000).toISOString() }
                };
        }
    };

    it('are its keys', async () => {
        set({ AWS_ACCESS_KEY_ID: DEV.AccessKeyId, AWS_SECRET_ACCESS_KEY: DEV.SecretAccessKey });
        expect(await arn()).to.equal(DEV_ARN);
    });

    for (const value of ['2099-01-01T00:00:00', '4070908800', 'soon']) {
        it(`are refused with the variable when their end is ${value}`, async () => {
            set({ AWS_ACCESS_KEY_ID: DEV.AccessKeyId, AWS_SECRET_ACCESS_KEY: DEV.SecretAccessKey, AWS_CREDENTIAL_EXPIRATION: value });
            expect(await failure()).to.deep.equal({
                reason: 'profileInvalid', subject: 'Environment',
                problem: { kind: 'invalidValue', key: 'AWS_CREDENTIAL_EXPIRATION', value }
            });
        });
    }

    it('are its temporary keys, to their end', async () => {
        await fixture.config(`[profile dev]\n${DEV_KEYS}[profile p]\nrole_arn = ${ROLE}\nsource_profile = dev\n`);
        const { accessKeyId, secretAccessKey, sessionToken = '', expiration } = await fixture.get('p');
        const AWS_CREDENTIAL_EXPIRATION = expiration?.toISOString() ?? '';
        set({
            AWS_ACCESS_KEY_ID: accessKeyId,
            AWS_SECRET_ACCESS_KEY: secretAccessKey,
            AWS_SESSION_TOKEN: sessionToken,
            AWS_CREDENTIAL_EXPIRATION
        });
        expect(await arn()).to.match(/:assumed-role\/Deployer\//);
        fixture.clock.advance(2 * 3_600_000);
        expect(await failure()).to.deep.equal({
            reason: 'expiredCredentials',
            subject: 'Environment',
            detail: 'AWS_CREDENTIAL_EXPIRATION'
        });
    });

    it('are those of a role for its web identity', async () => {
        set({
            AWS_ROLE_ARN: ROLE,
            AWS_WEB_IDENTITY_TOKEN_FILE: await fixture.write('token', 'eyJ.web.identity'),
            AWS_ROLE_SESSION_NAME: 'pod'
        });
        expect(await arn()).to.equal('arn:aws:sts::111122223333:assumed-role/Deployer/pod');
    });

    it('are served by its container to who brings the token, and through no proxy', async () => {
        answer = authorization => (authorization === 'Bearer 1' ? { status: 200, body: DEV } : { status: 403, body: {} });
        set({
            AWS_CONTAINER_CREDENTIALS_FULL_URI: `${service.url}/role?x=1`,
            AWS_CONTAINER_AUTHORIZATION_TOKEN: 'Bearer 1',
            HTTP_PROXY: 'http://127.0.0.1:1'
        });
        expect((await fixture.container.get(EnvironmentCredentials).get()).accessKeyId).to.equal(DEV.AccessKeyId);
        expect(service.requests).to.deep.equal(['GET /role?x=1']);
    });

    it('are served by its container with the token that stands in the file at that moment', async () => {
        answer = authorization => authorization === 'second' ? { status: 200, body: DEV } : { status: 403, body: {} };
        const tokenFile = await fixture.write('token', 'first\n');
        set({
            AWS_CONTAINER_CREDENTIALS_FULL_URI: service.url,
            AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
            AWS_CONTAINER_AUTHORIZATION_TOKEN: 'x'
        });
        expect(await failure()).to.include({ reason: 'credentialSourceEmpty', detail: 'HTTP 403' });
        await fixture.write('token', 'second\n');
        expect(await arn()).to.equal(DEV_ARN);
    });

    it('are those of the role of its instance, where the metadata service is named', async () => {
        answer = (_authorization, path) => metadata(path);
        fixture.setVariable('AWS_EC2_METADATA_DISABLED', undefined);
        set({ AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url });
        expect(await arn()).to.equal(DEV_ARN);
        expect(service.requests.length).to.equal(3);
    });

    const FAILURES: readonly (readonly [sentence: string, answer: LocalAnswer, failure: Partial<AwsFailure>])[] = [
        ['refuses', { status: 404, body: {} }, { reason: 'credentialSourceEmpty', detail: 'HTTP 404' }],
        ['says something else', { status: 200, body: '<html>' }, { reason: 'malformedResponse' }],
        ['gives no secret', { status: 200, body: { AccessKeyId: 'A' } }, { reason: 'malformedResponse' }],
        ['gives an end that is none', { status: 200, body: { ...DEV, Expiration: 'soon' } }, { reason: 'malformedResponse' }],
        [
            'gives an end without a zone', { status: 200, body: { ...DEV, Expiration: '2099-01-01T00:00:00' } },
            { reason: 'malformedResponse' }
        ],
        ['gives an end as a number', { status: 200, body: { ...DEV, Expiration: 4_070_908_800 } }, { reason: 'malformedResponse' }]
    ];

    for (const [sentence, response, expected] of FAILURES) {
        it(`are not to be had from a container service that ${sentence}`, async () => {
            answer = () => response;
            set({ AWS_CONTAINER_CREDENTIALS_FULL_URI: service.url });
            expect(await failure()).to.include({ subject: 'Environment', ...expected });
        });
    }

    for (const address of ['http://example.com/role', 'ftp://127.0.0.1/role', 'nowhere']) {
        it(`are not asked for at ${address}: whoever listens there could hand out anything`, async () => {
            set({ AWS_CONTAINER_CREDENTIALS_FULL_URI: address });
            expect(await failure()).to.include({ reason: 'credentialSourceEmpty' });
        });
    }

    it('are not half a pair of keys', async () => {
        set({ AWS_ACCESS_KEY_ID: DEV.AccessKeyId });
        expect(await failure()).to.deep.equal({
            reason: 'profileInvalid',
            subject: 'Environment',
            problem: { kind: 'missingKey', key: 'AWS_SECRET_ACCESS_KEY' }
        });
    });

    it('are no more to be had when a variable tells nothing', async () =>
        expect(await failure()).to.include({ reason: 'credentialSourceEmpty' }));
});
