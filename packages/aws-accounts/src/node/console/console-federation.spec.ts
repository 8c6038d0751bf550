import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsError } from '../../common/state/aws-accounts-error';
import { AwsClients } from '../http/aws-clients';
import type { EndpointSetting } from '../http/endpoint-settings';
import { ServiceEndpoints } from '../http/service-endpoints';
import { LocalService } from '../test/local-service';
import { ConsoleFederation, ConsoleVisitor } from './console-federation';

const KEYS = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', sessionToken: 'FwoGZXIvYXdzEXAMPLE' };
const ARN = 'arn:aws:sts::111122223333:assumed-role/Deployer/jo';
const SESSION = JSON.stringify({ sessionId: KEYS.accessKeyId, sessionKey: KEYS.secretAccessKey, sessionToken: KEYS.sessionToken });

/** Notes where the keys would go, and what of them stands in the address. */
class RecordingFederation extends ConsoleFederation {

    readonly sent: { readonly address: string; readonly posts: boolean }[] = [];

    protected override async send({ url, posts }: { url: URL; posts: boolean }): Promise<{ status: number; text: string }> {
        this.sent.push({ address: url.href, posts });
        return { status: 200, text: '{"SigninToken":"token"}' };
    }
}

describe('The keys of a role on their way to the console', () => {
    let federation: RecordingFederation;
    let container: Container;

    beforeEach(() => {
        container = new Container();
        container.bind<object>(AwsClients).toConstantValue({
            endpointForKeys: (service: 'signin', endpoints: ServiceEndpoints) => endpoints.forKeys(service),
            requestHandler: async () => ({})
        });
        container.bind(RecordingFederation).toSelf();
        federation = container.get(RecordingFederation);
    });

    const visitor = (endpoints: ServiceEndpoints, arn = ARN): ConsoleVisitor =>
        ({ credentials: KEYS, arn, region: undefined, profile: 'ops', settings: { endpoints } });
    const setting = (value: string, service?: string): EndpointSetting => ({ setting: 'endpoint_url', value, ...service && { service } });
    const configured = (...settings: EndpointSetting[]): ServiceEndpoints => new ServiceEndpoints([settings]);

    // @threat keys-to-endpoint
    for (const [sentence, settings] of [
        ['for all services', [setting('http://evil.example')]],
        ['for all services, on this machine', [setting('http://127.0.0.1:4566')]],
        ['for another service', [setting('https://evil.example', 'sts'), setting('https://evil.example', 'sso_oidc')]]
    ] as const) {
        it(`go to AWS where an endpoint is configured ${sentence}`, async () => {
            await federation.address(visitor(configured(...settings)));
            expect(federation.sent.map(({ address }) => address)).to.deep.equal(['https://signin.aws.amazon.com/federation']);
        });
    }

    // @threat keys-to-endpoint
    for (const address of [
        'http://evil.example', 'http://10.0.0.1:80', 'http://localhost.evil.example', 'http://[2001:db8::1]', 'ftp://127.0.0.1', 'x'
    ]) {
        it(`go nowhere when the endpoint for sign-in is ${address}`, async () => {
            const endpoints = configured(setting(address, 'signin'));
            const failure: unknown = await federation.address(visitor(endpoints)).catch(error => error);
            expect(failure instanceof Error && AwsAccountsError.is(failure) && failure.data.reason).to.equal('invalidEndpoint');
            expect(federation.sent).to.deep.equal([]);
        });
    }

    for (const [address, expected] of [
        ['https://signin.example/base/', 'https://signin.example/base/federation'],
        ['http://127.0.0.1:4566', 'http://127.0.0.1:4566/federation'],
        ['https://jo:secret@signin.example', 'https://signin.example/federation'],
        ['http://localhost:4566', 'http://localhost:4566/federation'], ['http://[::1]:4566', 'http://[::1]:4566/federation']
    ]) {
        it(`go to an endpoint that is configured for sign-in, such as ${address}, in the body`, async () => {
            await federation.address(visitor(configured(setting('http://evil.example'), setting(address, 'signin'))));
            expect(federation.sent).to.deep.equal([{ address: expected, posts: true }]);
        });
    }

    for (const [partition, host, posts] of [
        ['aws', 'signin.aws.amazon.com', true], ['aws-cn', 'signin.amazonaws.cn', true],
        ['aws-us-gov', 'signin.amazonaws-us-gov.com', false]
    ] as const) {
        it(`go in a ${posts ? 'body' : 'query, which is all that is taken there,'} to AWS in the partition ${partition}`, async () => {
            await federation.address(visitor(new ServiceEndpoints(), ARN.replace('arn:aws:', `arn:${partition}:`)));
            expect(federation.sent).to.deep.equal([{ address: `https://${host}/federation`, posts }]);
        });
    }

    // @threat keys-to-endpoint
    it('do not stand in the address that is asked', async () => {
        const bodies: string[] = [];
        const service = await LocalService.start(async request => {
            bodies.push(String(Buffer.concat(await request.toArray() as Buffer[])));
            return { status: 200, body: { SigninToken: 'token' } };
        });
        try {
            const real = container.resolve(ConsoleFederation);
            const address = await real.address(visitor(configured(setting(service.url, 'signin'))));
            expect(service.requests).to.deep.equal(['POST /federation']);
            expect(Object.fromEntries(new URLSearchParams(bodies[0]))).to.deep.equal({ Action: 'getSigninToken', Session: SESSION });
            expect(address.searchParams.get('SigninToken')).to.equal('token');
        } finally {
            await service.stop();
        }
    });
});
