import { createHash } from 'node:crypto';
import { ListAccountsCommand } from '@aws-sdk/client-sso';
import { CreateTokenCommand, CreateTokenCommandOutput, RegisterClientCommandInput } from '@aws-sdk/client-sso-oidc';
import { expect } from 'chai';
import { Client, RealClients, refusalOf } from '../test/real-clients';

const VERIFIER = 'a-verifier-that-is-long-enough-for-rfc-7636-section-4-1';
const REDIRECT = 'http://127.0.0.1:45678/oauth/callback';
const PKCE = { grantTypes: ['authorization_code', 'refresh_token'], redirectUris: ['http://127.0.0.1/oauth/callback'] };
const REDEMPTION = { grantType: 'authorization_code', codeVerifier: VERIFIER, redirectUri: REDIRECT };
const DEAD = { name: 'InvalidGrantException', error: 'invalid_grant', status: 400 };

describe('The authorization code flow', () => {

    let aws: RealClients;

    const register = (more: Partial<RegisterClientCommandInput> = {}): Promise<Client> => aws.register(
        ['sso:account:access'], { ...PKCE, ...more }
    );
    const authorize = ({ clientId }: Client, parameters: Record<string, string> = {}): Promise<Response> => aws.fetch(`/authorize?${new URLSearchParams({
        response_type: 'code', client_id: clientId, redirect_uri: REDIRECT, state: 'as sent & back', scopes: 'sso:account:access',
        code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'), code_challenge_method: 'S256', ...parameters
    })}`);
    /** Opens the page and plays the person by a click on its form. */
    const click = async (page: Response, decision: 'allow' | 'deny'): Promise<URL> => {
        const [, code = ''] = /name="code" value="([^"]+)"/.exec(await page.text()) ?? [];
        const answer = await aws.fetch('/decision', { method: 'POST', body: new URLSearchParams({ code, decision }) });
        return new URL(answer.headers.get('location') ?? '');
    };
    const codeFor = async (client: Client): Promise<string> => (await click(await authorize(client), 'allow')).searchParams.get('code')
        ?? '';
    const redeem = (client: Client, code: string, more: object = {}): Promise<CreateTokenCommandOutput> =>
        aws.oidc.send(new CreateTokenCommand({ ...client, ...REDEMPTION, code, ...more }));

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    it('sends the browser back with a code and the state as it was, and the code becomes a token', async () => {
        const client = await register();
        const target = await click(await authorize(client), 'allow');
        expect(target.href).to.match(/^http:\/\/127\.0\.0\.1:45678\/oauth\/callback\?/);
        expect(target.searchParams.get('state')).to.equal('as sent & back');
        const { accessToken, refreshToken = '', expiresIn, tokenType } = await redeem(client, target.searchParams.get('code') ?? '');
        expect({ expiresIn, tokenType }).to.deep.equal({ expiresIn: 3600, tokenType: 'Bearer' });
        expect((await aws.portal.send(new ListAccountsCommand({ accessToken }))).accountList).to.have.length(3);
        expect(await aws.refresh(client, refreshToken)).to.include({ tokenType: 'Bearer' });
    });

    it('sends the browser back with the refusal of the person', async () => {
        const { searchParams } = await click(await authorize(await register()), 'deny');
        expect(Object.fromEntries(searchParams)).to.include({ error: 'access_denied', state: 'as sent & back' });
        expect(searchParams.has('code')).to.equal(false);
    });

    it('plays the person, and tells where the browser would go', async () => {
        const client = await register();
        await authorize(client);
        const { redirect = '' } = await (await aws.postJson('/emulator/approve', {})).json();
        await redeem(client, new URL(redirect).searchParams.get('code') ?? '');
    });

    it('signs in to the directory that the client was registered for', async () => {
        const client = await register({ issuerUrl: 'https://globex.awsapps.com/start' });
        const { accessToken } = await redeem(client, await codeFor(client));
        const { accountList = [] } = await aws.portal.send(new ListAccountsCommand({ accessToken }));
        expect(accountList.map(({ accountId }) => accountId)).to.deep.equal(['222233334444']);
    });

    for (const separator of [' ', ',']) {
        it(`understands scopes separated by ${JSON.stringify(separator)}`, async () => {
            const client = await aws.register(['codewhisperer:completions', 'codewhisperer:analysis'], PKCE);
            const page = await authorize(client, { scopes: ['codewhisperer:completions', 'codewhisperer:analysis'].join(separator) });
            expect(page.status).to.equal(200);
        });
    }

    const mistakes: [what: string, more: object][] = [
        ['another verifier', { codeVerifier: 'another-verifier' }],
        ['no verifier', { codeVerifier: undefined }],
        ['another port', { redirectUri: 'http://127.0.0.1:45679/oauth/callback' }],
        ['a code that nobody gave', { code: 'made-up' }]
    ];
    for (const [what, more] of mistakes) {
        it(`gives no token for ${what}`, async () => {
            const client = await register();
            expect(await refusalOf(redeem(client, await codeFor(client), more))).to.include(DEAD);
        });
    }

    it('takes a code once, and only from the client that it was given to', async () => {
        const client = await register();
        const code = await codeFor(client);
        expect(await refusalOf(redeem(await register(), code))).to.include(DEAD);
        await redeem(client, code);
        expect(await refusalOf(redeem(client, code))).to.include(DEAD);
    });

    it('forgets a code after ten minutes', async () => {
        const client = await register();
        const code = await codeFor(client);
        aws.emulator.advance(600_000);
        expect(await refusalOf(redeem(client, code))).to.include({ name: 'ExpiredTokenException', error: 'expired_token' });
    });

    it('refuses this grant to a client of the device flow, and the device flow to a client of this one', async () => {
        const refusal = { name: 'UnauthorizedClientException', error: 'unauthorized_client', status: 400 };
        expect(await refusalOf(redeem(await aws.register(), 'any'))).to.include(refusal);
        expect(await refusalOf(aws.poll(await register(), 'any'))).to.include(refusal);
    });

    const requests: [what: string, parameters: Record<string, string>][] = [
        ['an unknown client', { client_id: 'nobody' }],
        ['another response type', { response_type: 'token' }],
        ['no challenge', { code_challenge: '' }],
        ['a plain challenge', { code_challenge_method: 'plain' }],
        ['another redirect path', { redirect_uri: 'http://127.0.0.1:45678/callback' }],
        ['a redirect without a port', { redirect_uri: 'http://127.0.0.1/oauth/callback' }],
        ['a redirect to localhost by name', { redirect_uri: 'http://localhost:45678/oauth/callback' }],
        ['a scope that was not registered', { scopes: 'codewhisperer:completions' }]
    ];
    for (const [what, parameters] of requests) {
        it(`shows no page for ${what}, and sends nobody anywhere`, async () => {
            const page = await authorize(await register(), parameters);
            expect(page.status).to.equal(400);
            expect(page.headers.has('location')).to.equal(false);
            expect(aws.emulator.approve()).to.equal(false);
        });
    }

    it('tells the person when the registration of the client has run out', async () => {
        const client = await register();
        aws.emulator.advance(90 * 24 * 3600_000);
        const page = await authorize(client);
        expect(page.status).to.equal(400);
        expect(await page.text()).to.contain('Invalid client');
    });
});
