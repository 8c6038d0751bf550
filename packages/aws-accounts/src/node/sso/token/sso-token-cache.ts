import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsEnvironment } from '../../process/aws-environment';
import { Clock } from '../../process/clock';
import { removeWithDrafts, writeAtomically } from '../../files/atomic-file';
import { readSteadily } from '../../files/steady-read';
import { RegisteredScopes } from './registered-scopes';
import type { SsoSession } from '../../shared-config/sso-session';
import { SsoToken } from './sso-token';

/** Knowledge of this process that is newer than a file that it cannot write. */
interface Unsaved {
    /** `undefined`: the person signed out. */
    readonly token: SsoToken | undefined;
    /** Content of the file. When it changes, another process could write it, and the file counts again. */
    readonly inFile: string | undefined;
    readonly failure?: AwsFailure;
}

/** The token files in `~/.aws/sso/cache`, shared with the AWS CLI and the SDKs. */
@injectable()
export class SsoTokenCache {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(Clock) protected readonly clock: Clock;

    /** By session name. A token that cannot be written serves this process: it is worth more than a sign-in. */
    protected readonly unsaved = new Map<string, Unsaved>();
    protected readonly paths = new Map<string, string>();
    protected readonly registeredScopes = new RegisteredScopes();

    /** The file of a session: the SHA-1 of its name, as the AWS CLI and the SDKs have it. */
    pathOf({ name }: SsoSession): string {
        const known = this.paths.get(name);
        if (known !== undefined) {
            return known;
        }
        const path = join(this.environment.ssoCacheFolder, `${createHash('sha1').update(name).digest('hex')}.json`);
        this.paths.set(name, path);
        return path;
    }

    /**
     * The sessions that `look` may find a token of. One look at the folder leaves out those that have no file: a person with fifty sessions
     * is signed in to a few.
     */
    async withToken(sessions: readonly SsoSession[]): Promise<readonly SsoSession[]> {
        const files = await readdir(this.environment.ssoCacheFolder).then(
            names => new Set(names),
            ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR' ? new Set<string>() : undefined
        );
        // A folder may let its files be read and not be listed.
        return files === undefined ? sessions : sessions.filter(session =>
            files.has(basename(this.pathOf(session))) || this.unsaved.has(session.name)
        );
    }

    /**
     * The session's token, whatever its age; `undefined` when there is none, or when the file is broken: then a sign-in overwrites it.
     *
     * @throws AwsAccountsError `fileUnreadable`
     */
    async read(session: SsoSession): Promise<SsoToken | undefined> {
        const found = await this.look(session);
        return typeof found === 'string' ? undefined : found;
    }

    /** As `read`, with no token and a broken file told apart. */
    async look(session: SsoSession): Promise<SsoToken | 'missing' | 'broken'> {
        const unsaved = this.unsaved.get(session.name);
        if (unsaved === undefined) {
            return this.withScopes(await this.readOwn(session));
        }
        if (unsaved.inFile === await this.accessTokenInFile(session)) {
            return unsaved.token && SsoToken.isOf(unsaved.token, session) ? unsaved.token : 'missing';
        }
        this.unsaved.delete(session.name);
        return this.withScopes(await this.readOwn(session));
    }

    /** Reason why the session's token is only in this process and will be gone with it; `undefined` when it is in its file. */
    whyUnsaved({ name }: SsoSession): AwsFailure | undefined {
        return this.unsaved.get(name)?.failure;
    }

    /**
     * Writes a token (0600, atomically). Where that is impossible the token is kept for this process.
     *
     * @returns why the token could not be written, if so
     */
    async write(session: SsoSession, token: SsoToken): Promise<AwsFailure | undefined> {
        try {
            await writeAtomically(this.pathOf(session), JSON.stringify(token, undefined, 2));
            this.unsaved.delete(session.name);
            return undefined;
        } catch (error) {
            const failure = AwsFailure.of(error);
            this.unsaved.set(session.name, { token, failure, inFile: await this.accessTokenInFile(session) });
            return failure;
        }
    }

    /** @throws AwsAccountsError `fileUnwritable` when the file exists and cannot be deleted */
    async delete(session: SsoSession): Promise<void> {
        await removeWithDrafts(this.pathOf(session));
        this.unsaved.delete(session.name);
    }

    /** Forgets a token that AWS accepts no longer, where its file cannot be deleted. */
    async disown(session: SsoSession): Promise<void> {
        this.unsaved.set(session.name, { token: undefined, inFile: await this.accessTokenInFile(session) });
    }

    protected async withScopes<T extends string>(found: SsoToken | T): Promise<SsoToken | T> {
        if (typeof found === 'string' || found.scopes !== undefined || found.clientId === undefined) {
            return found;
        }
        const scopes = await this.registeredScopes.of(found.clientId, this.environment.ssoCacheFolder);
        return scopes ? { ...found, scopes } : found;
    }

    /** The token of another start URL or region stays where it is until a sign-in replaces it, or its session comes back. */
    protected async readOwn(session: SsoSession): Promise<SsoToken | 'missing' | 'broken'> {
        const found = await this.readFile(session);
        return typeof found === 'string' || SsoToken.isOf(found, session) ? found : 'missing';
    }

    /** A file that cannot be read holds nothing that could be newer. */
    protected async accessTokenInFile(session: SsoSession): Promise<string | undefined> {
        const found = await this.readFile(session).catch(() => 'unreadable' as const);
        return typeof found === 'string' ? undefined : found.accessToken;
    }

    protected async readFile(session: SsoSession): Promise<SsoToken | 'missing' | 'broken'> {
        const path = this.pathOf(session);
        try {
            return await readSteadily(path, this.clock, SsoToken.parse);
        } catch (error) {
            throw AwsFailure.toError({ reason: 'fileUnreadable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
        }
    }
}
