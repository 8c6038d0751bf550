import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';

/** One backend of all that share Theia's configuration folder tells of an end. */
@injectable()
export class NoticeClaims {

    @inject(EnvVariablesServer) protected readonly environment: EnvVariablesServer;
    @inject(ILogger) @named('aws-accounts:NoticeClaims') protected readonly logger: ILogger;

    /**
     * Tells whether the notice is this backend's to tell: the first to make a file for it has it. Where no file can be made, it is
     * everybody's.
     *
     * @param expiresAt when what the notice is about ends or has ended; the next end is another one
     */
    async claim({ kind, connectionId }: SessionEndNotice, expiresAt: string): Promise<boolean> {
        const folder = join(FileUri.fsPath(await this.environment.getConfigDirUri()), 'aws-accounts-notices');
        const name = `${shortHash(connectionId)}-${kind}-`;
        const claim = `${name}${shortHash(expiresAt)}`;
        try {
            await mkdir(folder, { recursive: true, mode: 0o700 });
            await writeFile(join(folder, claim), '', { flag: 'wx', mode: 0o600 });
            await this.removeOlder(folder, name, claim);
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            if (code !== 'EEXIST') {
                void this.logger.warn(`AWS Accounts cannot agree with other backends on who tells of an end (${code}).`);
            }
            return code !== 'EEXIST';
        }
        return true;
    }

    /** The latest notice of each kind and connection is enough. */
    protected async removeOlder(folder: string, prefix: string, latest: string): Promise<void> {
        const older = (await readdir(folder)).filter(name => name.startsWith(prefix) && name !== latest);
        await Promise.all(older.map(name => rm(join(folder, name), { force: true })));
    }
}

function shortHash(text: string): string {
    return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
