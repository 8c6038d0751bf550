import { Deferred } from '@theia/core/lib/common/promise-util';
import { AuthorizationAnswer, ExpectedRedirect, readRedirect, RedirectReading } from './redirect-address';

/** One redirect that is waited for, whichever way it comes in. The first answer counts. */
export class AwaitedRedirect {

    protected readonly arrived = new Deferred<AuthorizationAnswer>();

    /** @param read reads what comes in; the text of an address unless said otherwise */
    constructor(protected readonly expected: ExpectedRedirect, protected readonly read = readRedirect) { }

    /** Resolves with the answer of AWS. The caller decides how long to wait. */
    get answer(): Promise<AuthorizationAnswer> {
        return this.arrived.promise;
    }

    /** Takes in an address; one that is not the expected redirect has no effect. */
    receive(address: string): RedirectReading {
        const reading = this.read(address, this.expected);
        if (reading.kind === 'approved' || reading.kind === 'refused') {
            this.arrived.resolve(reading);
        }
        return reading;
    }
}
