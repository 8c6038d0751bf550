import { lstat } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { CORP_SESSION as CORP } from '../test/sign-in-fixture';
import { HOUR_MS, TokenFixture, until } from '../test/token-fixture';
import type { SsoSession } from '../shared-config/sso-session';
import { SsoTokenCache } from './token/sso-token-cache';
import { SsoTokenManager } from './token/sso-token-manager';

/** Another session of the same organization. */
const OTHER: SsoSession = { ...CORP, name: 'corp-too' };

/** A file that stays, whoever deletes it. */
class StubbornCache extends SsoTokenCache {

    override delete(session: SsoSession): Promise<void> {
        return Promise.reject(AwsFailure.toError({ reason: 'fileUnwritable', subject: this.pathOf(session) }));
    }
}

describe('SsoSignOut, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: TokenFixture;

    beforeEach(async () => {
        fixture = await TokenFixture.create();
    });

    afterEach(() => fixture.dispose());

    const asked = (): string[] => fixture.emulator.requests.map(({ operation, outcome }) => `${operation} ${outcome}`);
    const isLocked = (): Promise<boolean> => lstat(`${fixture.cache.pathOf(CORP)}.lock`).then(() => true, () => false);
    const disconnect = (): void => fixture.emulator.faults.add({ operation: '*', kind: 'drop' });

    it('ends the server\'s session, then deletes the token', async () => {
        const token = await fixture.signIn(CORP);
        expect(await fixture.signOuts.signOut(CORP)).to.deep.equal({ kind: 'signedOut' });
        expect(asked()).to.deep.equal(['Logout 200']);
        expect(await fixture.cache.look(CORP)).to.equal('missing');
        expect(await fixture.manager.state(CORP)).to.deep.equal({ kind: 'signedOut' });
        await fixture.writeText(CORP, JSON.stringify({ ...token, expiresAt: fixture.inMs(0) }));
        const error = await fixture.manager.getToken(CORP).catch((caught: unknown) => caught);
        expect(AwsFailure.of(error).reason, 'the server knows the session no longer').to.equal('signInRequired');
    });

    it('changes nothing for another session, not even of the same organisation', async () => {
        await fixture.signIn(CORP);
        const other = await fixture.signIn(OTHER);
        const [text, state] = [await fixture.textOf(OTHER), await fixture.manager.state(OTHER)];
        await fixture.signOuts.signOut(CORP);
        expect(await fixture.textOf(OTHER)).to.equal(text);
        expect(await fixture.manager.state(OTHER)).to.deep.equal(state);
        fixture.clock.advance(HOUR_MS);
        expect((await fixture.manager.getToken(OTHER)).accessToken).to.not.equal(other.accessToken);
    });

    it('renews a token that has run out to end its session with', async () => {
        await fixture.signIn(CORP);
        fixture.clock.advance(HOUR_MS);
        expect(await fixture.signOuts.signOut(CORP)).to.deep.equal({ kind: 'signedOut' });
        expect(asked()).to.deep.equal(['CreateToken 200', 'Logout 200']);
        expect(await fixture.cache.look(CORP)).to.equal('missing');
    });

    for (const [name, ms] of [['fresh', 0], ['run out', HOUR_MS]] as const) {
        it(`is done where the session has ended already (${name})`, async () => {
            await fixture.signIn(CORP);
            fixture.clock.advance(ms);
            fixture.emulator.endSessions();
            expect(await fixture.signOuts.signOut(CORP)).to.deep.equal({ kind: 'signedOut' });
            expect(await fixture.cache.look(CORP)).to.equal('missing');
        });

        it(`says, offline, that the session of the server lasts, and deletes the token (${name})`, async () => {
            await fixture.signIn(CORP);
            fixture.clock.advance(ms);
            disconnect();
            expect(await fixture.signOuts.signOut(CORP)).to.deep.equal({ kind: 'signedOutLocally', reason: 'network' });
            expect(await fixture.cache.look(CORP)).to.equal('missing');
        });
    }

    it('has nothing to do without a token', async () => {
        expect(await fixture.signOuts.signOut(CORP)).to.deep.equal({ kind: 'signedOut' });
        expect(asked()).to.deep.equal([]);
    });

    it('is not undone by a refresh that is under way', async () => {
        await fixture.signIn(CORP);
        fixture.clock.advance(HOUR_MS);
        fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'delay', ms: 100, times: 1 });
        const refreshing = fixture.startProcess().get(SsoTokenManager).getToken(CORP);
        while (!await isLocked()) {
            await new Promise(resolve => setImmediate(resolve));
        }
        const signingOut = fixture.signOuts.signOut(CORP);
        await until(() => fixture.clock.waits === 1);
        await refreshing;
        fixture.clock.advance(40);
        expect(await signingOut).to.deep.equal({ kind: 'signedOut' });
        expect(asked()).to.deep.equal(['CreateToken 200', 'Logout 200']);
        expect(await fixture.cache.look(CORP)).to.equal('missing');
    });

    describe('where the file cannot be deleted', () => {

        beforeEach(() => fixture.container.rebind(SsoTokenCache).to(StubbornCache).inSingletonScope());

        it('is done for this process as soon as the server has ended the session', async () => {
            await fixture.signIn(CORP);
            expect(await fixture.signOuts.signOut(CORP)).to.deep.equal({ kind: 'signedOut' });
            expect(await fixture.manager.state(CORP)).to.deep.equal({ kind: 'signedOut' });
            await fixture.signIn(CORP);
            expect(await fixture.manager.state(CORP)).to.include({ kind: 'signedIn' });
        });

        it('fails, offline, and the person is signed in as before', async () => {
            await fixture.signIn(CORP);
            disconnect();
            const error = await fixture.signOuts.signOut(CORP).catch((caught: unknown) => caught);
            expect(AwsFailure.of(error).reason).to.equal('fileUnwritable');
            expect(await fixture.manager.state(CORP)).to.include({ kind: 'signedIn' });
        });
    });
});
