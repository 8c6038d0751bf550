import type { RpcServer } from '@theia/core/lib/common/messaging/proxy-factory';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { Shape } from './shape';

/** For each method of a server, the shapes of its parameters, without the cancellation token that may follow them. */
export type CallShapes<T> = { readonly [Method in Exclude<keyof T, keyof RpcServer<object>>]: readonly Shape[] };

/** Characters that all arguments of one call have as JSON. Several times what the largest honest call has. */
const MAX_CALL = 1_000_000;

/**
 * A server as a window gets it: the methods of the table and nothing else, each of which looks at its arguments before it does anything.
 * Calls that do not fit reject with `AwsAccountsError` `invalidRequest`.
 */
export function checkedCalls<T extends object>(server: T, shapes: CallShapes<T>): T {
    const methods = Object.entries(shapes).map(([name, parameters]) => {
        const method = (server as { readonly [name: string]: (...args: unknown[]) => unknown })[name];
        const checked = async (...args: unknown[]): Promise<unknown> => {
            if (!fits(args, parameters as readonly Shape[])) {
                throw AwsFailure.toError({ reason: 'invalidRequest', subject: name });
            }
            return method.apply(server, args);
        };
        return [name, checked] as const;
    });
    // Without a prototype, so that no inherited name is a method.
    return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(methods))) as T;
}

function fits(args: readonly unknown[], parameters: readonly Shape[]): boolean {
    const more = args.slice(parameters.length);
    const onlyToken = more.length === 0 || more.length === 1 && isToken(more[0]);
    return onlyToken && parameters.every((shape, index) => shape(args[index])) && isSmall(args.slice(0, parameters.length));
}

function isToken(value: unknown): boolean {
    return value === undefined || value === null || typeof value === 'object' && 'isCancellationRequested' in value;
}

function isSmall(args: readonly unknown[]): boolean {
    try {
        return JSON.stringify(args).length <= MAX_CALL;
    } catch {
        // Neither a circle nor a big integer ever came over a wire.
        return false;
    }
}
