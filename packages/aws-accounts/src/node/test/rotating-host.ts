import { readFile } from 'node:fs/promises';
import type { AwsCredentialIdentity } from '@smithy/types';
import { AwsCredentials } from '../credentials/aws-credentials';
import { DEV_KEYS } from '../credentials/test/credentials-fixture';
import type { BackendFixture } from './backend-fixture';
import type { FakeClock } from './fake-clock';
import { LocalService } from './local-service';

const PROFILES = `[profile dev]
${DEV_KEYS}[profile hosted]
role_arn = arn:aws:iam::111122223333:role/Deployer
role_session_name = ide
source_profile = dev
`;

/**
 * A host that replaces its credentials again and again: behind the address of a container, with another token each time, and behind a
 * program. They are such as AWS knows.
 */
export class RotatingHost {

    /** True while all requests are refused. */
    refuses = false;
    protected current: AwsCredentialIdentity | undefined;
    protected rotation = 0;

    protected constructor(
        protected readonly fixture: BackendFixture,
        protected readonly clock: FakeClock,
        protected readonly livesMs: number,
        readonly service: LocalService
    ) {}

    static async start(fixture: BackendFixture, clock: FakeClock, livesMs: number): Promise<RotatingHost> {
        const service = await LocalService.start(({ headers }) => host.answer(headers.authorization));
        const host: RotatingHost = new RotatingHost(fixture, clock, livesMs, service);
        await fixture.write(
            '.aws/config',
            `${PROFILES}[profile program]\ncredential_process = /bin/sh -c "echo run >> '${host.path(
                'runs'
            )}'; cat '${host.path('output')}'"\n`
        );
        await fixture.write('host/runs', '');
        await host.rotate();
        return host;
    }

    get accessKeyId(): string | undefined {
        return this.current?.accessKeyId;
    }

    get variables(): NodeJS.ProcessEnv {
        return {
            AWS_CONTAINER_CREDENTIALS_FULL_URI: `${this.service.url}/role`,
            AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: this.path('token')
        };
    }

    /** The host has new credentials, and a new token by which they are to be had. */
    async rotate(): Promise<void> {
        const minting = this.fixture.startBackend().get(AwsCredentials);
        this.current = { ...await minting.get('hosted'), expiration: new Date(this.clock.now() + this.livesMs) };
        this.rotation += 1;
        await this.fixture.write('host/token', this.token);
        await this.fixture.write('host/output', JSON.stringify({ Version: 1, ...this.body, SessionToken: this.current.sessionToken }));
    }

    /** Number of requests for credentials, by either way. */
    async resolutions(): Promise<number> {
        return this.service.requests.length + (await readFile(this.path('runs'), 'utf8')).split('\n').length - 1;
    }

    protected answer(authorization: string | undefined): { status: number; body: unknown } {
        return this.refuses || authorization !== this.token ? { status: 403, body: {} } : { status: 200, body: this.body };
    }

    protected get body(): { readonly [name: string]: string | undefined } {
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = this.current ?? {};
        return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: sessionToken, Expiration: expiration?.toISOString() };
    }

    protected get token(): string {
        return `token of rotation ${this.rotation}`;
    }

    protected path(name: string): string {
        return this.fixture.pathOf('host', name);
    }
}
