import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from '../../common/state/aws-accounts-error';
import { FakeClock } from '../test/fake-clock';
import { retryTransient } from './transient-retry';

const running = new AbortController().signal;
const failure = (reason: AwsFailureReason): Error => AwsFailure.toError({ reason });

/** Throws each of `errors` in turn and answers afterwards. */
function stumbling(...errors: Error[]): { calls: number; call: () => Promise<string> } {
    const stumbler = {
        calls: 0,
        call: async () => {
            const error = errors[stumbler.calls++];
            if (error) {
                throw error;
            }
            return 'answered';
        }
    };
    return stumbler;
}

describe('retryTransient', () => {

    for (const reason of ['network', 'server', 'throttled'] as const) {
        it(`asks again after ${reason} trouble, up to three times`, async () => {
            const clock = FakeClock.jumping();
            const twice = stumbling(failure(reason), failure(reason));
            expect(await retryTransient(clock, running, twice.call)).to.equal('answered');
            expect(clock.pauses).to.deep.equal([500, 2000]);

            const always = stumbling(failure(reason), failure(reason), failure(reason), failure(reason));
            const error = await retryTransient(clock, running, always.call).catch((caught: unknown) => caught);
            expect(AwsFailure.of(error)).to.deep.equal({ reason });
            expect(always.calls).to.equal(3);
        });
    }

    for (const reason of ['timedOut', 'tls', 'accessDenied', 'invalidRequest', 'signInRequired', 'internal'] as const) {
        it(`does not ask again after ${reason}`, async () => {
            const once = stumbling(failure(reason));
            const error = await retryTransient(FakeClock.jumping(), running, once.call).catch((caught: unknown) => caught);
            expect(AwsFailure.of(error).reason).to.equal(reason);
            expect(once.calls).to.equal(1);
        });
    }

    it('ends at once when it is called off during a pause', async () => {
        const abort = new AbortController();
        const clock = new FakeClock();
        const result = retryTransient(clock, abort.signal, stumbling(failure('network')).call).catch((caught: unknown) => caught);
        await new Promise(resolve => setImmediate(resolve));
        expect(clock.waits).to.equal(1);
        abort.abort();
        expect(await result).to.equal(abort.signal.reason);
        expect(clock.waits).to.equal(0);
    });
});
