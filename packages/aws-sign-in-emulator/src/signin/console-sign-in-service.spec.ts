import { createHash, generateKeyPairSync, KeyObject, randomUUID, sign } from 'node:crypto';
import { expect } from 'chai';
import { AwsSignInEmulator } from '../aws-sign-in-emulator';

const CLIENT = 'arn:aws:signin:::devtools/same-device';
const REDIRECT = 'http://127.0.0.1:5000/oauth/callback';
const VERIFIER = 'a-verifier-that-nobody-could-guess-0123456789';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

interface Proof {
    readonly key?: KeyObject;
    readonly htu?: string;
    readonly typ?: string;
    readonly ageSeconds?: number;
}

interface Answer {
    readonly status: number;
    readonly error?: string;
    readonly refreshToken: string;
    readonly idToken: string;
}

describe('The console sign-in of the emulator', () => {

    const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    let emulator: AwsSignInEmulator;
    let key: KeyObject;

    beforeEach(async () => {
        emulator = await AwsSignInEmulator.start();
        key = newKey();
    });
    afterEach(() => emulator.stop());

    const proofOf = ({ key: holder = key, htu = `${emulator.url}/v1/token`, typ = 'dpop+jwt', ageSeconds = 0 }: Proof): string => {
        const { kty, crv, x, y } = holder.export({ format: 'jwk' });
        const parts = [
            { typ, alg: 'ES256', jwk: { kty, crv, x, y } }, { htm: 'POST', htu, iat: Date.now() / 1000 - ageSeconds, jti: randomUUID() }
        ];
        const signed = parts.map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
        return `${signed}.${sign('sha256', Buffer.from(signed), { key: holder, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
    };
    const authorize = async (changes: { readonly [name: string]: string } = {}): Promise<{ status: number; page: string }> => {
        const asked = new URLSearchParams({
            response_type: 'code', client_id: CLIENT, state: 's', scope: 'openid', redirect_uri: REDIRECT,
            code_challenge_method: 'SHA-256', code_challenge: CHALLENGE, ...changes
        });
        const answer = await fetch(`${emulator.url}/v1/authorize?${asked}`);
        return { status: answer.status, page: await answer.text() };
    };
    const codeFor = async (): Promise<string> => {
        await authorize();
        return new URL(emulator.decide('approved')?.redirect ?? '').searchParams.get('code') ?? '';
    };
    const token = async (body: object, proof = proofOf({})): Promise<Answer> => {
        const answer = await fetch(`${emulator.url}/v1/token`, {
            method: 'POST', headers: { 'content-type': 'application/json', dpop: proof },
            body: JSON.stringify({ clientId: CLIENT, ...body })
        });
        return { status: answer.status, ...await answer.json() as Omit<Answer, 'status'> };
    };
    const redeem = async (changes: object = {}, proof?: string): Promise<Answer> =>
        token({ grantType: 'authorization_code', code: await codeFor(), codeVerifier: VERIFIER, redirectUri: REDIRECT, ...changes }, proof);
    const refresh = (refreshToken: string, proof?: string): Promise<Answer> => token({ grantType: 'refresh_token', refreshToken }, proof);

    it('lets nobody in as a user that it does not know', async () => {
        emulator.settings.consoleUser = 'devv';
        expect(await authorize()).to.deep.include({ status: 400 });
    });

    it('gives a session for a code, whose ID token names the user', async () => {
        const { status, idToken } = await redeem();
        expect(status).to.equal(200);
        expect(JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url').toString()).sub).to.equal('arn:aws:iam::111122223333:user/dev');
    });

    for (const [what, changes] of [
        ['the method of RFC 7636', { code_challenge_method: 'S256' }], ['a challenge with padding', { code_challenge: `${CHALLENGE}=` }],
        ['a redirect to elsewhere', { redirect_uri: 'http://localhost:5000/oauth/callback' }],
        ['a client of its own', { client_id: 'mine' }],
        ['no state', { state: '' }]
    ] as const) {
        it(`shows no page for ${what}`, async () => expect((await authorize(changes)).status).to.equal(400));
    }

    for (const [what, changes] of [
        ['another verifier', { codeVerifier: 'other' }], ['another redirect', { redirectUri: 'http://127.0.0.1:1/oauth/callback' }],
        ['another client', { clientId: 'arn:aws:signin:::devtools/cross-device' }], ['a code that is none', { code: 'none' }]
    ] as const) {
        it(`gives nothing for ${what}`, async () => expect(await redeem(changes)).to.include({ status: 400, error: 'INVALID_REQUEST' }));
    }

    for (const [what, proof] of [
        ['for another address', { htu: 'https://elsewhere.example/v1/token' }], ['of another type', { typ: 'jwt' }],
        ['of ten minutes ago', { ageSeconds: 600 }], ['of the future', { ageSeconds: -600 }]
    ] as const) {
        it(`gives nothing for a proof ${what}`, async () => expect(await redeem({}, proofOf(proof))).to.include({ status: 400 }));
    }

    it('takes a code once, and a refresh token once and from the holder of the key alone', async () => {
        const code = await codeFor();
        const { refreshToken } = await redeem({ code });
        expect(await redeem({ code })).to.include({ status: 400 });
        expect(await refresh(refreshToken, proofOf({ key: newKey() }))).to.include({ status: 403, error: 'TOKEN_EXPIRED' });
        const renewed = await refresh(refreshToken);
        expect([renewed.status, (await refresh(refreshToken)).status]).to.deep.equal([200, 403]);
        expect((await refresh(renewed.refreshToken)).status).to.equal(200);
    });

    it('ends a session after its time, however often it was renewed', async () => {
        emulator.settings.consoleSessionLifetime = 0;
        const { refreshToken } = await redeem();
        expect(await refresh(refreshToken)).to.include({ status: 403, error: 'TOKEN_EXPIRED' });
    });
});
