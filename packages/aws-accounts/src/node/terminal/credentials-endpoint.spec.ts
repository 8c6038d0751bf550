import { request } from 'node:http';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { CredentialsEndpoint, ServedProfile } from './credentials-endpoint';

interface Answer {
    readonly status: number;
    readonly body: Record<string, unknown>;
}

function ask(url: string, headers: { [name: string]: string }, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
        request(url, { headers, method, agent: false }, response => {
            let body = '';
            response
                .setEncoding('utf8')
                .on('data', text => (body += text))
                .on('end', () =>
                    resolve({ status: response.statusCode ?? 0, body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>) })
                );
        })
            .on('error', reject)
            .end();
    });
}

describe('the endpoint that serves credentials to tools', () => {

    let endpoint: CredentialsEndpoint;
    let asked: string[];
    let served: ServedProfile;

    beforeEach(async () => {
        asked = [];
        endpoint = await CredentialsEndpoint.listen(async profile => {
            asked.push(profile);
            if (profile === 'locked') {
                throw AwsFailure.toError({ reason: 'mfaRequired', subject: profile });
            }
            return {
                accessKeyId: `ASIA${asked.length}`,
                secretAccessKey: 'secret',
                sessionToken: 'token',
                expiration: new Date('2030-01-01T12:00:00Z')
            };
        });
        served = endpoint.serve('careful');
    });

    afterEach(() => endpoint.close());

    it('answers with the credentials of the moment', async () => {
        const headers = { authorization: served.token };
        const first = await ask(served.url, headers);
        expect(first).to.deep.equal({
            status: 200,
            body: { AccessKeyId: 'ASIA1', SecretAccessKey: 'secret', Token: 'token', Expiration: '2030-01-01T12:00:00.000Z' }
        });
        expect((await ask(served.url, headers)).body).to.include({ AccessKeyId: 'ASIA2' });
        expect(asked).to.deep.equal(['careful', 'careful']);
    });

    it('tells why there are none, in a form that tools show', async () => {
        const locked = endpoint.serve('locked');
        const { status, body } = await ask(locked.url, { authorization: locked.token });
        expect([status, body.Code]).to.deep.equal([400, 'mfaRequired']);
    });

    const refused: readonly (readonly [string, number, (served: ServedProfile, other: ServedProfile) => Promise<Answer>])[] = [
        ['nobody without the token', 403, ({ url }) => ask(url, {})],
        ['nobody with a wrong token', 403, ({ url, token }) => ask(url, { authorization: `${token}x` })],
        ['nobody with the token of another profile', 403, ({ url }, other) => ask(url, { authorization: other.token })],
        ['no other path', 404, ({ url, token }) => ask(new URL('/', url).href, { authorization: token })],
        [
            'no name of this machine instead of its address',
            404,
            ({ url, token }) => ask(url, { authorization: token, host: `localhost:${new URL(url).port}` })
        ],
        ['no address with more behind it', 404, ({ url, token }) => ask(`${url}?x`, { authorization: token })],
        ['nobody with the token in another form', 403, ({ url, token }) => ask(url, { authorization: `Bearer ${token}` })],
        ['no other name of this machine', 404, ({ url, token }) => ask(url, { authorization: token, host: 'attacker.example' })],
        ['nothing but GET', 404, ({ url, token }) => ask(url, { authorization: token }, 'POST')]
    ];
    for (const [sentence, status, act] of refused) {
        it(`serves ${sentence}`, async () => {
            expect((await act(served, endpoint.serve('other'))).status).to.equal(status);
            expect(asked).to.deep.equal([]);
        });
    }

    it('serves no other user of this machine, with the token or without', async () => {
        const closed = await CredentialsEndpoint.listen(async profile => {
            asked.push(profile);
            return { accessKeyId: 'AKIA', secretAccessKey: 'secret' };
        }, async () => false);
        const { url, token } = closed.serve('careful');
        expect([(await ask(url, { authorization: token })).status, (await ask(url, {})).status]).to.deep.equal([404, 404]);
        expect(asked).to.deep.equal([]);
        closed.close();
    });

    it('listens on 127.0.0.1 and nowhere else, and is gone when it is closed', async () => {
        expect(new URL(served.url).hostname).to.equal('127.0.0.1');
        const elsewhere = served.url.replace('127.0.0.1', '127.0.0.2');
        const codeOf = (url: string): Promise<unknown> => ask(url, {}).catch((error: NodeJS.ErrnoException) => error.code);
        expect(await codeOf(elsewhere)).to.equal('ECONNREFUSED');
        endpoint.close();
        expect(await codeOf(served.url)).to.equal('ECONNREFUSED');
    });
});
