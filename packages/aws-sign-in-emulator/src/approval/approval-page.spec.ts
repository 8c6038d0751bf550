import { expect } from 'chai';
import { Client, RealClients, refusalOf } from '../test/real-clients';

describe('The approval page', () => {

    let aws: RealClients;
    let client: Client;
    let signIn: { deviceCode: string; userCode: string; verificationUriComplete: string };

    const open = async (address: string): Promise<string> => (await aws.fetch(address)).text();
    const click = (code: string, decision: string): Promise<Response> => aws.fetch(
        '/decision', { method: 'POST', body: new URLSearchParams({ code, decision }) }
    );

    beforeEach(async () => {
        aws = await RealClients.start();
        client = await aws.register(['codewhisperer:completions', 'sso:account:access']);
        signIn = await aws.startDevice(client);
    });

    afterEach(() => aws.stop());

    it('says who asks, for what and under which code', async () => {
        const page = await open(signIn.verificationUriComplete);
        expect(page).to.contain('<strong>spec</strong>').and.to.contain(signIn.userCode);
        expect(page).to.contain('Use CodeWhisperer to suggest code').and.to.contain('List your AWS accounts and roles, and use them');
    });

    it('gives the client its token after a click on Allow', async () => {
        const [, code = ''] = /name="code" value="([^"]+)"/.exec(await open(signIn.verificationUriComplete)) ?? [];
        const answer = await click(code, 'allow');
        expect(await answer.text()).to.contain('Request approved');
        expect(await aws.poll(client, signIn.deviceCode)).to.include({ tokenType: 'Bearer' });
    });

    it('refuses the client after a click on Deny', async () => {
        expect(await (await click(signIn.userCode, 'deny')).text()).to.contain('Request denied');
        expect(await refusalOf(aws.poll(client, signIn.deviceCode))).to.include({ error: 'access_denied' });
    });

    it('asks for the code where none came along', async () => {
        const page = await open('/device');
        expect(page)
            .to.contain('<form method="get" action="/device">').and.to.contain('name="user_code"').and.not.to.contain('role="alert"');
    });

    it('takes the code as people type it', async () => {
        expect(await open(`/device?user_code=${encodeURIComponent(` ${signIn.userCode.toLowerCase()} `)}`)).to.contain('Allow access?');
    });

    it('says that nothing waits for a wrong code, and shows what was typed', async () => {
        const page = await open(`/device?user_code=${encodeURIComponent('"><script>')}`);
        expect(page).to.contain('No sign-in waits for this code.').and.to.contain('value="&#34;&#62;&#60;script&#62;"');
    });

    it('takes one decision', async () => {
        await click(signIn.userCode, 'deny');
        const second = await click(signIn.userCode, 'allow');
        expect(second.status).to.equal(400);
        expect(await refusalOf(aws.poll(client, signIn.deviceCode))).to.include({ error: 'access_denied' });
        expect(await open(signIn.verificationUriComplete)).to.contain('No sign-in waits for this code.');
    });

    it('takes no decision about a sign-in that has run out', async () => {
        aws.emulator.advance(600_000);
        expect(await open(signIn.verificationUriComplete)).to.contain('No sign-in waits for this code.');
        expect((await click(signIn.userCode, 'allow')).status).to.equal(400);
    });

    it('is not decided by who knows the device code', async () => {
        expect((await click(signIn.deviceCode, 'allow')).status).to.equal(400);
    });

    it('says so when the registration of the client has run out in the meantime', async () => {
        aws.emulator.settings.registrationLifetime = 60;
        client = await aws.register();
        signIn = await aws.startDevice(client);
        aws.emulator.advance(60_000);
        expect(await open(signIn.verificationUriComplete)).to.contain('Invalid client');
    });

    it('loads nothing from anywhere, runs no script and is not kept', async () => {
        const { headers } = await aws.fetch(signIn.verificationUriComplete);
        expect(headers.get('content-security-policy')).to.contain("default-src 'none'");
        expect(headers.get('cache-control')).to.equal('no-store');
    });
});
