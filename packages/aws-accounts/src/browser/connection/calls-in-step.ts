import type { ChangingCalls } from '../../common/protocol/changing-calls';
import type { StatusIntake } from './status-intake';

type Call = (...parameters: unknown[]) => Promise<unknown>;

/**
 * `server` as a window calls it: a call that changes something ends once the model has the change. The backend tells it before it
 * answers, but a status may wait for its catalogue, while the answer does not.
 */
export function callsInStep<Methods, T extends object & Methods>(
    server: T, changing: ChangingCalls<Methods>, intake: Pick<StatusIntake, 'settled'>
): T {
    return new Proxy(server, {
        get: (target, name) => {
            const value: unknown = Reflect.get(target, name);
            return changing[name as keyof Methods] === true && typeof value === 'function'
                ? (...parameters: unknown[]) => (value as Call).apply(target, parameters).finally(() => intake.settled())
                : value;
        }
    });
}
