import { expect } from 'chai';
import { RealClients, refusalOf } from '../test/real-clients';

/** The error table of SSO-OIDC's service model. */
const ERRORS: [error: string, name: string, status: number][] = [
    ['access_denied', 'AccessDeniedException', 400],
    ['authorization_pending', 'AuthorizationPendingException', 400],
    ['expired_token', 'ExpiredTokenException', 400],
    ['invalid_client', 'InvalidClientException', 401],
    ['invalid_client_metadata', 'InvalidClientMetadataException', 400],
    ['invalid_grant', 'InvalidGrantException', 400],
    ['invalid_redirect_uri', 'InvalidRedirectUriException', 400],
    ['invalid_request', 'InvalidRequestException', 400],
    ['invalid_scope', 'InvalidScopeException', 400],
    ['server_error', 'InternalServerException', 500],
    ['slow_down', 'SlowDownException', 400],
    ['unauthorized_client', 'UnauthorizedClientException', 400],
    ['unsupported_grant_type', 'UnsupportedGrantTypeException', 400]
];

describe('Errors of SSO-OIDC', () => {

    let aws: RealClients;

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    /** The operations that may answer with any of them. */
    const calls: [operation: string, path: string, call: () => Promise<unknown>][] = [
        ['RegisterClient', '/client/register', () => aws.register()],
        ['StartDeviceAuthorization', '/device_authorization', () => aws.startDevice({ clientId: 'a', clientSecret: 'b' })],
        ['CreateToken', '/token', () => aws.poll({ clientId: 'a', clientSecret: 'b' }, 'c')]
    ];

    for (const [error, name, status] of ERRORS) {
        it(`${error} has the body, the header and the status that make clients see ${name}`, async () => {
            for (const [operation, path, call] of calls) {
                aws.emulator.faults.add({ operation, kind: 'error', error, description: 'As requested.' });
                const response = await aws.postJson(path, {});
                expect(response.status).to.equal(status);
                expect(response.headers.get('x-amzn-errortype')).to.equal(name);
                expect(await response.json()).to.deep.equal({ error, error_description: 'As requested.' });
                const seen = await refusalOf(call());
                expect(seen, operation).to.include({ error, status });
                // A client that lacks an error in the model of the operation cannot name it.
                expect([name, 'SSOOIDCServiceException']).to.include(seen.name);
            }
        });

        it(`${error} is still to be told from the body where a proxy strips the header`, async () => {
            aws.emulator.settings.errorTypeHeader = false;
            aws.emulator.faults.add({ operation: 'CreateToken', kind: 'error', error });
            const response = await aws.postJson('/token', {});
            expect(response.headers.has('x-amzn-errortype')).to.equal(false);
            expect(await refusalOf(aws.poll({ clientId: 'a', clientSecret: 'b' }, 'c'))).to.include({ error, status });
        });
    }

    it('gives the status that a test asks for', async () => {
        aws.emulator.faults.add({ operation: 'CreateToken', kind: 'error', error: 'slow_down', status: 429 });
        expect((await aws.postJson('/token', {})).status).to.equal(429);
    });
});
