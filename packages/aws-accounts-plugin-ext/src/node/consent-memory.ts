import { join } from 'node:path';
import { Disposable } from '@theia/core/lib/common/disposable';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { Clock, readSteadily, watchPath, withFileLock, writeAtomically } from 'theia-aws-accounts/lib/node/integration';
import { ExtensionConsent } from '../common/extension-consent';

/**
 * Consents of the person, in `aws-accounts-extensions.json` of Theia's configuration folder: the same for all windows, browsers and
 * backends of a user, and out of reach of any workspace. A consent that cannot be read counts as refused.
 */
@injectable()
export class ConsentMemory implements Disposable {

    @inject(EnvVariablesServer) protected readonly environment: EnvVariablesServer;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<void>();
    protected watching: Promise<Disposable> | undefined;

    /** The file was changed by this process or by another one. */
    readonly onDidChange: Event<void> = this.changed.event;

    /** The consents as they are on disk now. */
    async load(): Promise<readonly ExtensionConsent[]> {
        const path = await this.path();
        this.watching ??= Promise.resolve(watchPath(path, () => this.changed.fire()));
        const found = await readSteadily(path, this.clock, ExtensionConsent.parse);
        return found === 'missing' || found === 'broken' ? [] : found;
    }

    /** Applies `change` to what is on disk now. @throws AwsAccountsError `fileUnwritable` */
    async update(change: (consents: readonly ExtensionConsent[]) => readonly ExtensionConsent[]): Promise<void> {
        const path = await this.path();
        await withFileLock(path, this.clock, async () => {
            const before = await this.load();
            const after = change(before);
            if (JSON.stringify(after) !== JSON.stringify(before)) {
                await writeAtomically(path, `${JSON.stringify(after, undefined, 2)}\n`);
            }
        });
        this.changed.fire();
    }

    protected async path(): Promise<string> {
        return join(FileUri.fsPath(await this.environment.getConfigDirUri()), 'aws-accounts-extensions.json');
    }

    @preDestroy()
    dispose(): void {
        this.changed.dispose();
        void this.watching?.then(watch => watch.dispose());
    }
}
