import { once } from 'node:events';
import { createServer, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { SSOClient, ListAccountsCommand } from '@aws-sdk/client-sso';
import { expect } from 'chai';
import { limitedHandler, limitedText } from './limited-body';

describe('an answer', () => {
    let server: Server;
    let answer: (response: ServerResponse) => void;

    beforeEach(async () => {
        server = createServer((_request, response) => answer(response));
        await once(server.listen(0, '127.0.0.1'), 'listening');
    });

    afterEach(() => {
        server.closeAllConnections();
        server.close();
    });

    /** Writes as long as somebody reads. */
    function endless(response: ServerResponse): void {
        const chunk = Buffer.alloc(65_536, 0x20);
        const more = (): void => {
            while (!response.destroyed && response.write(chunk)) { /* until the buffer is full */ }
        };
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.on('drain', more).on('error', () => undefined);
        more();
    }

    function client(requestHandler: Awaited<ReturnType<typeof limitedHandler>>): SSOClient {
        const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        return new SSOClient({ region: 'eu-central-1', endpoint, maxAttempts: 1, requestHandler });
    }

    // @threat endless-answers
    it('of a service that never ends is not read to its end', async () => {
        answer = endless;
        const sso = client(await limitedHandler({}));
        const error = await sso.send(new ListAccountsCommand({ accessToken: 'token' })).catch(thrown => thrown as Error);
        expect(error).to.be.instanceOf(Error);
    });

    it('of the usual length is read', async () => {
        answer = response => void response.end(JSON.stringify({ accountList: [{ accountId: '111122223333' }] }));
        const reply = await client(await limitedHandler({})).send(new ListAccountsCommand({ accessToken: 'token' }));
        expect(reply.accountList).to.deep.equal([{ accountId: '111122223333' }]);
    });

    it('is a text up to the limit, and an error beyond it', async () => {
        expect(await limitedText(Readable.from([Buffer.from('abc'), Buffer.from('de')]), 5)).to.equal('abcde');
        const error = await limitedText(Readable.from([Buffer.from('abc'), Buffer.from('def')]), 5).catch(thrown => thrown as Error);
        expect(error).to.have.nested.property('data.reason', 'malformedResponse');
    });
});
