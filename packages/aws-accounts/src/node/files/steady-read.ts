import { readFile } from 'node:fs/promises';
import type { Clock } from '../process/clock';

/** Looks at a file, and the milliseconds between two of them. */
const ATTEMPTS = 5;
const PAUSE_MS = 50;

/**
 * Looks at a file that other tools write in place, again and again while it seems to be half-written, for about 200 ms.
 *
 * @returns the last look, whole or not
 */
export async function lookUntilWhole<T>(clock: Clock, look: () => Promise<T>, isWhole: (found: T) => boolean): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
        const found = await look();
        if (attempt === ATTEMPTS || isWhole(found)) {
            return found;
        }
        await clock.delay(PAUSE_MS);
    }
}

/**
 * Reads a file that other tools rewrite in place. A text of which `parse` makes no sense is read again before it counts as broken.
 *
 * @returns the parsed value, `'missing'`, or `'broken'`
 * @throws the system error when the file exists but cannot be read
 */
export async function readSteadily<T>(
    path: string,
    clock: Clock,
    parse: (text: string) => T | undefined
): Promise<T | 'missing' | 'broken'> {
    const { text, value } = await lookUntilWhole(clock, async () => {
        const found = await textOf(path);
        return { text: found, value: found === undefined ? undefined : parse(found) };
    }, found => found.text === undefined || found.value !== undefined);
    return text === undefined ? 'missing' : value ?? 'broken';
}

async function textOf(path: string): Promise<string | undefined> {
    return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
            return undefined;
        }
        throw error;
    });
}
