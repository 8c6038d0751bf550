import { Reply } from '../http/exchange';
import type { Treatment } from '../http/server';

/** A fault that the next requests of an operation meet. */
export type Fault = {
    /** Operation name as in the request log, or `*` for every emulated AWS operation. */
    readonly operation: string;
    /** Number of requests that it hits; absent: all until it is cleared. */
    readonly times?: number;
} & (
    /** An SSO-OIDC error by its code, for example `slow_down`, `access_denied`, `expired_token`, `invalid_grant`. */
    | { readonly kind: 'error'; readonly error: string; readonly description?: string; readonly status?: number }
    /** A bare status, for example 429, 500, 503. */
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'delay'; readonly ms: number }
    /** As STS refuses a request whose time is off: its clock is `ms` ahead of this machine's, or behind it. */
    | { readonly kind: 'clockSkew'; readonly ms: number }
    | { readonly kind: 'drop' | 'hang' | 'stall' | 'malformed' | 'empty' | 'html' });

/** The outcome of a fault for one request: `undefined` lets the request through. */
type FaultEffect = Treatment | { readonly delayMs: number } | undefined;

/** Keeps the requested faults and deals them out in the order in which they were requested. */
export class FaultPlan {

    protected faults: { readonly fault: Fault; left: number }[] = [];

    add(fault: Fault): void {
        this.faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    }

    clear(operation?: string): void {
        this.faults = operation === undefined ? [] : this.faults.filter(({ fault }) => fault.operation !== operation);
    }

    /**
     * Tells whether a fault waits for the next request of `operation`; a request that it delays is in the log only when it has been
     * answered.
     */
    isDue(operation: string): boolean {
        return this.next(operation) !== undefined;
    }

    /** Takes the next fault for `operation`, if one is due. */
    take(operation: string): Fault | undefined {
        const due = this.next(operation);
        if (due) {
            due.left -= 1;
        }
        return due?.fault;
    }

    protected next(operation: string): { readonly fault: Fault; left: number } | undefined {
        return this.faults.find(({ fault, left }) => left > 0 && (fault.operation === '*' || fault.operation === operation));
    }
}

/** The words for faults of the service that one hits. */
interface FaultWording {
    oidcError(error: string, description?: string, status?: number): Reply;
    trouble(status: number): Reply | undefined;
}

/** The effect of `fault` on a client. */
export function effectOf(fault: Fault, wording: FaultWording): FaultEffect {
    switch (fault.kind) {
        case 'error':
            return wording.oidcError(fault.error, fault.description, fault.status);
        case 'status':
            return wording.trouble(fault.status) ?? Reply.json({ message: 'Requested by the test.' }, fault.status);
        case 'delay':
            return { delayMs: fault.ms };
        case 'clockSkew':
            return clockSkew(fault.ms);
        case 'malformed':
            return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"half":' };
        case 'empty':
            return { status: 200, headers: { 'content-type': 'application/json' }, body: '' };
        case 'html':
            return Reply.html('<html><body>Please sign in to the guest network.</body></html>');
        case 'drop':
        case 'hang':
        case 'stall':
            return fault.kind;
    }
}

/** STS blames the signature, and only its text and the date of the answer tell of the time. */
function clockSkew(ms: number): Reply {
    const body = '<ErrorResponse '
        + 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code>'
        + '<Message>Signature not yet current: requested by the test.</Message></Error></ErrorResponse>';
    const reply = Reply.xml(body, 403);
    return { ...reply, headers: { ...reply.headers, date: new Date(Date.now() + ms).toUTCString() } };
}
