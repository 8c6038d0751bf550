import { Emitter } from '@theia/core/lib/common/event';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { FakeClock } from '../test/fake-clock';
import { ConnectionFeed } from './connection-feed';

interface Token {
    readonly text: string;
    readonly end: number;
}

const MINUTE = 60_000;
const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('ConnectionFeed', () => {

    let clock: FakeClock;
    let told: string[];
    let next: Token | AwsFailure;
    let asked: number;
    let state: string;
    let changed: Emitter<void>;
    let feed: ConnectionFeed<Token>;

    const begin = async (receive = (value: Token): void => void told.push(value.text)): Promise<void> => {
        feed = new ConnectionFeed<Token>({
            ask: async () => {
                asked += 1;
                if ('reason' in next) {
                    throw AwsFailure.toError(next);
                }
                return next;
            },
            endOf: ({ end }) => end,
            identityOf: ({ text }) => text,
            known: () => ({ state, endsAt: 'end' in next ? new Date(next.end).toISOString() : undefined }),
            onDidChange: listener => changed.event(listener)
        }, { receive, withdraw: ({ reason }) => void told.push(`withdrawn: ${reason}`) }, clock, () => told.push('reported'));
        await settle();
    };

    beforeEach(() => {
        clock = new FakeClock();
        [told, asked, state, changed] = [[], 0, 'signedIn', new Emitter<void>()];
        next = { text: 'first', end: clock.now() + 60 * MINUTE };
    });
    afterEach(() => feed.dispose());

    it('gives a token at once, and the next one before the first has run out', async () => {
        await begin();
        expect(told).to.deep.equal(['first']);
        next = { text: 'second', end: clock.now() + 115 * MINUTE };
        clock.advance(55 * MINUTE + 1);
        await settle();
        expect(told).to.deep.equal(['first', 'second']);
    });

    it('asks once for a change of the connection, and not for one that it has caused itself', async () => {
        await begin();
        changed.fire();
        await settle();
        expect(asked).to.equal(1);
        next = { text: 'second', end: clock.now() + 90 * MINUTE };
        changed.fire();
        changed.fire();
        await settle();
        expect([asked, told]).to.deep.equal([2, ['first', 'second']]);
    });

    it('takes the token back once when the person signs out, and gives the one of the next sign-in', async () => {
        await begin();
        [next, state] = [{ reason: 'signInRequired' }, 'signedOut'];
        changed.fire();
        await settle();
        changed.fire();
        await settle();
        [next, state] = [{ text: 'third', end: clock.now() + 60 * MINUTE }, 'signedIn'];
        changed.fire();
        await settle();
        expect(told).to.deep.equal(['first', 'withdrawn: signInRequired', 'third']);
    });

    it('takes nothing back for a lost network, and asks again', async () => {
        await begin();
        next = { reason: 'network' };
        clock.advance(55 * MINUTE + 1);
        await settle();
        expect(told).to.deep.equal(['first']);
        next = { text: 'second', end: clock.now() + 60 * MINUTE };
        clock.advance(30_000);
        await settle();
        expect(told).to.deep.equal(['first', 'second']);
    });

    it('gives a token only once while it stays the same near its end, however often it asks', async () => {
        next = { text: 'short', end: clock.now() + 4 * MINUTE };
        await begin();
        clock.advance(2 * MINUTE);
        await settle();
        clock.advance(MINUTE);
        await settle();
        expect([told, asked >= 3]).to.deep.equal([['short'], true]);
    });

    it('goes on after a receiver that failed, and tells nobody what it was given', async () => {
        await begin(value => {
            if (value.text === 'first') {
                throw new Error('no room');
            }
            told.push(value.text);
        });
        next = { text: 'second', end: clock.now() + 90 * MINUTE };
        changed.fire();
        await settle();
        expect(told).to.deep.equal(['reported', 'second']);
    });

    it('leaves no timer, and asks nothing more, once it has been disposed', async () => {
        await begin();
        feed.dispose();
        changed.fire();
        await settle();
        expect([asked, clock.waits]).to.deep.equal([1, 0]);
    });
});
