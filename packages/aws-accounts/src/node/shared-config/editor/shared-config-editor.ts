import { inject, injectable, optional } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsEnvironment } from '../../process/aws-environment';
import { Clock } from '../../process/clock';
import { withFileLock } from '../../files/file-lock';
import { followLinks, replaceIfUnchanged } from '../../files/guarded-replacement';
import { keepToOwner } from '../../files/owner-only';
import { lookUntilWhole } from '../../files/steady-read';
import type { IniDocument } from '../ini/ini-document';
import { encodingFailure, SharedConfigFileReader } from '../shared-config-file-reader';
import { SharedConfigText } from '../ini/shared-config-text';
import type { ConfigChange, ConfigFile } from './config-change';
import { editDocument } from './config-edit';
import { giveSecret } from './config-secrets';
import { ConfigPreview } from './config-preview';
import { atPath, readRegular } from './editable-file';
import { FoundFile } from './found-file';

/** The changes to make in a file that says this, and what whoever planned them wants to know of it. */
export type ConfigPlan<T> = (document: IniDocument) => { readonly changes: readonly ConfigChange[]; readonly outcome: T };

/** Number of times that a file is read and edited anew which others keep changing. */
const ATTEMPTS = 20;

/**
 * Edits the shared config files. Nothing but what was asked for changes, no reader ever sees a part of an edit, and nothing that somebody
 * else wrote is lost: processes of this product take turns, and a file that changed since it was read is read and edited anew.
 */
@injectable()
export class SharedConfigEditor {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(Clock) protected readonly clock: Clock;
    @inject(SharedConfigFileReader) @optional() protected readonly reader: SharedConfigFileReader | undefined;

    /**
     * Makes all of the changes, or none. A file that says what is wanted already is not touched; one that is missing is made with mode
     * 0600, and one that gets a secret is left to its owner alone.
     *
     * @throws AwsAccountsError as `edit` does, with the path in the location; `fileUnreadable` and `fileUnwritable` with the path as
     * subject
     */
    apply(file: ConfigFile, changes: readonly ConfigChange[]): Promise<void> {
        return this.applyPlan(file, () => ({ changes, outcome: undefined }));
    }

    /**
     * Makes the changes that `plan` wants of the file as it is when nobody else of this product can write it. The plan is asked again
     * whenever somebody else changed the file in between.
     *
     * @returns the outcome that goes with the changes that were made
     * @throws AwsAccountsError as `apply` does; whatever `plan` throws
     */
    async applyPlan<T>(file: ConfigFile, plan: ConfigPlan<T>): Promise<T> {
        const path = this.pathOf(file);
        return atPath(path, async () => {
            const target = await followLinks(path);
            return withFileLock(target, this.clock, () => this.applyLocked(target, file, plan));
        });
    }

    /** Preview of `applyPlan`; throws as it does, except that nothing is written. */
    async preview<T>(file: ConfigFile, plan: ConfigPlan<T>): Promise<{ preview: ConfigPreview; outcome: T }> {
        const path = this.pathOf(file);
        return atPath(path, async () => {
            const { text, document } = await this.read(path, file);
            const { changes, outcome } = plan(document);
            const after = editDocument(document, file, changes) ?? text;
            return { outcome, preview: ConfigPreview.between(path, SharedConfigText.readable(text), SharedConfigText.readable(after)) };
        });
    }

    /** The bytes that a file with the content `before` has after the changes, which are possible. Nothing is written. */
    async edited(file: ConfigFile, before: Buffer | undefined, changes: readonly ConfigChange[]): Promise<Buffer> {
        const { document } = await this.parse(before, file);
        const after = editDocument(document, file, changes);
        return after === undefined ? before ?? Buffer.of() : SharedConfigText.encode(after);
    }

    protected async applyLocked<T>(target: string, file: ConfigFile, plan: ConfigPlan<T>): Promise<T> {
        for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
            const { bytes, document } = await this.read(target, file);
            const { changes, outcome } = plan(document);
            const after = editDocument(document, file, changes);
            await this.close(target, changes);
            if (after === undefined || await this.replace(target, bytes, SharedConfigText.encode(after))) {
                return outcome;
            }
        }
        throw AwsFailure.toError({ reason: 'fileUnwritable', subject: target, detail: 'changing', trouble: { kind: 'contended' } });
    }

    /** Keeps others from a secret that comes into the file, whoever could read the file before. */
    protected async close(target: string, changes: readonly ConfigChange[]): Promise<void> {
        if (giveSecret(changes)) {
            await keepToOwner(target).catch((error: NodeJS.ErrnoException) => {
                throw AwsFailure.toError({ reason: 'fileUnwritable', subject: target, detail: error.code }, error);
            });
        }
    }

    protected async replace(target: string, before: Buffer | undefined, after: Buffer): Promise<boolean> {
        try {
            return await replaceIfUnchanged(target, before, after);
        } catch (error) {
            throw AwsFailure.toError({ reason: 'fileUnwritable', subject: target, detail: (error as NodeJS.ErrnoException).code }, error);
        }
    }

    /**
     * A file that looks whole; one that does not stay half-written for long is as its owner wants it.
     *
     * @throws AwsAccountsError `fileBroken` for a file in an encoding that no AWS tool reads
     */
    protected async read(target: string, file: ConfigFile): Promise<FoundFile> {
        const last = await lookUntilWhole(
            this.clock,
            async () => this.parse(await readRegular(target), file),
            found => found.bytes === undefined || FoundFile.looksWhole(found)
        );
        if (last.encoding !== undefined) {
            throw AwsFailure.toError(encodingFailure(target, last.encoding));
        }
        return last;
    }

    protected parse(bytes: Buffer | undefined, file: ConfigFile): Promise<FoundFile> {
        return FoundFile.parse(bytes, this.reader?.documentOf(this.pathOf(file)));
    }

    protected pathOf(file: ConfigFile): string {
        return file === 'config' ? this.environment.configFile : this.environment.credentialsFile;
    }
}
