import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { decideInBrowser } from 'theia-aws-accounts/lib/node/test/person-with-browser';
import { Figure, ms, report, run, shortest } from '../figures/figure';

/*
 * Figure 8: the time from the approval in the browser until the window has the outcome of the sign-in, by code and by redirect.
 */

const ROUNDS = 8;
/** Longest delay after the next poll of the server's interval, in milliseconds. */
const MOST_AFTER_INTERVAL_MS = 50;
const MOST_BY_REDIRECT_MS = 200;

interface SignIn {
    /** Milliseconds from the approval. */
    readonly time: number;
    /** Milliseconds of the processor in that time. */
    readonly processor: number;
    /** The interval that the server told. */
    readonly intervalMs: number;
}

async function byCode(): Promise<SignIn> {
    const fixture = await BackendFixture.create();
    const { server, client } = fixture.openWindow(fixture.startBackend());
    await server.attach(undefined);
    const signingIn = server.signIn({ signInId: 'one', target: { kind: 'builderId' }, flow: 'deviceCode' });
    await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
    fixture.emulator.approve();
    const approved = performance.now();
    const before = process.cpuUsage();
    await signingIn;
    const time = performance.now() - approved;
    const { user, system } = process.cpuUsage(before);
    const { pollInterval } = fixture.emulator.settings;
    await fixture.dispose();
    return { time, processor: (user + system) / 1_000, intervalMs: pollInterval * 1_000 };
}

async function byRedirect(): Promise<number> {
    const fixture = await BackendFixture.create();
    const { server, client } = fixture.openWindow(fixture.startBackend());
    await server.attach(undefined);
    const signingIn = server.signIn({ signInId: 'one', target: { kind: 'builderId' }, flow: 'authorizationCode' });
    await client.until(() => client.progress.some(({ kind }) => kind === 'browser'));
    const [address] = client.progress.flatMap(progress => progress.kind === 'browser' ? [progress.authorizeUrl] : []);
    const approved = performance.now();
    await Promise.all([decideInBrowser(address, 'allow'), signingIn]);
    const time = performance.now() - approved;
    await fixture.dispose();
    return time;
}

async function main(): Promise<void> {
    const codes = [];
    const redirects = [];
    for (let round = 0; round < ROUNDS; round += 1) {
        codes.push(await byCode());
        redirects.push(await byRedirect());
    }
    const [{ intervalMs }] = codes;
    const code = shortest(codes.map(({ time }) => time));
    const processor = shortest(codes.map(one => one.processor));
    const redirect = shortest(redirects);
    const figures: Figure[] = [
        {
            number: 8, what: 'from the approval to the outcome, by code', measured: `${ms(code)}, ${ms(processor)} of processor time`,
            beside: `interval of the server ${ms(intervalMs)}`,
            limit: `interval + ${MOST_AFTER_INTERVAL_MS} ms`, bound: 'the interval', holds: code <= intervalMs + MOST_AFTER_INTERVAL_MS
        },
        {
            number: 8, what: 'from the approval to the outcome, by redirect', measured: ms(redirect), beside: '',
            limit: `${MOST_BY_REDIRECT_MS} ms`,
            bound: 'two requests', holds: redirect <= MOST_BY_REDIRECT_MS
        }
    ];
    report(...figures);
}

run(main);
