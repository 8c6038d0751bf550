import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Disposable } from '@theia/core/lib/common/disposable';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { AwsAccountsError, AwsFailure } from '../../common/state/aws-accounts-error';
import { Clock } from '../process/clock';
import { writeAtomically } from '../files/atomic-file';
import { withFileLock } from '../files/file-lock';
import { watchPath } from '../files/file-watch';
import { readSteadily } from '../files/steady-read';
import { readChoices } from './choices-text';
import { RememberedChoices } from './remembered-choices';

/** Remembers choices in `aws-accounts.json` of Theia's configuration folder, shared by all backends of a user. */
@injectable()
export class ChoiceMemory implements Disposable {

    @inject(EnvVariablesServer) protected readonly environment: EnvVariablesServer;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<void>();
    protected choices: RememberedChoices = RememberedChoices.LOST;
    protected parsed: { readonly text: string; readonly choices: RememberedChoices | undefined } | undefined;
    protected failed: AwsFailure | undefined;
    protected watching: Promise<Disposable> | undefined;

    /** The file was changed by this process or by another one. */
    readonly onDidChange: Event<void> = this.changed.event;

    /** Reason why choices cannot be remembered, or were lost. While that is so they live in this process. */
    get failure(): AwsFailure | undefined {
        return this.failed;
    }

    /** The choices as they are on disk now; where the disk does not answer, as they were last. */
    async load(): Promise<RememberedChoices> {
        const path = await this.path();
        this.watching ??= Promise.resolve(watchPath(path, () => this.changed.fire()));
        try {
            if (await this.read(path) === 'broken') {
                await withFileLock(path, this.clock, () => this.mend(path));
            }
        } catch (error) {
            this.fail(path, error);
        }
        return this.choices;
    }

    /** Applies `change` to what is on disk now, so that another process's choices stay. @throws AwsAccountsError when it cannot be kept */
    async update(change: (choices: RememberedChoices) => RememberedChoices): Promise<void> {
        const path = await this.path();
        await withFileLock(path, this.clock, async () => {
            await this.mend(path).catch(error => this.fail(path, error));
            this.choices = readable(change(this.choices));
            try {
                await this.write(path);
                this.failed = undefined;
            } catch (error) {
                if (!(error instanceof Error && AwsAccountsError.is(error))) {
                    throw error;
                }
                this.failed = error.data;
            }
        });
        this.changed.fire();
    }

    protected async read(path: string): Promise<'understood' | 'broken'> {
        const found = await readSteadily(path, this.clock, text => this.parse(text));
        if (found === 'broken') {
            return 'broken';
        }
        if (this.failed?.reason !== 'fileUnwritable') {
            this.choices = found === 'missing' ? RememberedChoices.NONE : found;
        }
        return 'understood';
    }

    /** A text that says the same gives the same object. */
    protected parse(text: string): RememberedChoices | undefined {
        if (this.parsed?.text !== text) {
            this.parsed = { text, choices: readChoices(text) };
        }
        return this.parsed.choices;
    }

    /**
     * Reads, under the lock of the file. One that cannot be understood is kept for its owner to look at, and what this process knows takes
     * its place, so that no later process takes the file for a new one: a process that has read nothing yet knows that marks were lost.
     */
    protected async mend(path: string): Promise<void> {
        if (await this.read(path) === 'broken') {
            await rename(path, `${path}.broken`);
            await this.write(path);
            this.failed = { reason: 'fileBroken', subject: `${path}.broken` };
        }
    }

    protected write(path: string): Promise<void> {
        return writeAtomically(path, `${JSON.stringify(this.choices, undefined, 2)}\n`);
    }

    protected fail(path: string, error: unknown): void {
        this.failed = { reason: 'fileUnreadable', subject: path, detail: (error as NodeJS.ErrnoException).code };
    }

    protected async path(): Promise<string> {
        return join(FileUri.fsPath(await this.environment.getConfigDirUri()), 'aws-accounts.json');
    }

    @preDestroy()
    dispose(): void {
        this.changed.dispose();
        void this.watching?.then(watch => watch.dispose());
    }
}

/** Refuses what could not be read again, for which everything else in the file would be lost. @throws AwsAccountsError */
function readable(choices: RememberedChoices): RememberedChoices {
    if (readChoices(JSON.stringify(choices)) === undefined) {
        throw AwsFailure.toError({ reason: 'invalidRequest', subject: 'aws-accounts.json' });
    }
    return choices;
}
