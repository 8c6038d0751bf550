import { FSWatcher, realpathSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Disposable } from '@theia/core/lib/common/disposable';

/**
 * Calls `told` when the system says that something happened to the file at `path`. A hint and no more: it may be superfluous, and it may be
 * missing, as it is for network file systems, for other names of the same file, and where the system has no watches left.
 */
export class ChangeHint implements Disposable {

    protected watchers: FSWatcher[] = [];

    constructor(protected readonly path: string, protected readonly told: () => void) {
        this.renew();
    }

    /** Listens where the file is now: to be called when it came, went, or was replaced. */
    renew(): void {
        const before = this.watchers;
        this.watchers = [...new Set([this.path, targetOf(this.path)])].flatMap(
            path => this.listen(dirname(path), basename(path), true) ?? []
        );
        before.forEach(watcher => watcher.close());
    }

    /** In the deepest folder there is. @param isOwn whether `name` is that of the file, and not that of a folder on the way to it */
    protected listen(folder: string, name: string, isOwn: boolean): FSWatcher | undefined {
        const parent = dirname(folder);
        return this.open(folder, name, isOwn) ?? (parent === folder ? undefined : this.listen(parent, basename(folder), false));
    }

    protected open(folder: string, name: string, isOwn: boolean): FSWatcher | undefined {
        try {
            const watcher = watch(folder, { persistent: false }, (_kind, about) => {
                if (about === null || about === name) {
                    this.hear(isOwn);
                }
            });
            // Such as the end of a folder where the system reports it so: from then on nothing is heard.
            return watcher.on('error', () => watcher.close());
        } catch {
            // Not there, or not to be watched: whoever needs a hint does without.
            return undefined;
        }
    }

    protected hear(isOwn: boolean): void {
        if (!isOwn) {
            this.renew();
        }
        this.told();
    }

    dispose(): void {
        this.watchers.forEach(watcher => watcher.close());
        this.watchers = [];
    }
}

/** The target of a link; the path itself for everything else. */
function targetOf(path: string): string {
    try {
        return realpathSync(path);
    } catch {
        return path;
    }
}
