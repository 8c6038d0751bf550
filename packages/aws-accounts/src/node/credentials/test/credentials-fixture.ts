import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AwsCredentialIdentity } from '@smithy/types';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { CallerIdentity } from '../../../common/state/connection-state';
import backendModule from '../../aws-accounts-backend-module';
import { AwsEnvironment } from '../../process/aws-environment';
import { Clock, SystemClock } from '../../process/clock';
import { FakeClock } from '../../test/fake-clock';
import { AwsCredentials } from '../aws-credentials';
import { CallerIdentityService } from '../caller-identity-service';
import type { ResolutionContext } from '../resolution/resolution-context';

/** The users of the emulator's sample organization, as profiles of the credentials file would hold them. */
export const DEV_KEYS = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n';
export const STAGING_KEYS = 'aws_access_key_id = AKIAI44QH8DHBEXAMPLE\naws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY\n';
export const CAREFUL_KEYS = 'aws_access_key_id = AKIAJQ6MFAUSEREXAMPL\naws_secret_access_key = ZkQ9c0mfaUserSecretAccessKey/EXAMPLEKEY0\n';

/**
 * Resolves profiles of a home folder of its own against an emulator of its own. The time is the spec's, and begins with the real one:
 * requests are signed by that.
 */
export class CredentialsFixture {

    readonly container = new Container();
    protected readonly variables = new Map<string, string | undefined>();

    protected constructor(readonly home: string, readonly emulator: AwsSignInEmulator, readonly clock: FakeClock) {
        this.container.load(backendModule);
        this.container.bind(ILogger).to(MockLogger);
        this.container.rebind(Clock).toConstantValue(clock);
        this.container.rebind<AwsEnvironment>(AwsEnvironment).toConstantValue({
            host: 'localhost',
            home,
            configFile: join(home, '.aws', 'config'),
            credentialsFile: join(home, '.aws', 'credentials'),
            ssoCacheFolder: join(home, '.aws', 'sso', 'cache'),
            loginCacheFolder: join(home, 'login'),
            region: undefined,
            variables: process.env
        });
    }

    static async create(): Promise<CredentialsFixture> {
        const emulator = await AwsSignInEmulator.start();
        const fixture = new CredentialsFixture(
            await mkdtemp(join(tmpdir(), 'aws-accounts-credentials-')),
            emulator,
            new FakeClock(Date.now())
        );
        fixture.setVariable('AWS_ENDPOINT_URL', emulator.url);
        fixture.setVariable('AWS_EC2_METADATA_DISABLED', 'true');
        return fixture;
    }

    async dispose(): Promise<void> {
        for (const [name, value] of this.variables) {
            this.restore(name, value);
        }
        this.container.unbindAll();
        await this.emulator.stop();
        await rm(this.home, { recursive: true, force: true });
    }

    get credentials(): AwsCredentials {
        return this.container.get(AwsCredentials);
    }

    pathOf(...parts: string[]): string {
        return join(this.home, ...parts);
    }

    async write(path: string, text: string): Promise<string> {
        await mkdir(dirname(this.pathOf(path)), { recursive: true });
        await writeFile(this.pathOf(path), text);
        return this.pathOf(path);
    }

    config(text: string): Promise<string> {
        return this.write('.aws/config', text);
    }

    /** Sets a variable until the fixture ends. */
    setVariable(name: string, value: string | undefined): void {
        if (!this.variables.has(name)) {
            this.variables.set(name, process.env[name]);
        }
        this.restore(name, value);
    }

    get(profile: string, context?: ResolutionContext): Promise<AwsCredentialIdentity> {
        return this.credentials.get(profile, context);
    }

    async identity(profile: string, context?: ResolutionContext): Promise<CallerIdentity> {
        return this.container.get(CallerIdentityService).identify(await this.get(profile, context), 'eu-central-1', profile);
    }

    /** Pauses between attempts pass by themselves from now on: for specs in which something is not there. */
    useRealTime(): void {
        this.container.rebind(Clock).to(SystemClock).inSingletonScope();
    }

    /** Reason why the profile gives no identity. */
    async failure(profile: string, context?: ResolutionContext): Promise<AwsFailure> {
        const failed = await this.identity(profile, context).then(
            identity => new Error(`It is ${identity.arn}.`),
            (error: unknown) => error
        );
        return AwsFailure.of(failed);
    }

    protected restore(name: string, value: string | undefined): void {
        if (value === undefined) {
            delete process.env[name];
        } else {
            process.env[name] = value;
        }
    }
}
