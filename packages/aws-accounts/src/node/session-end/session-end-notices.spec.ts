import { expect } from 'chai';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import type { ConnectionState } from '../../common/state/connection-state';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';
import { Clock } from '../process/clock';
import { ConnectionStore } from '../connection/connection-store';
import { RememberedChoices } from '../choices/remembered-choices';
import { FakeClock } from '../test/fake-clock';
import { NoticeClaims } from './notice-claims';
import { OpenWindow, OpenWindows } from './open-windows';
import { RecentUse } from './recent-use';
import { RECENT_MS, SessionEndNotices, WARNING_MS } from './session-end-notices';

const HOUR_MS = 60 * 60 * 1000;

class FakeWindow implements OpenWindow {

    readonly notices: SessionEndNotice[] = [];

    constructor(readonly workspace: string) { }

    tell(notice: SessionEndNotice): void {
        this.notices.push(notice);
    }
}

describe('Notices of an end', () => {

    let clock: FakeClock;
    let store: ConnectionStore;
    let windows: FakeWindow[];
    let container: Container;

    beforeEach(() => {
        clock = new FakeClock();
        container = new Container();
        container.bind(Clock).toConstantValue(clock);
        container.bind(ILogger).to(MockLogger);
        container.bind(NoticeClaims).toConstantValue({ claim: async () => true } as unknown as NoticeClaims);
        for (const service of [ConnectionStore, OpenWindows, RecentUse, SessionEndNotices]) {
            container.bind<object>(service).toSelf().inSingletonScope();
        }
        store = container.get(ConnectionStore);
        windows = ['a', 'a', 'b', 'b'].map(workspace => new FakeWindow(workspace));
        windows.forEach(window => container.get(OpenWindows).heardOf(window));
        container.get(SessionEndNotices).begin();
        use({ codeWhisperer: 'builder-id', awsServices: { a: 'profile:dev' } });
    });

    afterEach(() => container.unbindAll());

    const inMs = (ms: number): string => new Date(clock.now() + ms).toISOString();
    const use = (choices: Partial<RememberedChoices>): void => store.update({ choices: { ...RememberedChoices.NONE, ...choices } });
    const signedIn = (ms: number, renews = false): ConnectionState => ({ kind: 'signedIn', expiresAt: inMs(ms), renews, scopes: [] });
    const told = (): SessionEndNotice[] => windows.flatMap(({ notices }) => notices);

    async function pass(ms: number): Promise<void> {
        clock.advance(ms);
        await new Promise(setImmediate);
    }

    it('tells one of four windows, once, the one a person was in last', async () => {
        container.get(OpenWindows).heardOf(windows[1]);
        store.setState('builder-id', signedIn(HOUR_MS));
        await pass(HOUR_MS);
        await pass(HOUR_MS);
        expect(windows[1].notices).to.deep.equal([{ kind: 'ended', connectionId: 'builder-id' }]);
        expect(told()).to.have.length(1);
    });

    it('tells of the end of a profile only a window that uses it', async () => {
        store.setState('profile:dev', {
            kind: 'connected',
            identity: { accountId: '1', arn: 'a', userId: 'u' },
            expiresAt: inMs(HOUR_MS),
            renews: false
        });
        await pass(HOUR_MS);
        expect(windows.map(({ notices }) => notices.length)).to.deep.equal([0, 1, 0, 0]);
    });

    it('says nothing of what had ended before, is not used, or was signed out', async () => {
        store.setState('builder-id', { kind: 'expired' });
        store.setState('sso-session:corp', signedIn(HOUR_MS));
        store.setState('profile:dev', { kind: 'connected', identity: { accountId: '1', arn: 'a', userId: 'u' }, renews: true });
        store.setState('profile:dev', { kind: 'notConnected' });
        await pass(HOUR_MS);
        expect(told()).to.deep.equal([]);
    });

    it('says nothing of a network that is away', async () => {
        store.setState('builder-id', signedIn(HOUR_MS, true));
        store.setState('builder-id', { kind: 'unreachable', failure: { reason: 'network' } });
        await pass(0);
        expect(told()).to.deep.equal([]);
    });

    it('warns once, some minutes before, whoever used it lately', async () => {
        store.setState('builder-id', signedIn(HOUR_MS));
        const expiresAt = inMs(HOUR_MS);
        await pass(HOUR_MS - WARNING_MS - 1);
        container.get(RecentUse).note('builder-id');
        expect(told()).to.deep.equal([]);
        await pass(1);
        await pass(60_000);
        expect(told()).to.deep.equal([{ kind: 'endsSoon', connectionId: 'builder-id', expiresAt }]);
    });

    it('does not warn who has not used it for a while', async () => {
        store.setState('builder-id', signedIn(HOUR_MS));
        await pass(HOUR_MS - WARNING_MS - RECENT_MS - 2);
        container.get(RecentUse).note('builder-id');
        await pass(RECENT_MS + 2);
        expect(told()).to.deep.equal([]);
    });

    it('does not warn of what renews by itself', async () => {
        store.setState('builder-id', signedIn(HOUR_MS, true));
        container.get(RecentUse).note('builder-id');
        await pass(HOUR_MS);
        expect(told()).to.deep.equal([]);
    });

    it('tells nobody when every window has closed', async () => {
        const one = container.get(OpenWindows).heardOf(windows[0]);
        [one, ...windows.map(window => container.get(OpenWindows).heardOf(window))].forEach(opened => opened.dispose());
        store.setState('builder-id', signedIn(HOUR_MS));
        await pass(HOUR_MS);
        expect(told()).to.deep.equal([]);
    });
});
