import { Container } from '@theia/core/shared/inversify';

/** The part of Inversify's container that says what is bound. */
interface Bindings {
    readonly _bindingDictionary: { hasKey(id: unknown): boolean };
}

const NEVER = new Promise<never>(() => undefined);
const SUBSCRIBES = /^on[A-Z]|^add|^register|^watch/;

/**
 * All services of Theia, as they are for a contribution that is started before everything else: they take every subscription, and each
 * promise that they give waits for ever.
 */
export class UnansweredTheia extends Container {

    constructor() {
        super();
        const { _bindingDictionary: bindings } = this as unknown as Bindings;
        const isKnown = bindings.hasKey.bind(bindings);
        bindings.hasKey = id => {
            if (!isKnown(id)) {
                this.bind(id as symbol).toConstantValue(unanswered());
            }
            return true;
        };
    }
}

/** Anything: a function, and an object with every member, each like this again. It is no promise, since `await` would take it for one. */
function unanswered(): object {
    const members = new Map<PropertyKey, unknown>();
    return new Proxy(() => undefined, {
        get: (_target, name) => {
            if (typeof name === 'symbol' || name === 'then') {
                return undefined;
            }
            if (!members.has(name)) {
                members.set(name, memberNamed(name));
            }
            return members.get(name);
        },
        set: (_target, name, value) => members.set(name, value) !== undefined,
        apply: () => NEVER
    });
}

/** A subscription, a new object, or a promise, where the name says so; else something that can be called and looked into. */
function memberNamed(name: string): unknown {
    if (SUBSCRIBES.test(name)) {
        return () => ({ dispose: () => undefined });
    }
    if (name.startsWith('create')) {
        return unanswered;
    }
    return /ready|initialized|roots|[sS]tate$|deferred|attached|reached/i.test(name) && !/^is|^set|^get/.test(name) ? NEVER : unanswered();
}
