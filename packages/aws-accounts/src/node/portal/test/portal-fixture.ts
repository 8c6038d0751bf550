import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { injectable } from '@theia/core/shared/inversify';
import type { SSOClient } from '@aws-sdk/client-sso';
import { AwsSignInEmulator, largeOrganisation, Organisation } from 'aws-sign-in-emulator';
import { AwsConnection } from '../../../common/connection/aws-connection';
import { Clock } from '../../process/clock';
import { AwsClients } from '../../http/aws-clients';
import { NetworkSettings } from '../../http/network-settings';
import { BackendFixture, OpenedWindow, SnapshotServer } from '../../test/backend-fixture';
import type { RecordingClient } from '../../test/recording-client';
import { FakeClock } from '../../test/fake-clock';
import type { SsoSession } from '../../shared-config/sso-session';
import { RateLimiter } from '../rate-limiter';
import { PortalCalls } from '../portal-calls';

export const CORP = AwsConnection.ssoSessionId('corp');

/** Time that passes only while no call of the portal is under way, so that calls reach the emulator at the instant at which they began. */
export class PortalClock extends FakeClock {

    protected underWay = 0;
    protected quiet: (() => void)[] = [];

    constructor() {
        super(undefined, true);
    }

    begin(): void {
        this.underWay += 1;
    }

    end(): void {
        this.underWay -= 1;
        if (this.underWay === 0) {
            this.quiet.splice(0).forEach(resume => resume());
        }
    }

    override async delay(ms: number, signal?: AbortSignal): Promise<void> {
        while (this.underWay > 0) {
            await new Promise<void>(resolve => this.quiet.push(resolve));
        }
        await super.delay(ms, signal);
    }
}

/** A backend signed in to an organization, with a portal that allows 20 calls a second; one clock rules both sides. */
export class PortalFixture {
    protected constructor(
        readonly backend: BackendFixture,
        readonly clock: PortalClock,
        readonly container: ReturnType<BackendFixture['startBackend']>,
        readonly organisation: Organisation
    ) { }

    static async create(organisation: Organisation = largeOrganisation(700, 5)): Promise<PortalFixture> {
        const clock = new PortalClock();
        const backend = await BackendFixture.create({ organisation, now: () => clock.now() });
        const { startUrl, region } = organisation.directories[0];
        await backend.write('.aws/config', `[sso-session corp]\nsso_start_url = ${startUrl}\nsso_region = ${region}\n`);
        const container = backend.startBackend();
        container.rebind(Clock).toConstantValue(clock);
        container.rebind(AwsClients).toConstantValue(new WatchedClients(clock));
        container.rebind(PortalCalls).toConstantValue(container.resolve(WatchedCalls));
        return new PortalFixture(backend, clock, container, organisation);
    }

    get emulator(): AwsSignInEmulator {
        return this.backend.emulator;
    }

    async openWindow(): Promise<OpenedWindow> {
        const window = this.backend.openWindow(this.container);
        await window.server.attach(undefined);
        return window;
    }

    /** Signs in to the organization as a person would. */
    async signIn(server: SnapshotServer, client: RecordingClient): Promise<void> {
        const shown = client.progress.length;
        const signingIn = server.signIn({ signInId: 'one', target: { kind: 'connection', connectionId: CORP } });
        await client.until(() => client.progress.slice(shown).some(({ kind }) => kind === 'deviceCode'));
        this.emulator.approve();
        await signingIn;
        this.emulator.forgetRequests();
        this.emulator.settings.portalCallsPerSecond = 20;
    }

    /** Another tool has signed in, for other things. */
    async grantOnly(...scopes: readonly string[]): Promise<void> {
        for (const path of await this.tokenFiles()) {
            await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), scopes }));
        }
    }

    async signOutElsewhere(): Promise<void> {
        await Promise.all((await this.tokenFiles()).map(path => rm(path)));
    }

    protected async tokenFiles(): Promise<string[]> {
        const folder = this.backend.pathOf('.aws', 'sso', 'cache');
        return (await readdir(folder)).filter(file => /^[0-9a-f]{40}\.json$/.test(file)).map(file => join(folder, file));
    }

    /** Outcomes of the calls of an operation. */
    outcomes(operation: string): readonly (number | string)[] {
        return this.emulator.requests.filter(request => request.operation === operation).map(({ outcome }) => outcome);
    }

    dispose(): Promise<void> {
        return this.backend.dispose();
    }
}

class WatchedClients extends AwsClients {

    protected override readonly network = new NetworkSettings();

    constructor(protected readonly clock: PortalClock) {
        super();
    }

    override async portalOnce(region: string, caBundle?: string): Promise<SSOClient> {
        const known = this.portalsOnce.size;
        const made = super.portalOnce(region, caBundle);
        const isNew = this.portalsOnce.size > known;
        const client = await made;
        if (isNew) {
            client.middlewareStack.add(next => args => next(args).finally(() => this.clock.end()), { step: 'initialize', name: 'watched' });
        }
        return client;
    }
}

@injectable()
class WatchedCalls extends PortalCalls {

    protected override paceOf(session: SsoSession): RateLimiter {
        const isNew = this.paces.size === 0;
        const pace = super.paceOf(session);
        if (isNew) {
            const turn = pace.turn.bind(pace);
            pace.turn = signal => turn(signal).then(() => (this.clock as PortalClock).begin());
        }
        return pace;
    }
}
