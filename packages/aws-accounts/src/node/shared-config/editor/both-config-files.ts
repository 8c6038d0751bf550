import { rm } from 'node:fs/promises';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsEnvironment } from '../../process/aws-environment';
import { Clock } from '../../process/clock';
import { withFileLock } from '../../files/file-lock';
import { followLinks, readIfThere, replaceIfUnchanged } from '../../files/guarded-replacement';
import { keepToOwner } from '../../files/owner-only';
import type { ConfigChange, ConfigFile } from './config-change';
import { giveSecret, holdSecret } from './config-secrets';
import type { ConfigPreview } from './config-preview';
import { SharedConfigEditor } from './shared-config-editor';

export type FileChanges = { readonly [file in ConfigFile]: readonly ConfigChange[] };

/** A file that was changed: what it said before, and what it said when it was done. Holds secrets. */
export interface ChangedFile {
    readonly file: ConfigFile;
    readonly before: Buffer | undefined;
    readonly after: Buffer;
}

/** Changes both shared config files, or neither, and can take a change back byte for byte. */
@injectable()
export class BothConfigFiles {

    @inject(SharedConfigEditor) protected readonly editor: SharedConfigEditor;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(Clock) protected readonly clock: Clock;

    /** Preview of `apply`, one for each file; throws as it does. Lines of the files may hold secrets. */
    async preview(changes: FileChanges): Promise<ConfigPreview[]> {
        const previews = filesOf(changes).map(file => this.editor.preview(file, () => ({ changes: changes[file], outcome: undefined })));
        return (await Promise.all(previews)).map(({ preview }) => preview);
    }

    /**
     * @returns the files that were changed
     * @throws AwsAccountsError as the editor does; then both files are as they were
     */
    async apply(changes: FileChanges): Promise<readonly ChangedFile[]> {
        await this.preview(changes);
        const changed: ChangedFile[] = [];
        try {
            for (const file of filesOf(changes)) {
                changed.push(await this.applyTo(file, changes[file]));
            }
            return changed.filter(isChanged);
        } catch (error) {
            const takenBack = await Promise.all(changed.filter(isChanged).map(one => this.takeBack(one)));
            throw takenBack.every(isDone => isDone)
                ? error
                : AwsFailure.toError({
                    reason: 'fileUnwritable', subject: this.pathOf(changed[0].file), detail: 'changing', trouble: { kind: 'contended' }
                }, error);
        }
    }

    /**
     * Leaves the files that get a secret by these changes to their owner alone.
     *
     * @returns the files that others could read or write before
     * @throws AwsAccountsError `fileUnwritable`
     */
    async close(changes: FileChanges): Promise<readonly string[]> {
        const closed: string[] = [];
        for (const path of filesOf(changes).filter(file => giveSecret(changes[file])).map(file => this.pathOf(file))) {
            try {
                closed.push(...await keepToOwner(path) ? [path] : []);
            } catch (error) {
                throw AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
            }
        }
        return closed;
    }

    /** Makes a file say what it said before. `false`: somebody changed it since, so nothing was done. */
    async takeBack({ file, before, after }: ChangedFile): Promise<boolean> {
        const target = await followLinks(this.pathOf(file));
        return withFileLock(target, this.clock, async () => {
            if (before !== undefined) {
                if (holdSecret(before)) {
                    await keepToOwner(target);
                }
                return replaceIfUnchanged(target, after, before);
            }
            const isOurs = (await readIfThere(target))?.equals(after) === true;
            if (isOurs) {
                await rm(target);
            }
            return isOurs;
        });
    }

    protected async applyTo(file: ConfigFile, changes: readonly ConfigChange[]): Promise<ChangedFile> {
        const before = await readIfThere(this.pathOf(file));
        await this.editor.apply(file, changes);
        // If somebody else wrote in between, the file says something else than this, and is then never taken back.
        return { file, before, after: await this.editor.edited(file, before, changes) };
    }

    protected pathOf(file: ConfigFile): string {
        return file === 'config' ? this.environment.configFile : this.environment.credentialsFile;
    }
}

function isChanged({ before, after }: ChangedFile): boolean {
    return !after.equals(before ?? Buffer.of());
}

/** The file with the secrets comes first: without them the rest is worth nothing. */
function filesOf(changes: FileChanges): ConfigFile[] {
    return (['credentials', 'config'] as const).filter(file => changes[file].length > 0);
}
