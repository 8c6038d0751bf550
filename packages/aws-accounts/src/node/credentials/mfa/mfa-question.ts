import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { MfaCode, MfaCodeRequest } from '../../../common/connection/mfa';
import type { RunningContext } from '../resolution/resolution-context';

/** A person closed the prompt for a code. Not a failure: nothing is broken, and what was there before stays. */
export class MfaCancelled extends Error {

    constructor() {
        super('The prompt for an MFA code was cancelled.');
    }
}

const TRIES = 3;

/**
 * Asks for a code and tries it, up to three times while it is the code that is wrong.
 *
 * @param attempt uses the code; `accessDenied` is how STS refuses a wrong one
 * @throws AwsAccountsError `mfaRequired` when nobody can be asked, else what the last attempt threw; MfaCancelled
 */
export async function askForMfaCode<T>(
    profile: string,
    device: string,
    context: RunningContext,
    attempt: (code: string) => Promise<T>
): Promise<T> {
    let failure: unknown = AwsFailure.toError({ reason: 'mfaRequired', subject: profile });
    let rejected: MfaCodeRequest['rejected'];
    for (let triesLeft = TRIES; triesLeft > 0; triesLeft -= 1) {
        const typed = await context.askMfaCode?.({ profile, device, rejected, triesLeft }, context.signal);
        if (typed === undefined) {
            throw context.askMfaCode === undefined ? failure : new MfaCancelled();
        }
        const code = MfaCode.normalize(typed);
        if (code === undefined) {
            rejected = 'malformed';
            continue;
        }
        try {
            return await attempt(code);
        } catch (error) {
            if (AwsFailure.of(error).reason !== 'accessDenied') {
                throw error;
            }
            failure = error;
            rejected = 'refused';
        }
    }
    throw failure;
}
