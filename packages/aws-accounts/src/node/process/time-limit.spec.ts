import { expect } from 'chai';
import { FakeClock } from '../test/fake-clock';
import { withTimeLimit } from './time-limit';

describe('withTimeLimit', () => {

    const never = new Promise<string>(() => undefined);

    it('gives what comes in time, and stops the timer', async () => {
        const clock = new FakeClock();
        expect(await withTimeLimit(clock, 1000, Promise.resolve('done'), 'late')).to.equal('done');
        expect(clock.waits).to.equal(0);
    });

    it('gives up when the time is over, and not before', async () => {
        const clock = new FakeClock();
        const answers: string[] = [];
        const result = withTimeLimit(clock, 1000, never, 'late').then(answer => answers.push(answer));
        clock.advance(999);
        await Promise.resolve();
        expect(answers).to.deep.equal([]);
        clock.advance(1);
        await result;
        expect(answers).to.deep.equal(['late']);
    });

    it('throws what the work throws, and the reason of an aborted signal', async () => {
        const clock = new FakeClock();
        const failure = new Error('broken');
        expect(await withTimeLimit(clock, 1000, Promise.reject(failure), 'late').catch((error: unknown) => error)).to.equal(failure);
        const abort = new AbortController();
        const result = withTimeLimit(clock, 1000, never, 'late', abort.signal).catch((error: unknown) => error);
        abort.abort('reason');
        expect(await result).to.equal('reason');
        expect(clock.waits).to.equal(0);
    });
});
