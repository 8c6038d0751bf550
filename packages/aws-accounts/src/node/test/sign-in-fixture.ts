import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from '@theia/core/shared/inversify';
import { AwsSignInEmulator, sampleOrganisation } from 'aws-sign-in-emulator';
import { AwsScopes } from '../../common/token-service/aws-scopes';
import type { SignInProgress } from '../../common/sign-in/sign-in';
import { AwsEnvironment } from '../process/aws-environment';
import { Clock } from '../process/clock';
import { AwsClients, REQUEST_HANDLER_OPTIONS } from '../http/aws-clients';
import { NetworkSettings } from '../http/network-settings';
import { AuthorizationCodeFlow } from '../sso/flow/authorization-code-flow';
import { ClientRegistrations } from '../sso/flow/client-registration';
import { DeviceCodeFlow } from '../sso/flow/device-code-flow';
import { PendingRedirects } from '../sso/flow/pending-redirects';
import { SignInFlows } from '../sso/flow/sign-in-flows';
import { StartPages } from '../sso/flow/start-pages';
import { BUILDER_ID_SESSION, SsoSession } from '../shared-config/sso-session';
import { SsoSignIn, SsoSignInOptions, SsoSignInOutcome } from '../sso/sso-sign-in';
import { SsoTokenCache } from '../sso/token/sso-token-cache';
import { FakeClock } from './fake-clock';

/** The session of an organization that the emulator knows. */
export const CORP_SESSION: SsoSession = { name: 'corp', startUrl: sampleOrganisation.directories[0].startUrl, region: 'eu-central-1' };

/** Gives up on a silent server as soon as a spec says. */
export class ImpatientClients extends AwsClients {

    protected override readonly network = new NetworkSettings();
    protected override timeouts = REQUEST_HANDLER_OPTIONS;

    giveUpAfter(ms: number): void {
        this.timeouts = { ...this.timeouts, requestTimeout: ms, socketTimeout: ms };
    }
}

/** The parts of a sign-in, on a home folder and an emulator of its own; one fake clock rules both sides. */
export class SignInFixture {

    readonly container = new Container();
    readonly clients = new ImpatientClients();
    readonly progress: SignInProgress[] = [];
    readonly abort = new AbortController();
    /** Called as soon as the window is told something. */
    onProgress: (progress: SignInProgress) => void = () => undefined;

    protected constructor(readonly home: string, readonly emulator: AwsSignInEmulator, readonly clock: FakeClock) {
        const ssoCacheFolder = this.cacheFolder;
        this.container.bind(Clock).toConstantValue(clock);
        this.container
            .bind<AwsEnvironment>(AwsEnvironment)
            .toConstantValue({
                host: 'localhost', home, configFile: '', credentialsFile: '', ssoCacheFolder, loginCacheFolder: '', region: undefined,
                variables: {}
            });
        this.container.bind(AwsClients).toConstantValue(this.clients);
        for (const service of [
            ClientRegistrations,
            DeviceCodeFlow,
            AuthorizationCodeFlow,
            PendingRedirects,
            StartPages,
            SignInFlows,
            SsoTokenCache,
            SsoSignIn
        ]) {
            this.container.bind(service).toSelf().inSingletonScope();
        }
    }

    static async create(clock = FakeClock.jumping()): Promise<SignInFixture> {
        const emulator = await AwsSignInEmulator.start({ now: () => clock.now() });
        process.env.AWS_ENDPOINT_URL = emulator.url;
        return new SignInFixture(await mkdtemp(join(tmpdir(), 'aws-accounts-sign-in-')), emulator, clock);
    }

    async dispose(): Promise<void> {
        delete process.env.AWS_ENDPOINT_URL;
        this.abort.abort();
        await this.emulator.stop();
        await rm(this.home, { recursive: true, force: true });
    }

    get cacheFolder(): string {
        return join(this.home, '.aws', 'sso', 'cache');
    }

    get signIns(): SsoSignIn {
        return this.container.get(SsoSignIn);
    }

    signIn(flow: SsoSignInOptions['flow'], session: SsoSession = BUILDER_ID_SESSION, signInId = 'one'): Promise<SsoSignInOutcome> {
        const scopes = session === BUILDER_ID_SESSION ? AwsScopes.CODEWHISPERER : [AwsScopes.ACCOUNT_ACCESS];
        return this.signIns.signIn(session, {
            signInId, flow, scopes, signal: this.abort.signal,
            onProgress: progress => {
                this.progress.push(progress);
                this.onProgress(progress);
            }
        });
    }

    /** Allows a sign-in by device code as soon as its code is shown. */
    approveCodes(): void {
        this.onProgress = ({ kind }) => {
            if (kind === 'deviceCode') {
                this.emulator.approve();
            }
        };
    }

    /** The files of the SSO cache, parsed, by name. */
    async cached(): Promise<{ [name: string]: Record<string, unknown> }> {
        const names = await readdir(this.cacheFolder).catch((error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT') {
                return [];
            }
            throw error;
        });
        return Object.fromEntries(
            await Promise.all(names.map(async name => [name, JSON.parse(await readFile(join(this.cacheFolder, name), 'utf8'))]))
        );
    }
}
