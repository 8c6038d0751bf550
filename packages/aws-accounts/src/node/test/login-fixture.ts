import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The answer of AWS Sign-In to the renewal of a session. */
export type LoginAnswer = 'renewed' | 'ended' | 'passwordChanged' | 'notAllowed' | 'broken' | 'page' | 'none';

const KEYS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

/** A session of `aws login` for this user, as the command writes it, and the endpoint at which it is renewed. */
export class LoginFixture {

    /** The value of `login_session`. */
    readonly session = 'arn:aws:iam::111122223333:user/dev';
    readonly fileName = `${createHash('sha256').update(this.session).digest('hex')}.json`;
    answer: LoginAnswer = 'renewed';
    renewals = 0;
    protected readonly server: Server;

    protected constructor() {
        this.server = createServer((request, response) => {
            this.renewals += 1;
            if (this.answer === 'none') {
                return;
            }
            const [status, headers, body] = this.reply(this.answer);
            request.resume().once('end', () => response.writeHead(status, headers).end(body));
        });
    }

    static async start(): Promise<LoginFixture> {
        const fixture = new LoginFixture();
        await once(fixture.server.listen(0, '127.0.0.1'), 'listening');
        return fixture;
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    /** @param leftMs how long the credentials last; the session is renewed when it is less than five minutes */
    file(leftMs: number): string {
        const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        return JSON.stringify({
            accessToken: { ...KEYS, accountId: '111122223333', expiresAt: new Date(Date.now() + leftMs).toISOString() },
            tokenType: 'aws_sigv4',
            clientId: 'arn:aws:signin:::devtools/same-device',
            refreshToken: 'refresh',
            dpopKey: privateKey.export({ type: 'sec1', format: 'pem' })
        });
    }

    stop(): void {
        this.server.close();
        this.server.closeAllConnections();
    }

    protected reply(answer: Exclude<LoginAnswer, 'none'>): [number, { [name: string]: string }, string] {
        const json = { 'content-type': 'application/json' };
        const refused = { ...json, 'x-amzn-errortype': 'AccessDeniedException' };
        switch (answer) {
            case 'renewed':
                return [
                    200,
                    json,
                    JSON.stringify({
                        accessToken: { ...KEYS, sessionToken: 'token' },
                        tokenType: 'aws_sigv4',
                        expiresIn: 900,
                        refreshToken: 'next'
                    })
                ];
            case 'ended':
                return [403, refused, JSON.stringify({ error: 'TOKEN_EXPIRED', message: 'x' })];
            case 'passwordChanged':
                return [403, refused, JSON.stringify({ error: 'USER_CREDENTIALS_CHANGED', message: 'x' })];
            case 'notAllowed':
                return [403, refused, JSON.stringify({ error: 'INSUFFICIENT_PERMISSIONS', message: 'x' })];
            case 'broken':
                return [503, json, '{}'];
            case 'page':
                return [200, { 'content-type': 'text/html' }, '<html>Welcome to this hotel</html>'];
        }
    }
}
