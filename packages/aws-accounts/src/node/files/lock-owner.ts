import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Owner of a lock, as one line: process id, machine, and a mark that no other owner has. */
export type LockOwner = string;

export namespace LockOwner {

    /** The owners that live in this process: after a restart of a container, another may have had the same process id. */
    const living = new Set<LockOwner>();

    /** A new owner in this process; counts as alive until it is retired. */
    export function create(): LockOwner {
        const owner = `${process.pid}@${hostname()}:${randomUUID()}`;
        living.add(owner);
        return owner;
    }

    export function retire(owner: LockOwner): void {
        living.delete(owner);
    }

    /** Tells whether the owner is known to have ended. Nothing is known of other machines. */
    export function isDead(owner: LockOwner): boolean {
        const [, pid, host] = /^(\d+)@(.*):[^:]*$/.exec(owner) ?? [];
        if (pid === undefined || host !== hostname()) {
            return false;
        }
        return Number(pid) === process.pid ? !living.has(owner) : !isAlive(Number(pid));
    }

    function isAlive(pid: number): boolean {
        try {
            process.kill(pid, 0);
            return true;
        } catch (error) {
            return (error as NodeJS.ErrnoException).code !== 'ESRCH';
        }
    }
}
