import { expect } from 'chai';
import { SharedTask } from './shared-task';

describe('SharedTask', () => {

    let signal: AbortSignal;
    let finish: (value: string) => void;
    const start = (): SharedTask<string> => new SharedTask(given => {
        signal = given;
        return new Promise(resolve => finish = resolve);
    });
    const nameOf = (error: unknown): string => (error as Error).name;

    it('gives everybody the same outcome', async () => {
        const task = start();
        const asking = [task.join(), task.join(new AbortController().signal)];
        finish('done');
        expect(await Promise.all(asking)).to.deep.equal(['done', 'done']);
        expect(task.isCalledOff).to.equal(false);
    });

    it('is called off only by the last who waits', async () => {
        const task = start();
        const [one, two] = [new AbortController(), new AbortController()];
        const asking = [one, two].map(controller => task.join(controller.signal).catch(nameOf));
        one.abort();
        expect(await asking[0]).to.equal('AbortError');
        expect(signal.aborted).to.equal(false);
        two.abort();
        expect(await asking[1]).to.equal('AbortError');
        expect(signal.aborted).to.equal(true);
        expect(task.isCalledOff).to.equal(true);
    });

    it('goes on for somebody who cannot call it off', async () => {
        const task = start();
        const abort = new AbortController();
        const patient = task.join();
        const impatient = task.join(abort.signal).catch(nameOf);
        abort.abort();
        expect(await impatient).to.equal('AbortError');
        finish('done');
        expect(await patient).to.equal('done');
    });

    it('does not begin to wait for somebody who has lost interest already', async () => {
        const task = start();
        expect(await task.join(AbortSignal.abort()).catch(nameOf)).to.equal('AbortError');
        expect(signal.aborted, 'it may be that the next one comes').to.equal(false);
    });

    it('tells everybody of a failure', async () => {
        const task = new SharedTask(() => Promise.reject(new TypeError('no')));
        expect(await Promise.all([task.join().catch(nameOf), task.join().catch(nameOf)])).to.deep.equal(['TypeError', 'TypeError']);
    });
});
