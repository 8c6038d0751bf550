import { expect } from 'chai';
import { FakeClock } from '../test/fake-clock';
import { Timer } from './timer';

describe('The timer of the backend', () => {

    const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
    let clock: FakeClock;
    let timer: Timer;
    let fired: string[];

    beforeEach(() => {
        clock = new FakeClock();
        timer = new Timer(clock);
        fired = [];
    });

    it('fires once, at its time', async () => {
        timer.set(1000, () => fired.push('once'));
        clock.advance(999);
        await turn();
        expect(fired).to.deep.equal([]);
        clock.advance(1);
        clock.advance(5000);
        await turn();
        expect(fired).to.deep.equal(['once']);
    });

    it('forgets what was set before, and everything once it is disposed', async () => {
        timer.set(1000, () => fired.push('first'));
        timer.set(2000, () => fired.push('second'));
        clock.advance(2000);
        await turn();
        expect(fired).to.deep.equal(['second']);
        timer.set(1000, () => fired.push('third'));
        timer.set(undefined, () => fired.push('never'));
        timer.set(1000, () => fired.push('fourth'));
        timer.dispose();
        clock.advance(5000);
        await turn();
        expect(fired).to.deep.equal(['second']);
        expect(clock.waits).to.equal(0);
    });

    it('fires after a day at the latest, so that its owner looks again', async () => {
        timer.set(90 * 24 * 60 * 60 * 1000, () => fired.push('early'));
        clock.advance(24 * 60 * 60 * 1000);
        await turn();
        expect(fired).to.deep.equal(['early']);
    });
});
