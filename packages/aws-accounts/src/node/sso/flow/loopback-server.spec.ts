import { request } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import { LoopbackServer } from './loopback-server';
import { readRedirect } from './redirect-address';

interface Answer {
    readonly status: number;
    readonly headers: { readonly [name: string]: string | string[] | undefined };
    readonly body: string;
}

function ask(address: string, options: { method?: string; headers?: { [name: string]: string } } = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
        request(address, { ...options, agent: false }, response => {
            let body = '';
            response
                .setEncoding('utf8')
                .on('data', chunk => (body += chunk))
                .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        })
            .on('error', reject)
            .end();
    });
}

describe('LoopbackServer', () => {

    let loopback: LoopbackServer;
    let address: string;
    let received: string[];

    beforeEach(async () => {
        loopback = await LoopbackServer.listen();
        address = `${loopback.redirectUri}?code=the-code&state=the-state`;
        received = [];
        loopback.onAddress(text => {
            received.push(text);
            return readRedirect(text, { redirectUri: loopback.redirectUri, state: 'the-state' });
        });
    });

    afterEach(() => loopback.close());

    it('listens on 127.0.0.1 alone, on a port of its own', async () => {
        const other = await LoopbackServer.listen();
        expect(loopback.redirectUri).to.match(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/);
        expect(other.redirectUri).to.not.equal(loopback.redirectUri);
        await other.close();
        const elsewhere = loopback.redirectUri.replace('127.0.0.1', '127.0.0.2');
        expect(await ask(elsewhere).catch((error: NodeJS.ErrnoException) => error.code)).to.equal('ECONNREFUSED');
    });

    it('hands over the right address and answers with a page that can do nothing', async () => {
        const { status, headers, body } = await ask(address);
        expect(status).to.equal(200);
        expect(received).to.deep.equal([address]);
        expect(headers['content-security-policy'])
            .to.match(/^default-src 'none'; style-src 'sha256-/).and.contain('frame-ancestors \'none\'');
        expect(headers).to.include({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
        expect(body).to.contain('Request approved').and.not.contain('the-code').and.not.contain('<script');
    });

    it('says on the page that a request was refused', async () => {
        const { status, body } = await ask(`${loopback.redirectUri}?error=access_denied&error_description=%3Cscript%3E&state=the-state`);
        expect(status).to.equal(200);
        expect(body).to.contain('Request not approved').and.not.contain('script');
    });

    const unexpected: [sentence: string, path: string, options: Parameters<typeof ask>[1]][] = [
        ['another path', '/', {}],
        ['a path above', '/oauth/callback/../../etc/passwd', {}],
        ['a wrong state', '/oauth/callback?code=the-code&state=other', {}],
        ['a refusal that has no state', '/oauth/callback?error=access_denied', {}],
        ['another name of this machine', '/oauth/callback?code=the-code&state=the-state', { headers: { host: 'evil.example' } }],
        ['localhost', '/oauth/callback?code=the-code&state=the-state', { headers: { host: 'localhost' } }],
        ['a form', '/oauth/callback?code=the-code&state=the-state', { method: 'POST' }],
        ['a look from another page', '/oauth/callback?code=the-code&state=the-state', { method: 'OPTIONS' }]
    ];
    // @threat forged-redirect
    for (const [sentence, path, options] of unexpected) {
        it(`answers ${sentence} with 400, and goes on waiting`, async () => {
            expect((await ask(new URL(path, loopback.redirectUri).href, options)).status).to.equal(400);
            expect((await ask(address)).status).to.equal(200);
        });
    }

    it('never hands over what was not asked of exactly this host', async () => {
        await ask(address, { headers: { host: 'evil.example' } });
        await ask(address, { method: 'HEAD' });
        expect(received).to.deep.equal([]);
    });

    it('answers 400 as long as nobody says what is waited for', async () => {
        const early = await LoopbackServer.listen();
        expect((await ask(early.redirectUri)).status).to.equal(400);
        await early.close();
    });

    it('is gone when closed, and lets a page that is being sent arrive', async () => {
        const { redirectUri } = loopback;
        let closed: Promise<void> | undefined;
        loopback.onAddress(() => {
            closed = Promise.resolve().then(() => loopback.close());
            return { kind: 'approved', code: 'the-code' };
        });
        expect((await ask(address)).status).to.equal(200);
        await closed;
        expect(await ask(redirectUri).catch((error: NodeJS.ErrnoException) => error.code)).to.equal('ECONNREFUSED');
        loopback = await LoopbackServer.listen();
    });

    it('closes although somebody holds a connection and says nothing', async () => {
        const { port } = new URL(loopback.redirectUri);
        const silent = connect(Number(port), '127.0.0.1');
        await new Promise(resolve => silent.once('connect', resolve));
        const cut = new Promise(resolve => silent.once('close', resolve));
        silent.on('error', () => silent.destroy());
        await loopback.close();
        await cut;
        loopback = await LoopbackServer.listen();
    });
});
