import { ListAccountsCommand } from '@aws-sdk/client-sso';
import { expect } from 'chai';
import { RealClients, refusalOf } from '../test/real-clients';

const SIGN_IN = ['RegisterClient', 'StartDeviceAuthorization', 'CreateToken'];

describe('The control endpoint', () => {

    let aws: RealClients;
    const ask = async (path: string): Promise<unknown> => (await aws.fetch(`/emulator/${path}`)).json();
    const tell = async (path: string, body?: unknown): Promise<unknown> =>
        (await aws.fetch(`/emulator/${path}`, { method: 'POST', body: body === undefined ? undefined : JSON.stringify(body) })).json();

    beforeEach(async () => aws = await RealClients.start());
    afterEach(() => aws.stop());

    it('plays the person who allows the sign-in with this code', async () => {
        const client = await aws.register();
        const [first, second] = [await aws.startDevice(client), await aws.startDevice(client)];
        expect(await ask('pending')).to.deep.equal([first.userCode, second.userCode]);
        expect(await tell('approve', { userCode: first.userCode })).to.deep.equal({ done: true });
        expect(await ask('pending')).to.deep.equal([second.userCode]);
        expect(await aws.poll(client, first.deviceCode)).to.include({ tokenType: 'Bearer' });
    });

    it('plays the person who refuses the newest sign-in', async () => {
        const client = await aws.register();
        const [first, second] = [await aws.startDevice(client), await aws.startDevice(client)];
        expect(await tell('deny')).to.deep.equal({ done: true });
        expect(await refusalOf(aws.poll(client, second.deviceCode))).to.include({ error: 'access_denied' });
        expect(await refusalOf(aws.poll(client, first.deviceCode))).to.include({ error: 'authorization_pending' });
    });

    it('says that there was nothing to decide', async () => {
        expect(await tell('approve')).to.deep.equal({ done: false });
        expect(await tell('deny', { userCode: 'NONE-SUCH' })).to.deep.equal({ done: false });
    });

    it('moves the emulated time', async () => {
        const { accessToken } = await aws.signIn();
        await tell('advance', { seconds: 3600 });
        expect(await refusalOf(aws.portal.send(new ListAccountsCommand({ accessToken })))).to.include({ name: 'UnauthorizedException' });
    });

    it('ends the sessions of everybody', async () => {
        const { accessToken } = await aws.signIn();
        await tell('end-sessions');
        expect(await refusalOf(aws.portal.send(new ListAccountsCommand({ accessToken })))).to.include({ name: 'UnauthorizedException' });
    });

    it('changes settings and tells all of them', async () => {
        const settings = await tell('settings', { pollInterval: 7, errorTypeHeader: false });
        expect(settings).to.include({ pollInterval: 7, errorTypeHeader: false, accessTokenLifetime: 3600 });
        expect(aws.emulator.settings.pollInterval).to.equal(7);
    });

    it('tells which operations were asked for and how they ended, until it is told to forget them', async () => {
        await aws.signIn();
        await aws.postJson('/token', {});
        const requests = await ask('requests') as { operation: string; outcome: number; at: string }[];
        expect(requests.map(({ operation }) => operation)).to.deep.equal([...SIGN_IN, 'CreateToken']);
        expect(requests.map(({ outcome }) => outcome)).to.deep.equal([200, 200, 200, 401]);
        expect(aws.emulator.count('CreateToken')).to.equal(2);
        await tell('forget-requests');
        expect(await ask('requests')).to.deep.equal([]);
    });

    it('tells every secret that was given out', async () => {
        const { client, accessToken, refreshToken } = await aws.signIn();
        expect(await ask('secrets')).to.include.members([client.clientSecret, accessToken, refreshToken]);
    });

    const mistakes: [path: string, body: string, message: RegExp][] = [
        ['advance', '{}', /^seconds has to be a number/],
        ['advance', '{"seconds":"60"}', /^seconds has to be a number/],
        ['advance', 'soon', /JSON object/],
        ['advance', '[60]', /JSON object/],
        ['approve', '{"userCode":7}', /^userCode has to be a text/],
        ['settings', '{"pollIntervall":7}', /^No setting is named pollIntervall\. Settings: .*pollInterval/],
        ['settings', '{"pollInterval":"7"}', /^pollInterval has to be a number/],
        ['faults', '{"kind":"drop"}', /^operation has to be \* or one of RegisterClient, /],
        ['faults', '{"operation":"CreateTokens","kind":"drop"}', /^operation has to be \* or one of RegisterClient, /],
        ['faults', '{"operation":"*","kind":"fire"}', /^kind has to be one of error, status, delay, clockSkew, drop/],
        ['faults', '{"operation":"*"}', /^kind has to be one of/],
        ['faults', '{"operation":"*","kind":"toString"}', /^kind has to be one of/],
        ['faults', '{"operation":"*","kind":"status"}', /needs status, a number/],
        ['faults', '{"operation":"*","kind":"error"}', /needs error, a string/],
        ['faults', '{"operation":"*","kind":"delay"}', /needs ms, a number/],
        ['faults', '{"operation":"*","kind":"drop","times":0}', /^times has to be a positive integer/]
    ];
    for (const [path, body, message] of mistakes) {
        it(`says what is wrong with ${path} ${body}, and changes nothing`, async () => {
            const response = await aws.fetch(`/emulator/${path}`, { method: 'POST', body });
            expect(response.status).to.equal(400);
            expect((await response.json()).message).to.match(message);
            expect((await aws.postJson('/token', {})).status).to.equal(401);
        });
    }

    it('does not count itself, nor the pages', async () => {
        await aws.fetch('/device');
        await ask('secrets');
        expect(aws.emulator.requests).to.deep.equal([]);
    });

    it('knows nothing else', async () => {
        const response = await aws.fetch('/emulator/everything');
        expect(response.status).to.equal(404);
        expect(await response.json()).to.deep.equal({ message: 'The emulator does not know GET /emulator/everything.' });
    });
});
