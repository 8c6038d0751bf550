import { request } from 'node:http';
import { expect } from 'chai';
import { Container } from '@theia/core/shared/inversify';
import { CONSOLE_PATH } from './console-tickets';
import { ConsoleVisit } from './console-visit';
import { DesktopConsoleLink } from './desktop-console-link';

const CONSOLE = 'https://signin.aws.amazon.com/federation?SigninToken=x';

interface Answer {
    readonly status: number | undefined;
    readonly location: string | undefined;
}

function visit(url: string, headers: { [name: string]: string } = {}, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
        request(url, { headers, method, agent: false }, ({ statusCode, headers: { location } }) =>
            resolve({ status: statusCode, location })
        )
            .on('error', reject)
            .end();
    });
}

class LinkOfAnother extends DesktopConsoleLink {
    protected override readonly isOurs = async (): Promise<boolean> => false;
}

describe('the link to the console in a desktop application', () => {

    let visits: string[];
    let link: DesktopConsoleLink;
    let container: Container;

    beforeEach(() => {
        visits = [];
        container = new Container();
        container.bind(ConsoleVisit).toConstantValue({
            receive: async (ticket: string) => (visits.push(ticket), ticket === 'good' && visits.length === 1
                ? { status: 303, headers: { Location: CONSOLE } } : { status: 400, headers: {}, body: 'used' })
        } as unknown as ConsoleVisit);
        container.bind(DesktopConsoleLink).toSelf().inSingletonScope();
        link = container.get(DesktopConsoleLink);
    });

    afterEach(() => link.dispose());

    it('needs no cookie, and leads to the console once', async () => {
        const address = await link.address(`${CONSOLE_PATH}/good`);
        expect(address).to.match(/^http:\/\/127\.0\.0\.1:\d+\/aws-accounts\/console\/good$/);
        expect(await visit(address)).to.deep.equal({ status: 303, location: CONSOLE });
        expect(await visit(address)).to.deep.equal({ status: 400, location: undefined });
    });

    it('has one port for all tickets', async () => {
        const [first, second] = await Promise.all([link.address(`${CONSOLE_PATH}/a`), link.address(`${CONSOLE_PATH}/b`)]);
        expect(new URL(first).host).to.equal(new URL(second).host);
    });

    const refused: readonly (readonly [string, (address: string) => Promise<Answer>])[] = [
        ['another name of this machine', address => visit(address, { host: 'attacker.example' })],
        ['another host on this port', address => visit(address, { host: `localhost:${new URL(address).port}` })],
        ['another method', address => visit(address, {}, 'POST')],
        ['another path', address => visit(new URL('/good', address).href)]
    ];
    for (const [sentence, act] of refused) {
        it(`goes nowhere for ${sentence}, and keeps the ticket`, async () => {
            const address = await link.address(`${CONSOLE_PATH}/good`);
            expect(await act(address)).to.deep.equal({ status: 404, location: undefined });
            expect(visits).to.deep.equal([]);
            expect((await visit(address)).status).to.equal(303);
        });
    }

    it('goes nowhere for another user of this machine, and keeps the ticket', async () => {
        container.bind(LinkOfAnother).toSelf().inSingletonScope();
        const closed = container.get(LinkOfAnother);
        expect(await visit(await closed.address(`${CONSOLE_PATH}/good`))).to.deep.equal({ status: 404, location: undefined });
        expect(visits).to.deep.equal([]);
        closed.dispose();
    });

    it('is on 127.0.0.1 alone, and gone with the application', async () => {
        const address = await link.address(`${CONSOLE_PATH}/good`);
        const codeOf = (url: string): Promise<unknown> => visit(url).catch((error: NodeJS.ErrnoException) => error.code);
        expect(await codeOf(address.replace('127.0.0.1', '127.0.0.2'))).to.equal('ECONNREFUSED');
        link.dispose();
        await new Promise(resolve => setImmediate(resolve));
        expect(await codeOf(address)).to.equal('ECONNREFUSED');
    });
});
