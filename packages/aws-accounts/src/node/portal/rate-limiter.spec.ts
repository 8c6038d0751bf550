import { expect } from 'chai';
import { FakeClock } from '../test/fake-clock';
import { RateLimiter } from './rate-limiter';

const running = new AbortController().signal;
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** Lets whoever got a turn see the time before it goes on. */
class PatientClock extends FakeClock {

    constructor() {
        super(undefined, true);
    }

    override async delay(ms: number, signal?: AbortSignal): Promise<void> {
        await settled();
        await super.delay(ms, signal);
    }
}

/** The most turns that any second saw. */
function busiestSecond(times: readonly number[]): number {
    return Math.max(...times.map(start => times.filter(time => time >= start && time < start + 1000).length));
}

describe('RateLimiter', () => {

    async function turns(pace: RateLimiter, clock: FakeClock, count: number): Promise<number[]> {
        const start = clock.now();
        return Promise.all(Array.from({ length: count }, () => pace.turn(new AbortController().signal).then(() => clock.now() - start)));
    }

    for (const [callsPerSecond, burst] of [[15, 4], [10, 1], [1, 5]] as const) {
        it(`never lets more than ${burst} + ${callsPerSecond} calls begin in a second`, async () => {
            const clock = new PatientClock();
            const times = await turns(new RateLimiter(clock, { callsPerSecond, burst }), clock, 200);
            expect(times.filter(time => time === 0)).to.have.length(burst);
            expect(busiestSecond(times)).to.be.at.most(burst + callsPerSecond);
            expect(times.at(-1)).to.be.closeTo((200 - burst) * 1000 / callsPerSecond, 100);
        });
    }

    it('lets a burst begin again after a rest, and no more than that', async () => {
        const clock = new PatientClock();
        const pace = new RateLimiter(clock, { callsPerSecond: 10, burst: 3 });
        await turns(pace, clock, 20);
        clock.advance(60_000);
        expect((await turns(pace, clock, 4))).to.deep.equal([0, 0, 0, 100]);
    });

    it('gives nobody a turn during a pause, and catches up on nothing afterwards', async () => {
        const clock = new PatientClock();
        const pace = new RateLimiter(clock, { callsPerSecond: 10, burst: 3 });
        pace.pause(5000);
        expect((await turns(pace, clock, 3))).to.deep.equal([5000, 5100, 5200]);
    });

    it('gives the turn of one that left to the next in line', async () => {
        const clock = new FakeClock();
        const pace = new RateLimiter(clock, { callsPerSecond: 1, burst: 1 });
        const leaving = new AbortController();
        const begun: string[] = [];
        const begin = (name: string, signal = running): Promise<unknown> =>
            pace.turn(signal).then(
                () => begun.push(name),
                () => begun.push(`${name} left`)
            );
        const all = [begin('first'), begin('second', leaving.signal), begin('third')];
        await settled();
        leaving.abort();
        await settled();
        clock.advance(1000);
        await Promise.all(all);
        expect(begun).to.deep.equal(['first', 'second left', 'third']);
    });
});
