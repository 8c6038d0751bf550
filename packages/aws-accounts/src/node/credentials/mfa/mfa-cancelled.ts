/** A person closed the prompt for a code. Not a failure: nothing is broken, and what was there before stays. */
export class MfaCancelled extends Error {

    constructor() {
        super('The prompt for an MFA code was cancelled.');
    }
}
