import type { Fault } from '../faults/fault-plan';
import { Exchange, Refusal, Reply } from '../http/exchange';
import type { EmulatorSettings } from '../state/emulator-settings';

/** Members that each kind of fault needs besides its operation. */
const FAULT_MEMBERS: { readonly [kind in Fault['kind']]: readonly [name: string, type: 'string' | 'number'][] } = {
    error: [['error', 'string']],
    status: [['status', 'number']],
    delay: [['ms', 'number']],
    clockSkew: [['ms', 'number']],
    drop: [], hang: [], stall: [], malformed: [], empty: [], html: []
};

/** The JSON body of a control request. A wrong one is answered with 400 and a sentence, since a test with a typing error is not to pass. */
export class ControlRequest {

    protected constructor(protected readonly members: { readonly [name: string]: unknown }) { }

    /** An absent body is an empty object. */
    static of({ body }: Exchange): ControlRequest {
        const members: unknown = body === '' ? {} : parse(body);
        if (typeof members !== 'object' || members === null || Array.isArray(members)) {
            throw wrong('The body has to be a JSON object.');
        }
        return new ControlRequest({ ...members });
    }

    text(name: string): string | undefined {
        const value = this.members[name];
        if (value !== undefined && typeof value !== 'string') {
            throw wrong(`${name} has to be a text.`);
        }
        return value;
    }

    number(name: string): number {
        const value = this.members[name];
        if (typeof value !== 'number') {
            throw wrong(`${name} has to be a number.`);
        }
        return value;
    }

    /** Some settings, each of the same type as in `known`. */
    settings(known: EmulatorSettings): Partial<EmulatorSettings> {
        const types = new Map(Object.entries(known).map(([name, value]) => [name, typeof value]));
        for (const [name, value] of Object.entries(this.members)) {
            if (types.get(name) !== typeof value) {
                throw wrong(types.has(name)
                    ? `${name} has to be a ${types.get(name)}.`
                    : `No setting is named ${name}. Settings: ${[...types.keys()].join(', ')}.`);
            }
        }
        return this.members;
    }

    fault(operations: readonly string[]): Fault {
        const { operation, kind, times } = this.members;
        if (operation !== '*' && !operations.some(name => name === operation)) {
            throw wrong(`operation has to be * or one of ${operations.join(', ')}.`);
        }
        if (times !== undefined && !(Number.isInteger(times) && Number(times) > 0)) {
            throw wrong('times has to be a positive integer.');
        }
        const members = Object.entries(FAULT_MEMBERS).find(([name]) => name === kind)?.[1];
        if (members === undefined) {
            throw wrong(`kind has to be one of ${Object.keys(FAULT_MEMBERS).join(', ')}.`);
        }
        const missing = members.find(([name, type]) => typeof this.members[name] !== type);
        if (missing) {
            throw wrong(`A fault of the kind ${String(kind)} needs ${missing[0]}, a ${missing[1]}.`);
        }
        return this.members as unknown as Fault;
    }
}

function parse(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch (error) {
        if (error instanceof SyntaxError) {
            throw wrong('The body has to be a JSON object.');
        }
        throw error;
    }
}

function wrong(message: string): Refusal {
    return new Refusal(Reply.json({ message }, 400));
}
