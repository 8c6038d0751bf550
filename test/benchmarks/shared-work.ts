import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsAccounts } from 'theia-aws-accounts/lib/node/aws-accounts';
import { AwsConnectionProviders } from 'theia-aws-accounts/lib/node/connection-providers';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { TokenProcesses, SESSION } from '../faults/token-processes';
import { Figure, ms, report, run } from '../figures/figure';
import { askForCredentials, askForTokens } from '../figures/sdk-alone';

/*
 * Figure 7: how often the outside is asked when many need the same at once: credentials in one process, and a token that is refreshed by
 * 16 processes, with a refresh token that works once.
 */

const REQUESTS = 1_000;
const PROCESSES = 16;
/** Long enough for all processes to see the old token. */
const DELAY_MS = 2_000;

async function credentials(): Promise<Figure> {
    const fixture = await BackendFixture.create();
    const calls = fixture.pathOf('calls');
    const answer = fixture.pathOf('answer.json');
    await fixture.write('answer.json', JSON.stringify({
        Version: 1, AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        SessionToken: 'token', Expiration: new Date(Date.now() + 3_600_000).toISOString()
    }));
    await fixture.write('resolve.sh', `echo one >> ${calls}\ncat ${answer}\n`);
    await fixture.write('.aws/config', `[profile a]\nregion = eu-central-1\ncredential_process = sh ${fixture.pathOf('resolve.sh')}\n`);
    const backend = fixture.startBackend();
    await backend.get(AwsAccounts).restore();
    const provider = backend.get<AwsConnectionProviders>(AwsConnectionProviders).credentialProvider('profile:a');
    const start = performance.now();
    await Promise.all(Array.from({ length: REQUESTS }, () => provider()));
    const time = performance.now() - start;
    const resolutions = await linesOf(calls);
    await rm(calls);
    const alone = await askForCredentials(REQUESTS, 'a', fixture.pathOf('.aws/config'));
    const resolutionsAlone = await linesOf(calls);
    await fixture.dispose();
    return {
        number: 7, what: `${REQUESTS.toLocaleString('en')} requests for credentials of one profile at once`,
        measured: `${resolutions} resolution, ${ms(time)} for all`,
        beside: `SDK's provider alone: ${resolutionsAlone.toLocaleString('en')} resolutions, ${ms(alone)}`,
        limit: '1 resolution', bound: '1', holds: resolutions === 1
    };
}

async function linesOf(path: string): Promise<number> {
    return (await readFile(path, 'utf8')).trim().split('\n').length;
}

async function refreshes(): Promise<Figure> {
    const processes = await TokenProcesses.create();
    await processes.writeEndedToken();
    const started = await processes.start(PROCESSES);
    processes.emulator.faults.add({ operation: 'CreateToken', kind: 'delay', ms: DELAY_MS });
    started.forEach(process => process.order({ kind: 'getToken', session: SESSION }));
    const reports = await Promise.all(started.map(process => process.next('token')));
    const tokens = reports.filter(({ kind }) => kind === 'token').length;
    const asked = processes.emulator.count('CreateToken');
    await processes.dispose();
    const alone = await refreshesAlone();
    return {
        number: 7, what: `${PROCESSES} processes refresh one token that works once`, measured: `${asked} CreateToken, ${tokens} tokens`,
        beside: `SDK's provider alone: ${alone.asked} CreateToken, ${alone.tokens} tokens`,
        limit: `1 CreateToken, ${PROCESSES} tokens`, bound: '1', holds: asked === 1 && tokens === PROCESSES
    };
}

/** The same by the SDK's own token provider, which the files tell all that it needs. */
async function refreshesAlone(): Promise<{ readonly asked: number; readonly tokens: number }> {
    const { name, startUrl, region } = SESSION;
    const processes = await TokenProcesses.create();
    await processes.writeEndedToken();
    await writeFile(join(processes.home, '.aws', 'config'), [
        `[profile ${name}]`, `sso_session = ${name}`, `[sso-session ${name}]`, `sso_start_url = ${startUrl}`, `sso_region = ${region}`, ''
    ].join('\n'));
    processes.emulator.faults.add({ operation: 'CreateToken', kind: 'delay', ms: DELAY_MS });
    const tokens = await askForTokens(PROCESSES, name, processes.home, processes.emulator.url);
    const asked = processes.emulator.count('CreateToken');
    await processes.dispose();
    return { asked, tokens };
}

async function main(): Promise<void> {
    report(await credentials(), await refreshes());
}

run(main);
