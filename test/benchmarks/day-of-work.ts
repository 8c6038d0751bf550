import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Disposable } from '@theia/core/lib/common/disposable';
import type { Container } from '@theia/core/shared/inversify';
import { sampleOrganisation } from 'aws-sign-in-emulator';
import { AwsAccounts } from 'theia-aws-accounts/lib/node/aws-accounts';
import { AwsConnectionProviders } from 'theia-aws-accounts/lib/node/connection-providers';
import { ConnectionStore } from 'theia-aws-accounts/lib/node/connection/connection-store';
import { Clock } from 'theia-aws-accounts/lib/node/process/clock';
import { BackendFixture, OpenedWindow } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { FakeClock } from 'theia-aws-accounts/lib/node/test/fake-clock';
import { Figure, report, run } from '../figures/figure';

/*
 * Figure 11: 24 hours of a backend by a simulated clock. A token lives for an hour and is refreshed, a program gives other credentials
 * every five minutes, another tool writes the config file, windows come and go. Handles, timers, listeners and memory are level at the end.
 */

const STEP_MS = 5 * 60_000;
const STEPS = 24 * 12;
/** Two hours: by then everything has been loaded and used. */
const WARM = 24;
const WINDOWS = 3;
const MOST_GROWTH_MIB = 4;
const CORP = 'sso-session:corp';
const [{ startUrl }] = sampleOrganisation.directories;

interface Level {
    readonly handles: number;
    readonly waits: number;
    readonly listeners: number;
    readonly heap: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Longest wait, in milliseconds, of a poll, a lock or a second look; others wait for an end in the course of the day. */
const SHORT_MS = 10_000;

/** Tells who begins a short wait, so that the time passes as fast as it is waited for. */
class DayClock extends FakeClock {

    protected readonly begun: number[] = [];
    protected wake: () => void = () => undefined;

    override delay(ms: number, signal?: AbortSignal): Promise<void> {
        const waiting = super.delay(ms, signal);
        if (ms <= SHORT_MS) {
            this.begun.push(ms);
            this.wake();
        }
        return waiting;
    }

    /** Lets each short wait pass until `work` has come to its end. */
    async passWhile<T>(work: Promise<T>): Promise<T> {
        let done = false;
        const ending = work.finally(() => {
            done = true;
            this.wake();
        });
        while (!done) {
            const ms = this.begun.shift();
            if (ms !== undefined) {
                this.advance(ms);
            } else {
                await new Promise<void>(resolve => this.wake = resolve);
            }
        }
        return ending;
    }
}

class Day {

    readonly clock = new DayClock(Date.now());
    protected windows: OpenedWindow[] = [];

    protected constructor(protected readonly fixture: BackendFixture, protected readonly backend: Container) { }

    static async begin(): Promise<Day> {
        const time = { now: () => Date.now() };
        const fixture = await BackendFixture.create({ now: () => time.now() });
        fixture.emulator.settings.sessionLifetime = 7 * 24 * 3_600;
        const day = new Day(fixture, fixture.startBackend());
        time.now = () => day.clock.now();
        day.backend.rebind(Clock).toConstantValue(day.clock);
        await day.rotate(0);
        await day.writeConfig(0);
        await day.signIn();
        return day;
    }

    protected async signIn(): Promise<void> {
        const { server, client } = this.openWindow();
        await server.attach(undefined);
        const signingIn = server.signIn({ signInId: 'one', target: { kind: 'connection', connectionId: CORP }, flow: 'deviceCode' });
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        this.fixture.emulator.approve();
        await this.clock.passWhile(signingIn);
    }

    protected openWindow(): OpenedWindow {
        const window = this.fixture.openWindow(this.backend);
        this.windows.push(window);
        return window;
    }

    /** As Theia does when the connection of a window ends. */
    protected close(window: OpenedWindow | undefined): void {
        window?.server.dispose();
        (window?.roles as Partial<Disposable> | undefined)?.dispose?.();
    }

    protected async writeConfig(step: number): Promise<void> {
        await this.fixture.write('.aws/config', `[sso-session corp]
sso_start_url = ${startUrl}
sso_region = eu-central-1
sso_registration_scopes = sso:account:access
[profile other${step % 2}]
region = eu-west-${step % 3 + 1}
[profile program]
credential_process = sh ${this.fixture.pathOf('resolve.sh')}
`);
    }

    /** Credentials that end a little after the next step. */
    protected async rotate(step: number): Promise<void> {
        await this.fixture.write('resolve.sh', `echo one >> ${this.fixture.pathOf('calls')}\ncat ${this.fixture.pathOf('answer.json')}\n`);
        await this.fixture.write('answer.json', JSON.stringify({
            Version: 1, AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: `secret${step}`, SessionToken: 'token',
            Expiration: new Date(this.clock.now() + STEP_MS).toISOString()
        }));
    }

    async step(step: number): Promise<void> {
        this.clock.advance(STEP_MS);
        await this.rotate(step);
        await this.writeConfig(step);
        const window = this.openWindow();
        await this.clock.passWhile(window.server.attach('file:///workspace'));
        while (this.windows.length > WINDOWS) {
            this.close(this.windows.shift());
        }
        const providers = this.backend.get<AwsConnectionProviders>(AwsConnectionProviders);
        await this.clock.passWhile(Promise.all([
            this.backend.get(AwsAccounts).refresh(),
            providers.credentialProvider('profile:program')(),
            providers.tokenProvider(CORP, ['sso:account:access'])()
        ]));
    }

    /** Counts the calls of the outside. */
    async calls(): Promise<string> {
        const resolutions = (await readFile(this.fixture.pathOf('calls'), 'utf8')).trim().split('\n').length;
        return `${this.fixture.emulator.count('CreateToken')} CreateToken, ${resolutions} resolutions`;
    }

    async level(): Promise<Level> {
        await new Promise(setImmediate);
        collectGarbage();
        return {
            handles: process.getActiveResourcesInfo().filter(kind => kind !== 'Immediate').length,
            waits: this.clock.waits,
            listeners: this.backend.get(ConnectionStore)['changed']['_callbacks']?.length ?? 0,
            heap: process.memoryUsage().heapUsed / 2 ** 20
        };
    }

    async end(): Promise<void> {
        this.windows.forEach(window => this.close(window));
        await this.fixture.dispose();
    }
}

async function main(): Promise<void> {
    const day = await Day.begin();
    let warm: Level | undefined;
    for (let step = 1; step <= STEPS; step += 1) {
        await day.step(step);
        warm = step === WARM ? await day.level() : warm;
    }
    const end = await day.level();
    const calls = await day.calls();
    await day.end();
    const told = ({ handles, waits, listeners, heap }: Level): string =>
        `${handles} handles, ${waits} waits, ${listeners} listeners, ${heap.toFixed(1)} MiB`;
    const before = warm ?? end;
    const figure: Figure = {
        number: 11, what: `24 hours of the backend on a simulated clock: ${STEPS} rotations, file changes and windows`,
        measured: `${told(end)}; ${calls}`,
        beside: `after two hours: ${told(before)}`, limit: `level; memory + ${MOST_GROWTH_MIB} MiB`, bound: 'level',
        holds: end.handles <= before.handles && end.waits <= before.waits && end.listeners <= before.listeners &&
            end.heap - before.heap <= MOST_GROWTH_MIB
    };
    report(figure);
}

run(main);
