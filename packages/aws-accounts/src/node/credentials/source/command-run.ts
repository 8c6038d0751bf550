import { ChildProcess, spawn } from 'node:child_process';
import { raceAbort } from '../../process/abort-race';

/** Credentials take a few hundred bytes; what prints more than this gives none. */
const MOST_OUTPUT = 64 * 1024;

export type CommandEnd =
    | { readonly kind: 'exited'; readonly code: number | null; readonly stdout: string; readonly stderr: string }
    /** It did not start; `code` is a system error code, such as `ENOENT`. */
    | { readonly kind: 'notStarted'; readonly code: string };

/**
 * Runs a program without a shell and waits for its end.
 *
 * @throws the reason of `signal` when it is aborted; the program and everything it started is then killed
 */
export async function runCommand([program, ...args]: readonly string[], signal: AbortSignal): Promise<CommandEnd> {
    signal.throwIfAborted();
    // A process group of its own, so that what a script started ends with the script.
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, detached: process.platform !== 'win32' });
    return raceAbort(endOf(child), signal, () => kill(child));
}

function endOf(child: ChildProcess): Promise<CommandEnd> {
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
        child[name]?.setEncoding('utf8').on('data', (text: string) => output[name] = (output[name] + text).slice(0, MOST_OUTPUT));
    }
    return new Promise(resolve => {
        child.on('error', (error: NodeJS.ErrnoException) => resolve({ kind: 'notStarted', code: error.code ?? error.name }));
        child.on('close', code => resolve({ kind: 'exited', code, ...output }));
    });
}

function kill(child: ChildProcess): void {
    if (child.pid === undefined || child.exitCode !== null) {
        return;
    }
    if (process.platform === 'win32') {
        child.kill();
        return;
    }
    try {
        process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
        // It ended just now.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
            throw error;
        }
    }
}
