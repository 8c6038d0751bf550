import { CreateTokenCommand, StartDeviceAuthorizationCommand } from '@aws-sdk/client-sso-oidc';
import { expect } from 'chai';
import { sampleOrganisation } from '../organisation/sample-organisation';
import { CORP_START_URL, DEVICE_CODE, RealClients, refusalOf } from '../test/real-clients';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('The device flow', () => {

    let aws: RealClients;

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    it('gives a code for the device, and one for the person that no reader mistakes', async () => {
        const answer = await aws.oidc.send(new StartDeviceAuthorizationCommand({ ...await aws.register(), startUrl: CORP_START_URL }));
        expect(answer).to.include({ expiresIn: 600, interval: 1, verificationUri: `${aws.emulator.url}/device` });
        expect(answer.userCode).to.match(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);
        expect(answer.verificationUriComplete).to.equal(`${answer.verificationUri}?user_code=${answer.userCode}`);
        expect(aws.emulator.issuedSecrets()).to.include(answer.deviceCode);
    });

    for (const startUrl of [sampleOrganisation.builderIdStartUrl, ...sampleOrganisation.directories.map(directory => directory.startUrl)]) {
        it(`starts a sign-in at ${startUrl}`, async () => {
            await aws.startDevice(await aws.register(), startUrl);
        });
    }

    it('starts no sign-in at an address that nobody has', async () => {
        const start = aws.startDevice(await aws.register(), 'https://nobody.awsapps.com/start');
        expect(await refusalOf(start)).to.include({ name: 'InvalidRequestException', error: 'invalid_request', status: 400 });
    });

    it('starts no sign-in for an unknown client, nor for one with a wrong secret', async () => {
        const client = await aws.register();
        for (const wrong of [{ clientId: 'nobody', clientSecret: 'nothing' }, { ...client, clientSecret: 'wrong' }]) {
            expect(await refusalOf(aws.startDevice(wrong)))
                .to.include({ name: 'InvalidClientException', error: 'invalid_client', status: 401 });
        }
    });

    it('starts no sign-in for a client of the other flow', async () => {
        const client = await aws.register(
            undefined, { grantTypes: ['authorization_code'], redirectUris: ['http://127.0.0.1/oauth/callback'] }
        );
        expect(await refusalOf(aws.startDevice(client)))
            .to.include({ name: 'UnauthorizedClientException', error: 'unauthorized_client', status: 400 });
    });

    it('serves a client that names the grants of this flow', async () => {
        const client = await aws.register(['sso:account:access'], { grantTypes: [DEVICE_CODE, 'refresh_token'] });
        const { deviceCode } = await aws.startDevice(client);
        aws.emulator.approve();
        expect(await aws.poll(client, deviceCode)).to.include({ tokenType: 'Bearer' });
    });

    it('starts a sign-in for a client whose registration has run out, and refuses the token: as AWS does', async () => {
        const client = await aws.register();
        aws.emulator.advance(90 * DAY_MS);
        const { deviceCode } = await aws.startDevice(client);
        expect(await refusalOf(aws.poll(client, deviceCode)))
            .to.include({ name: 'InvalidClientException', error: 'invalid_client', status: 401 });
    });

    it('keeps the client waiting until the person decides', async () => {
        const client = await aws.register(['sso:account:access']);
        const { deviceCode, userCode } = await aws.startDevice(client);
        expect(await refusalOf(aws.poll(client, deviceCode)))
            .to.include({ name: 'AuthorizationPendingException', error: 'authorization_pending', status: 400 });
        expect(aws.emulator.approve(userCode)).to.equal(true);
        const answer = await aws.poll(client, deviceCode);
        expect(answer).to.include({ tokenType: 'Bearer', expiresIn: 3600 });
        expect(aws.emulator.issuedSecrets()).to.include.members([answer.accessToken, answer.refreshToken]);
    });

    it('gives a legacy token without a way to refresh it to a client without scopes', async () => {
        const client = await aws.register();
        const { deviceCode } = await aws.startDevice(client);
        aws.emulator.approve();
        const answer = await aws.poll(client, deviceCode);
        expect(answer.expiresIn).to.equal(8 * 3600);
        expect(answer.refreshToken).to.equal(undefined);
    });

    it('tells the client that the person refused', async () => {
        const client = await aws.register();
        const { deviceCode, userCode } = await aws.startDevice(client);
        expect(aws.emulator.deny(userCode)).to.equal(true);
        expect(await refusalOf(aws.poll(client, deviceCode)))
            .to.include({ name: 'AccessDeniedException', error: 'access_denied', status: 400 });
    });

    it('forgets a code after ten minutes, for client and person', async () => {
        const client = await aws.register();
        const { deviceCode, userCode } = await aws.startDevice(client);
        aws.emulator.advance(600_000);
        expect(await refusalOf(aws.poll(client, deviceCode)))
            .to.include({ name: 'ExpiredTokenException', error: 'expired_token', status: 400 });
        expect(aws.emulator.approve(userCode)).to.equal(false);
        expect(aws.emulator.pendingUserCodes()).to.deep.equal([]);
    });

    it('bears two polls at once, as the AWS CLI makes them, and slows a third one down until time has passed', async () => {
        const client = await aws.register();
        const { deviceCode } = await aws.startDevice(client);
        await refusalOf(aws.poll(client, deviceCode));
        expect(await refusalOf(aws.poll(client, deviceCode))).to.include({ error: 'authorization_pending' });
        expect(await refusalOf(aws.poll(client, deviceCode))).to.include({ name: 'SlowDownException', error: 'slow_down', status: 400 });
        aws.emulator.advance(1000);
        expect(await refusalOf(aws.poll(client, deviceCode))).to.include({ error: 'authorization_pending' });
    });

    it('takes a code once, and only from the client that it was given to', async () => {
        const client = await aws.register();
        const { deviceCode } = await aws.startDevice(client);
        aws.emulator.approve();
        expect(await refusalOf(aws.poll(await aws.register(), deviceCode)))
            .to.include({ name: 'InvalidGrantException', error: 'invalid_grant', status: 400 });
        await aws.poll(client, deviceCode);
        aws.emulator.advance(1000);
        expect(await refusalOf(aws.poll(client, deviceCode))).to.include({ error: 'invalid_grant' });
        expect(await refusalOf(aws.poll(client, 'made-up'))).to.include({ error: 'invalid_grant' });
    });

    it('knows no other grants', async () => {
        const call = aws.oidc.send(new CreateTokenCommand({ ...await aws.register(), grantType: 'password' }));
        expect(await refusalOf(call)).to.include({ name: 'UnsupportedGrantTypeException', error: 'unsupported_grant_type', status: 400 });
    });
});
