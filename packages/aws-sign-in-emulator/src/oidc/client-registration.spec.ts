import { RegisterClientCommand, RegisterClientCommandInput } from '@aws-sdk/client-sso-oidc';
import { expect } from 'chai';
import { RealClients, refusalOf } from '../test/real-clients';

const NOW = Date.parse('2026-03-01T09:00:00Z');
const DAY_IN_SECONDS = 24 * 60 * 60;
const PKCE = { grantTypes: ['authorization_code', 'refresh_token'], redirectUris: ['http://127.0.0.1/oauth/callback'] };

describe('RegisterClient', () => {

    let aws: RealClients;
    const register = (more: Partial<RegisterClientCommandInput>): Promise<unknown> =>
        aws.oidc.send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public', ...more }));

    before(async () => aws = await RealClients.start({ now: () => NOW }));
    after(() => aws.stop());

    it('gives a client for 90 days', async () => {
        const answer = await aws.oidc.send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public' }));
        expect(answer).to.include({ clientIdIssuedAt: NOW / 1000, clientSecretExpiresAt: NOW / 1000 + 90 * DAY_IN_SECONDS });
        expect(answer.clientId).to.match(/^[\w-]{22}$/);
        expect(aws.emulator.issuedSecrets()).to.include(answer.clientSecret);
    });

    it('gives each caller a client of its own', async () => {
        expect((await aws.register()).clientId).to.not.equal((await aws.register()).clientId);
    });

    const accepted: [what: string, request: Partial<RegisterClientCommandInput>][] = [
        ['without scopes, as legacy profiles do', {}],
        ['with the scopes of an organisation', { scopes: ['sso:account:access'] }],
        ['with the scopes of CodeWhisperer', { scopes: ['codewhisperer:completions', 'codewhisperer:analysis'] }],
        ['for the authorization code grant', PKCE],
        ['for the authorization code grant of a directory', { ...PKCE, issuerUrl: 'https://globex.awsapps.com/start' }]
    ];
    for (const [what, request] of accepted) {
        it(`accepts a client ${what}`, async () => {
            await register(request);
        });
    }

    const refused: [what: string, request: Partial<RegisterClientCommandInput>, error: string, name: string][] = [
        ['that is not public', { clientType: 'confidential' }, 'invalid_client_metadata', 'InvalidClientMetadataException'],
        ['with an unknown scope', { scopes: ['everything'] }, 'invalid_scope', 'InvalidScopeException'],
        [
            'for both flows at once', { grantTypes: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'] },
            'invalid_scope', 'InvalidScopeException'
        ],
        [
            'with another redirect path', { ...PKCE, redirectUris: ['http://127.0.0.1/callback'] }, 'invalid_redirect_uri',
            'InvalidRedirectUriException'
        ],
        [
            'with a redirect to another host', { ...PKCE, redirectUris: ['http://example.com/oauth/callback'] }, 'invalid_redirect_uri',
            'InvalidRedirectUriException'
        ],
        [
            'without the redirect address that its grant needs', { grantTypes: ['authorization_code'] }, 'invalid_redirect_uri',
            'InvalidRedirectUriException'
        ],
        ['of an unknown issuer', { ...PKCE, issuerUrl: 'https://nobody.awsapps.com/start' }, 'invalid_request', 'InvalidRequestException']
    ];
    for (const [what, request, error, name] of refused) {
        it(`refuses a client ${what}`, async () => {
            expect(await refusalOf(register(request))).to.include({ error, name, status: 400 });
        });
    }
});
