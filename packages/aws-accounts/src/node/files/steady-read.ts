import { readFile } from 'node:fs/promises';
import type { Clock } from '../process/clock';

const ATTEMPTS = 5;
const PAUSE_MS = 50;

/**
 * Reads a file that other tools rewrite in place: while `parse` cannot make sense of the text, it is read again for about 200 ms before it
 * counts as broken, since a reader often meets a file that is half written.
 *
 * @returns the parsed value, `'missing'`, or `'broken'`
 * @throws the system error when the file exists but cannot be read
 */
export async function readSteadily<T>(
    path: string,
    clock: Clock,
    parse: (text: string) => T | undefined
): Promise<T | 'missing' | 'broken'> {
    for (let attempt = 1; ; attempt += 1) {
        const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
                return undefined;
            }
            throw error;
        });
        if (text === undefined) {
            return 'missing';
        }
        const value = parse(text);
        if (value !== undefined) {
            return value;
        }
        if (attempt === ATTEMPTS) {
            return 'broken';
        }
        await clock.delay(PAUSE_MS);
    }
}
