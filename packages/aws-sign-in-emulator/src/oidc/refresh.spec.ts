import { ListAccountsCommand } from '@aws-sdk/client-sso';
import { expect } from 'chai';
import { RealClients, refusalOf } from '../test/real-clients';

const DEAD = { name: 'InvalidGrantException', error: 'invalid_grant', status: 400 };

describe('Refreshing a token', () => {

    let aws: RealClients;
    const accounts = (accessToken: string | undefined): Promise<unknown> => aws.portal.send(new ListAccountsCommand({ accessToken }));

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    it('gives new tokens for an old refresh token, long after the access token has run out', async () => {
        const { client, accessToken, refreshToken } = await aws.signIn();
        aws.emulator.advance(2 * 3600_000);
        expect(await refusalOf(accounts(accessToken))).to.include({ name: 'UnauthorizedException' });
        const answer = await aws.refresh(client, refreshToken);
        expect(answer).to.include({ tokenType: 'Bearer', expiresIn: 3600 });
        await accounts(answer.accessToken);
    });

    it('rotates: the old refresh token is dead, the new one lives', async () => {
        const { client, refreshToken } = await aws.signIn();
        const { refreshToken: next = '' } = await aws.refresh(client, refreshToken);
        expect(next).to.not.equal(refreshToken);
        expect(await refusalOf(aws.refresh(client, refreshToken))).to.include(DEAD);
        await aws.refresh(client, next);
    });

    it('leaves old refresh tokens alive where rotation is switched off, and still gives new ones', async () => {
        aws.emulator.settings.rotateRefreshTokens = false;
        const { client, refreshToken } = await aws.signIn();
        const { refreshToken: next = '' } = await aws.refresh(client, refreshToken);
        await aws.refresh(client, refreshToken);
        await aws.refresh(client, next);
    });

    it('can leave the refresh token out of the answer, and then takes the old one again', async () => {
        aws.emulator.settings.omitRefreshToken = true;
        const { client, refreshToken } = await aws.signIn();
        expect((await aws.refresh(client, refreshToken)).refreshToken).to.equal(undefined);
        await aws.refresh(client, refreshToken);
    });

    it('takes a refresh token only from the client that it was given to', async () => {
        const { client, refreshToken } = await aws.signIn();
        expect(await refusalOf(aws.refresh(await aws.register(['sso:account:access']), refreshToken))).to.include(DEAD);
        await aws.refresh(client, refreshToken);
    });

    it('refuses a client whose registration has run out', async () => {
        aws.emulator.settings.registrationLifetime = 60;
        const { client, refreshToken } = await aws.signIn();
        aws.emulator.advance(60_000);
        expect(await refusalOf(aws.refresh(client, refreshToken)))
            .to.include({ name: 'InvalidClientException', error: 'invalid_client', status: 401 });
    });

    const ends: [what: string, end: () => void][] = [
        ['after the eight hours of the session', () => aws.emulator.advance(8 * 3600_000)],
        ['after an administrator has ended the sessions', () => aws.emulator.endSessions()]
    ];
    for (const [what, end] of ends) {
        it(`refuses ${what}, and says how`, async () => {
            const { client, refreshToken } = await aws.signIn();
            end();
            expect(await refusalOf(aws.refresh(client, refreshToken))).to.include(DEAD);
            const raw = await aws.postJson('/token', { ...client, grantType: 'refresh_token', refreshToken });
            expect(await raw.json()).to.deep.equal({ error: 'invalid_grant', error_description: 'Invalid refresh token provided.' });
        });
    }
});
