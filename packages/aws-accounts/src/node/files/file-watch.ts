import { Stats, unwatchFile, watchFile } from 'node:fs';
import { Disposable } from '@theia/core/lib/common/disposable';

/** Changes show within 2 s; two looks fit into that. */
const INTERVAL_MS = 700;

/**
 * Calls `changed` when the file at `path` was written, replaced, made or deleted. It asks for the file's status instead of being told by the
 * system: that works for files that do not exist yet, behind symbolic links, on network file systems, and needs no process of its own.
 */
export function watchPath(path: string, changed: () => void): Disposable {
    const listener = (now: Stats, before: Stats): void => {
        if (now.mtimeMs !== before.mtimeMs || now.size !== before.size || now.ino !== before.ino || now.mode !== before.mode) {
            changed();
        }
    };
    watchFile(path, { interval: INTERVAL_MS, persistent: false }, listener);
    return Disposable.create(() => unwatchFile(path, listener));
}
