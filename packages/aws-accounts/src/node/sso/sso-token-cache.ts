import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsError, AwsFailure } from '../../common/aws-accounts-error';
import { AwsEnvironment } from '../aws-environment';
import { Clock } from '../clock';
import { writeAtomically } from '../files/atomic-file';
import { readSteadily } from '../files/steady-read';
import type { SsoSession } from './sso-session';
import { SsoToken } from './sso-token';

/** The token files in `~/.aws/sso/cache`, shared with the AWS CLI and the SDKs. */
@injectable()
export class SsoTokenCache {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(Clock) protected readonly clock: Clock;

    /** Tokens that could not be written: they serve this process, and are worth more than a sign-in. */
    protected readonly unwritten = new Map<string, SsoToken>();

    /** The file of a session: the SHA-1 of its name, as the AWS CLI and the SDKs have it. */
    pathOf({ name }: SsoSession): string {
        return join(this.environment.ssoCacheFolder, `${createHash('sha1').update(name).digest('hex')}.json`);
    }

    /**
     * The session's token, whatever its age; `undefined` when there is none, or when the file is broken: then a sign-in overwrites it.
     *
     * @throws AwsAccountsError `fileUnreadable`
     */
    async read(session: SsoSession): Promise<SsoToken | undefined> {
        const unwritten = this.unwritten.get(session.name);
        if (unwritten) {
            return unwritten;
        }
        const path = this.pathOf(session);
        try {
            const token = await readSteadily(path, this.clock, SsoToken.parse);
            return typeof token === 'string' ? undefined : token;
        } catch (error) {
            throw AwsFailure.toError({ reason: 'fileUnreadable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
        }
    }

    /**
     * Writes a token (0600, atomically). Where that is impossible the token is kept for this process.
     *
     * @returns why the token could not be written, if so
     */
    async write(session: SsoSession, token: SsoToken): Promise<AwsFailure | undefined> {
        try {
            await writeAtomically(this.pathOf(session), JSON.stringify(token, undefined, 2));
            this.unwritten.delete(session.name);
            return undefined;
        } catch (error) {
            if (error instanceof Error && AwsAccountsError.is(error)) {
                this.unwritten.set(session.name, token);
                return error.data;
            }
            throw error;
        }
    }

    /** @throws AwsAccountsError `fileUnwritable` when the file exists and cannot be deleted */
    async delete(session: SsoSession): Promise<void> {
        const path = this.pathOf(session);
        this.unwritten.delete(session.name);
        try {
            await rm(path, { force: true });
        } catch (error) {
            throw AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
        }
    }
}
