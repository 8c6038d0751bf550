import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Container } from '@theia/core/shared/inversify';
import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { AwsEnvironment } from '../process/aws-environment';
import { Clock } from '../process/clock';
import { AwsClients } from '../http/aws-clients';
import { SsoServerSession } from '../sso/sso-server-session';
import type { SsoSession } from '../shared-config/sso-session';
import { SsoSignOut } from '../sso/sso-sign-out';
import { SsoToken } from '../sso/token/sso-token';
import { SsoTokenCache } from '../sso/token/sso-token-cache';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { SsoTokenRefresh } from '../sso/token/sso-token-refresh';
import { SsoTokenWatcher } from '../sso/token/sso-token-watcher';
import { tokenOfAnotherTool } from './emulator-token';
import { FakeClock } from './fake-clock';
import { ImpatientClients } from './sign-in-fixture';

export const MINUTE_MS = 60 * 1000;
export const HOUR_MS = 60 * MINUTE_MS;
const LONGEST_FILE_NAME = 255;

/** Resolves as soon as `fits` holds; for what happens by itself, as soon as the event loop gets to it. */
export async function until(fits: () => boolean): Promise<void> {
    while (!fits()) {
        await new Promise(resolve => setImmediate(resolve));
    }
}

/** Tokens of an emulator, on a home folder of its own; one fake clock rules both sides. */
export class TokenFixture {

    readonly clients = new ImpatientClients();
    /** The token manager and what it needs, as one process has them. */
    readonly container: Container;

    protected constructor(readonly home: string, readonly emulator: AwsSignInEmulator, readonly clock: FakeClock) {
        this.container = this.startProcess();
    }

    static async create(clock = new FakeClock()): Promise<TokenFixture> {
        const emulator = await AwsSignInEmulator.start({ now: () => clock.now() });
        process.env.AWS_ENDPOINT_URL = emulator.url;
        return new TokenFixture(await mkdtemp(join(tmpdir(), 'aws-accounts-tokens-')), emulator, clock);
    }

    async dispose(): Promise<void> {
        delete process.env.AWS_ENDPOINT_URL;
        await this.emulator.stop();
        await rm(this.home, { recursive: true, force: true });
    }

    /** Another process on the same home folder, as far as the product can tell. */
    startProcess(): Container {
        const { home, clock } = this;
        const container = new Container();
        const ssoCacheFolder = join(home, '.aws', 'sso', 'cache');
        container.bind(Clock).toConstantValue(clock);
        container
            .bind<AwsEnvironment>(AwsEnvironment)
            .toConstantValue({
                host: 'localhost', home, configFile: '', credentialsFile: '', ssoCacheFolder, loginCacheFolder: '', region: undefined,
                variables: {}
            });
        container.bind(AwsClients).toConstantValue(this.clients);
        for (const service of [SsoTokenCache, SsoTokenRefresh, SsoServerSession, SsoSignOut, SsoTokenManager, SsoTokenWatcher]) {
            container.bind(service).toSelf().inSingletonScope();
        }
        return container;
    }

    get manager(): SsoTokenManager {
        return this.container.get(SsoTokenManager);
    }

    get signOuts(): SsoSignOut {
        return this.container.get(SsoSignOut);
    }

    get cache(): SsoTokenCache {
        return this.container.get(SsoTokenCache);
    }

    /** A person signs in with another tool: a token of the emulator is written as the AWS CLI writes it, with `more` in it. */
    async signIn(session: SsoSession, more: Partial<SsoToken> = {}): Promise<SsoToken> {
        const token = { ...await tokenOfAnotherTool(this.emulator, session, ms => this.inMs(ms)), ...more };
        await this.writeText(session, JSON.stringify(token));
        this.emulator.forgetRequests();
        return token;
    }

    /** An instant `ms` from now, as the AWS CLI writes it. */
    inMs(ms: number): string {
        return new Date(this.clock.now() + ms).toISOString().replace(/\.\d+Z$/, 'Z');
    }

    async writeText(session: SsoSession, text: string): Promise<void> {
        const path = this.cache.pathOf(session);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
    }

    /** As on a read-only file system: the token can be read and not replaced, since no file can be made next to it. */
    async makeReadOnly(session: SsoSession): Promise<void> {
        const path = this.cache.pathOf(session);
        const elsewhere = join(this.home, 'x'.repeat(LONGEST_FILE_NAME));
        await rename(path, elsewhere);
        await symlink(elsewhere, path);
    }

    textOf(session: SsoSession): Promise<string> {
        return readFile(this.cache.pathOf(session), 'utf8');
    }

    async fileOf(session: SsoSession): Promise<SsoToken> {
        return JSON.parse(await this.textOf(session)) as SsoToken;
    }
}
