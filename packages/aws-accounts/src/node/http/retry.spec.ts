import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { retry, RetryPolicy } from './retry';

describe('retry', () => {

    const failures: AwsFailure[] = [];
    const pauses: number[] = [];
    const policy: RetryPolicy<unknown> = {
        pausesMs: ({ reason }) => reason === 'network' ? [10, 20] : reason === 'throttled' ? [7] : [],
        pause: async (ms, failure) => {
            pauses.push(ms);
            failures.push(failure);
        }
    };
    const network = AwsFailure.toError({ reason: 'network' });
    const throttled = AwsFailure.toError({ reason: 'throttled' });

    /** Throws each of `errors` in turn and gives their number afterwards. */
    function failing(...errors: unknown[]): () => Promise<number> {
        let calls = 0;
        return async () => {
            const [error] = errors.slice(calls++);
            if (error !== undefined) {
                throw error;
            }
            return errors.length;
        };
    }

    beforeEach(() => [failures, pauses].forEach(list => list.length = 0));

    it('waits as long as the policy says, by failure and attempt', async () => {
        expect(await retry(policy, failing(network, network))).to.equal(2);
        expect(pauses).to.deep.equal([10, 20]);
        expect(failures).to.deep.equal([{ reason: 'network' }, { reason: 'network' }]);
    });

    it('throws what the last attempt threw', async () => {
        const last = AwsFailure.toError({ reason: 'throttled', subject: 'last' });
        expect(await retry(policy, failing(throttled, last)).catch((error: unknown) => error)).to.equal(last);
        expect(pauses).to.deep.equal([7]);
    });

    it('takes an unknown error and an aborted call as final', async () => {
        const unknown = new TypeError('a bug');
        expect(await retry(policy, failing(unknown)).catch((error: unknown) => error)).to.equal(unknown);
        expect(await retry(policy, failing(network), AbortSignal.abort()).catch((error: unknown) => error)).to.equal(network);
        expect(pauses).to.deep.equal([]);
    });

    it('retries a result that stands for a failure, and gives the last one', async () => {
        const results = ['bad', 'worse', 'worst', 'unused'];
        const last = await retry({ ...policy, failureOf: () => ({ reason: 'network' }) }, async () => results.shift());
        expect(last).to.equal('worst');
        expect(pauses).to.deep.equal([10, 20]);
    });
});
