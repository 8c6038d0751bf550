import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../process/aws-environment';
import { watchPath } from '../files/file-watch';

/** Notices edits of the shared config files, whoever makes them and however. A file that says the same as before is no edit. */
@injectable()
export class SharedConfigWatcher implements Disposable {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;

    protected readonly toDispose = new DisposableCollection();
    protected readonly changed = new Emitter<void>();
    readonly onDidChange: Event<void> = this.changed.event;

    /** Digest of what each file said when it was last looked at, in the order of the looks. */
    protected readonly seen = new Map<string, Promise<string>>();

    /** Resolves when everything that is edited from then on will be told: what is read afterwards is never out of date for long. */
    get ready(): Promise<unknown> {
        return Promise.all(this.seen.values());
    }

    @postConstruct()
    protected init(): void {
        for (const path of [this.environment.configFile, this.environment.credentialsFile]) {
            this.toDispose.push(this.watch(path, () => void this.look(path)));
            this.seen.set(path, digest(path));
        }
        this.toDispose.push(this.changed);
    }

    /** Calls `touched` whenever the file may have changed. */
    protected watch(path: string, touched: () => void): Disposable {
        return watchPath(path, touched);
    }

    protected async look(path: string): Promise<void> {
        const before = this.seen.get(path);
        const now = digest(path);
        this.seen.set(path, now);
        if (await before !== await now && !this.toDispose.disposed) {
            this.changed.fire();
        }
    }

    @preDestroy()
    dispose(): void {
        this.toDispose.dispose();
    }
}

/** Digest of the file; the code of the error when it cannot be read. Never rejects. */
function digest(path: string): Promise<string> {
    return readFile(path).then(
        bytes => createHash('sha256').update(bytes).digest('hex'),
        (error: NodeJS.ErrnoException) => `unreadable: ${error.code}`
    );
}
