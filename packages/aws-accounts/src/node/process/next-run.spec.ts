import { expect } from 'chai';
import { NextRun } from './next-run';

describe('NextRun', () => {

    let runs: { readonly end: (value: string) => void; readonly fail: (error: Error) => void }[];
    let shared: NextRun<string>;

    beforeEach(() => {
        runs = [];
        shared = new NextRun(() => new Promise((end, fail) => runs.push({ end, fail })));
    });

    it('begins at once when nothing is under way', async () => {
        const asked = shared.result();
        expect(runs).to.have.length(1);
        runs[0].end('first');
        expect(await asked).to.equal('first');
    });

    it('gives those who ask during a run one later run, since theirs may have missed what they ask about', async () => {
        const first = shared.result();
        const later = [shared.result(), shared.result(), shared.result()];
        expect(runs).to.have.length(1);
        runs[0].end('first');
        expect(await first).to.equal('first');
        expect(runs).to.have.length(2);
        runs[1].end('second');
        expect(await Promise.all(later)).to.deep.equal(['second', 'second', 'second']);
    });

    it('does not give the later run to those who ask while it is under way', async () => {
        const first = shared.result();
        const second = shared.result();
        runs[0].end('first');
        await first;
        const third = shared.result();
        expect(runs).to.have.length(2);
        runs[1].end('second');
        await second;
        runs[2].end('third');
        expect(await third).to.equal('third');
    });

    it('runs for those who wait although the run before has failed', async () => {
        const failing = shared.result().catch((error: Error) => error.message);
        const waiting = shared.result();
        runs[0].fail(new Error('broken'));
        expect(await failing).to.equal('broken');
        runs[1].end('second');
        expect(await waiting).to.equal('second');
    });

    it('begins at once again after the last has ended', async () => {
        const first = shared.result();
        runs[0].end('first');
        await first;
        void shared.result();
        expect(runs).to.have.length(2);
    });
});
