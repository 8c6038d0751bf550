import { expect } from 'chai';
import { raceAbort } from './abort-race';

describe('raceAbort', () => {

    const never = new Promise<string>(() => undefined);
    const caught = (result: Promise<unknown>): Promise<unknown> => result.catch((error: unknown) => error);

    it('gives what the work gives, and throws what it throws', async () => {
        const { signal } = new AbortController();
        const failure = new Error('broken');
        expect(await raceAbort(Promise.resolve('done'), signal)).to.equal('done');
        expect(await caught(raceAbort(Promise.reject(failure), signal))).to.equal(failure);
    });

    it('throws the reason of the signal as soon as that is aborted, and ends the work once', async () => {
        const abort = new AbortController();
        let ends = 0;
        const result = caught(raceAbort(never, abort.signal, () => ends += 1));
        abort.abort('reason');
        expect(await result).to.equal('reason');
        expect(ends).to.equal(1);
    });

    it('waits for nothing when the signal was aborted before', async () => {
        expect(await caught(raceAbort(never, AbortSignal.abort('before')))).to.equal('before');
        expect(await caught(raceAbort(Promise.resolve('done'), AbortSignal.abort('before')))).to.equal('before');
    });

    it('does not end work that is done', async () => {
        const abort = new AbortController();
        let ends = 0;
        await raceAbort(Promise.resolve('done'), abort.signal, () => ends += 1);
        abort.abort();
        expect(ends).to.equal(0);
    });
});
