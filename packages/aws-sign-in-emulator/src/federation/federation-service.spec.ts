import { expect } from 'chai';
import { AwsSignInEmulator } from '../aws-sign-in-emulator';
import { EmulatorState } from '../state/emulator-state';
import { sampleOrganisation } from '../organisation/sample-organisation';
import { FederationService } from './federation-service';
import type { Exchange, Reply } from '../http/exchange';

describe('the federation endpoint of the console', () => {

    let now = 0;
    let state: EmulatorState;
    let service: FederationService;

    beforeEach(() => {
        now = Date.parse('2030-01-01T00:00:00Z');
        state = new EmulatorState(sampleOrganisation, () => now);
        service = new FederationService(state);
    });

    function ask(parameters: Record<string, string>, method = 'GET'): Reply {
        const form = String(new URLSearchParams(parameters));
        const exchange: Exchange = method === 'GET'
            ? { method, url: new URL(`http://emulator/federation?${form}`), headers: {}, body: '' }
            : { method, url: new URL('http://emulator/federation'), headers: {}, body: form };
        const operation = service.operations().find(candidate => candidate.matches(exchange));
        if (operation === undefined) {
            throw new Error('No operation matches.');
        }
        return operation.handle(exchange);
    }

    function session(arn = 'arn:aws:sts::111122223333:assumed-role/Deployer/jo'): Record<string, string> {
        const { accessKeyId, secretAccessKey, sessionToken } = state.issueKey({ accountId: '111122223333', arn, userId: 'AROA:jo' }, 3600);
        return { sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken };
    }

    function tokenOf(reply: Reply): string {
        return (JSON.parse(reply.body ?? '') as { SigninToken: string }).SigninToken;
    }

    it('gives a token for the credentials of a role, and a page for the token', () => {
        const SigninToken = tokenOf(ask({ Action: 'getSigninToken', Session: JSON.stringify(session()) }));
        expect(state.issuedSecrets()).to.contain(SigninToken);
        const page = ask({ Action: 'login', Destination: 'https://console.aws.amazon.com/', SigninToken });
        expect(page.body).to.contain('account 111122223333').and.contain('assumed-role/Deployer/jo');
    });

    it('takes the credentials in the body of a POST as well, and a token in an address alone', () => {
        const SigninToken = tokenOf(ask({ Action: 'getSigninToken', Session: JSON.stringify(session()) }, 'POST'));
        expect(ask({ Action: 'login', SigninToken }).body).to.contain('account 111122223333');
        expect(() => ask({ Action: 'login', SigninToken }, 'POST')).to.throw('No operation matches.');
    });

    const refused: readonly (readonly [string, (session: Record<string, string>) => unknown])[] = [
        ['a wrong secret', good => ({ ...good, sessionKey: 'wrong' })],
        ['a wrong session token', good => ({ ...good, sessionToken: 'wrong' })],
        ['the keys of a user', () => ({ sessionId: 'AKIAIOSFODNN7EXAMPLE', sessionKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' })],
        ['the session of a user', () => session('arn:aws:iam::111122223333:user/dev')],
        ['what is no session', () => 'nothing']
    ];
    for (const [sentence, change] of refused) {
        it(`refuses ${sentence}`, () => {
            expect(() => ask({ Action: 'getSigninToken', Session: JSON.stringify(change(session())) })).to.throw('HTTP 400');
        });
    }

    it('refuses credentials that have run out, and a token that nobody came for', () => {
        const good = session();
        const SigninToken = tokenOf(ask({ Action: 'getSigninToken', Session: JSON.stringify(good) }));
        now += 16 * 60_000;
        expect(() => ask({ Action: 'login', SigninToken })).to.throw('HTTP 400');
        now += 3600_000;
        expect(() => ask({ Action: 'getSigninToken', Session: JSON.stringify(good) })).to.throw('HTTP 400');
    });

    it('is an operation of the running emulator', async () => {
        const emulator = await AwsSignInEmulator.start();
        expect((await fetch(`${emulator.url}/federation?Action=getSigninToken&Session=`)).status).to.equal(400);
        expect(emulator.count('GetSigninToken')).to.equal(1);
        await emulator.stop();
    });
});
