import type { Container } from '@theia/core/shared/inversify';
import { Disposable } from '@theia/core/lib/common/disposable';
import { expect } from 'chai';
import { watchPath } from '../../files/file-watch';
import { CORP_SESSION as CORP } from '../../test/sign-in-fixture';
import { HOUR_MS, TokenFixture } from '../../test/token-fixture';
import { BUILDER_ID_SESSION as BUILDER_ID } from '../../shared-config/sso-session';
import { SsoSignOut } from '../sso-sign-out';
import { SsoTokenManager } from './sso-token-manager';
import { SsoTokenWatcher } from './sso-token-watcher';

/** Longest time until a change by another process shows. */
const SHOWN_AFTER_MS = 2000;

describe('SsoTokenWatcher', function () {
    this.timeout(20_000);

    let fixture: TokenFixture;
    let watcher: SsoTokenWatcher;
    let elsewhere: Container;
    let other: SsoTokenManager;

    beforeEach(async () => {
        fixture = await TokenFixture.create();
        watcher = fixture.container.get(SsoTokenWatcher);
        elsewhere = fixture.startProcess();
        other = elsewhere.get(SsoTokenManager);
    });

    afterEach(async () => {
        watcher.dispose();
        await fixture.dispose();
    });

    /** Milliseconds from the end of `act` until the watcher told of it. */
    async function toldAfter(act: () => Promise<unknown>): Promise<number> {
        const told = new Promise<void>(resolve => watcher.onDidChange(resolve));
        await act();
        const doneAt = Date.now();
        await told;
        return Date.now() - doneAt;
    }

    /** The watcher has looked at the files once: every later change is one. */
    const look = async (): Promise<void> => {
        for (let turn = 0; turn < 10; turn += 1) {
            await fixture.cache.look(CORP);
        }
    };

    it('notices a sign-in of another process', async () => {
        watcher.watch([BUILDER_ID, CORP]);
        await look();
        expect(await toldAfter(() => fixture.signIn(CORP))).to.be.lessThan(SHOWN_AFTER_MS);
        expect(await fixture.manager.state(CORP)).to.include({ kind: 'signedIn' });
    });

    it('notices a refresh of another process', async () => {
        await fixture.signIn(CORP);
        watcher.watch([BUILDER_ID, CORP]);
        await look();
        fixture.clock.advance(HOUR_MS);
        expect(await toldAfter(() => other.getToken(CORP))).to.be.lessThan(SHOWN_AFTER_MS);
        expect((await fixture.manager.getToken(CORP)).expiresAt).to.equal(new Date(fixture.clock.now() + HOUR_MS).toISOString());
        expect(fixture.emulator.count('CreateToken')).to.equal(1);
    });

    it('notices a sign-out of another process', async () => {
        await fixture.signIn(CORP);
        watcher.watch([BUILDER_ID, CORP]);
        await look();
        expect(await toldAfter(() => elsewhere.get(SsoSignOut).signOut(CORP))).to.be.lessThan(SHOWN_AFTER_MS);
        expect(await fixture.manager.state(CORP)).to.deep.equal({ kind: 'signedOut' });
    });

    it('watches the sessions that it is told to, and the others no longer', async () => {
        watcher.watch([CORP]);
        watcher.watch([BUILDER_ID]);
        let told = 0;
        watcher.onDidChange(() => told += 1);
        // Watches of one file are told in their order, so a forgotten one would be told before this one.
        let probe = Disposable.NULL;
        const probed = new Promise<void>(resolve => probe = watchPath(fixture.cache.pathOf(CORP), resolve));
        await look();
        await fixture.signIn(CORP);
        await probed;
        probe.dispose();
        expect(told).to.equal(0);
        await toldAfter(() => fixture.signIn({ ...BUILDER_ID, scopes: ['codewhisperer:completions'] }));
        expect(told).to.equal(1);
    });
});
