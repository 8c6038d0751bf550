import { request } from 'node:http';
import { expect } from 'chai';
import { LoopbackProbe } from './loopback-probe';

function ask(url: string, headers: { [name: string]: string } = {}): Promise<{ status: number; body: string; origin: unknown }> {
    return new Promise((resolve, reject) => {
        request(url, { headers, agent: false }, response => {
            let body = '';
            response
                .setEncoding('utf8')
                .on('data', text => (body += text))
                .on('end', () =>
                    resolve({ status: response.statusCode ?? 0, body, origin: response.headers['access-control-allow-origin'] })
                );
        })
            .on('error', reject)
            .end();
    });
}

describe('LoopbackProbe', () => {

    let probe: LoopbackProbe;

    beforeEach(async () => {
        probe = await LoopbackProbe.listen();
    });

    afterEach(() => probe.close());

    it('answers a page of any origin that reaches it', async () => {
        const { url, answer } = probe.question;
        expect(new URL(url).hostname).to.equal('127.0.0.1');
        expect(await ask(url)).to.deep.equal({ status: 200, body: answer, origin: '*' });
    });

    it('does not tell the answer at another address', async () => {
        const { url, answer } = probe.question;
        const elsewhere = await ask(new URL('/', url).href);
        expect(elsewhere.status).to.equal(400);
        expect(elsewhere.body).not.to.contain(answer);
    });

    it('does not answer under another name of this machine', async () => {
        expect((await ask(probe.question.url, { host: 'attacker.example' })).status).to.equal(400);
    });

    it('is gone when it is closed', async () => {
        const { url } = probe.question;
        probe.close();
        expect(await ask(url).catch((error: NodeJS.ErrnoException) => error.code)).to.equal('ECONNREFUSED');
    });
});
