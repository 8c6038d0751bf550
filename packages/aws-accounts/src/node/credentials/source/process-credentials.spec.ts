import { access, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsFailure, ProcessTrouble } from '../../../common/state/aws-accounts-error';
import { CredentialsFixture } from '../test/credentials-fixture';

const KEYS = { Version: 1, AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

describe('credential_process', () => {

    let fixture: CredentialsFixture;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
    });

    afterEach(() => fixture.dispose());

    /** Makes `p` run a script of the shell, whose path has a space and a quote in it. */
    const script = async (text: string): Promise<void> => {
        const path = await fixture.write('my "tools"/print keys.sh', text);
        await fixture.config(`[profile p]\ncredential_process = /bin/sh '${path}' one "two three"\n`);
    };

    const counted = (text: string): string => `echo run >> '${fixture.home}/runs'\n${text}`;
    const runs = async (): Promise<number> => (await readFile(fixture.pathOf('runs'), 'utf8').catch(() => '')).split('run').length - 1;
    /** Resolves once the first run is counted: its file is there, and empty, before that. */
    const isRunning = async (): Promise<void> => {
        while (await runs() === 0) {
            await new Promise(resolve => setImmediate(resolve));
        }
    };
    const appears = async (file: string): Promise<void> => {
        while (!await access(fixture.pathOf(file)).then(() => true, () => false)) {
            await new Promise(resolve => setImmediate(resolve));
        }
    };

    it('gets its arguments as they are quoted, and no shell', async () => {
        await script(`printf '%s|' "$@" > '${fixture.home}/arguments'; printf '%s' '${JSON.stringify(KEYS)}'`);
        expect(await fixture.get('p')).to.include({ accessKeyId: KEYS.AccessKeyId, secretAccessKey: KEYS.SecretAccessKey });
        expect(await readFile(fixture.pathOf('arguments'), 'utf8')).to.equal('one|two three|');
    });

    it('may write the end of its credentials in the basic format', async () => {
        await script(`printf '%s' '${JSON.stringify({ ...KEYS, Expiration: '20991125T204021Z' })}'`);
        expect((await fixture.get('p')).expiration).to.deep.equal(new Date('2099-11-25T20:40:21Z'));
    });

    it('runs once however many ask, and not again while its credentials last', async () => {
        await script(
            counted(`printf '%s' '${JSON.stringify({ ...KEYS, Expiration: new Date(fixture.clock.now() + 3_600_000).toISOString() })}'`)
        );
        await Promise.all(Array.from({ length: 20 }, () => fixture.get('p')));
        fixture.clock.advance(54 * 60_000);
        await fixture.get('p');
        expect(await runs()).to.equal(1);
        fixture.clock.advance(2 * 60_000);
        await fixture.get('p');
        expect(await runs()).to.equal(2);
    });

    const failed = (detail: string, process: ProcessTrouble): AwsFailure => ({ reason: 'processFailed', detail, process });
    const malformed = (problem: string): AwsFailure => failed(problem, { kind: 'malformed', problem });
    const ends: [sentence: string, script: string, failure: AwsFailure][] = [
        [
            'what it said when it fails',
            'echo "vault is locked" >&2; exit 3',
            failed('3', { kind: 'exited', code: 3, said: 'vault is locked' })
        ],
        [
            'nothing secret of what it said',
            'echo "bad token wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" >&2; exit 1',
            failed('1', { kind: 'exited', code: 1, said: 'bad token [...]' })
        ],
        ['that it was killed', 'kill -9 $$', failed('killed', { kind: 'exited', code: undefined, said: '' })],
        ['output that is no JSON, without quoting it', 'echo hello', malformed('no JSON object')],
        ['another version', `echo '${JSON.stringify({ ...KEYS, Version: 2 })}'`, malformed('Version')],
        ['a missing key', `echo '${JSON.stringify({ ...KEYS, AccessKeyId: undefined })}'`, malformed('AccessKeyId')],
        ['a missing secret', `echo '${JSON.stringify({ ...KEYS, SecretAccessKey: '' })}'`, malformed('SecretAccessKey')],
        ['a date without a zone', `echo '${JSON.stringify({ ...KEYS, Expiration: '2099-01-01T00:00:00' })}'`, malformed('Expiration')],
        ['a date as a number', `echo '${JSON.stringify({ ...KEYS, Expiration: 4_070_908_800 })}'`, malformed('Expiration')],
        ['an empty date', `echo '${JSON.stringify({ ...KEYS, Expiration: '' })}'`, malformed('Expiration')],
        ['a date that is none', `echo '${JSON.stringify({ ...KEYS, Expiration: 'soon' })}'`, malformed('Expiration')],
        [
            'credentials that have expired',
            `echo '${JSON.stringify({ ...KEYS, Expiration: '2020-01-01T00:00:00Z' })}'`,
            { reason: 'expiredCredentials', detail: 'credential_process' }
        ]
    ];
    for (const [sentence, text, failure] of ends) {
        it(`tells ${sentence}`, async () => {
            await script(text);
            expect(await fixture.failure('p')).to.deep.equal({
                ...failure,
                subject: 'p',
                location: { file: fixture.pathOf('.aws', 'config'), line: 2 }
            });
        });
    }

    it('tells that there is no such program', async () => {
        await fixture.config('[profile p]\ncredential_process = /nowhere/tool --json\n');
        expect(await fixture.failure('p')).to.deep.include({ reason: 'processFailed', process: { kind: 'notStarted', code: 'ENOENT' } });
    });

    it('is ended after two minutes, with everything that it started', async () => {
        await script(`sleep 600 & echo $! > '${fixture.home}/child'; mv '${fixture.home}/child' '${fixture.home}/started'; wait`);
        const failing = fixture.failure('p');
        await appears('started');
        fixture.clock.advance(119_000);
        expect(fixture.clock.waits).to.equal(1);
        fixture.clock.advance(1000);
        expect(await failing).to.include({ reason: 'timedOut', subject: 'p' });
        const child = Number(await readFile(fixture.pathOf('started'), 'utf8'));
        await gone(child);
    });

    it('ends when the last of those who wait for it calls it off', async () => {
        await script(`echo $$ > '${fixture.home}/pid'; mv '${fixture.home}/pid' '${fixture.home}/started'; exec sleep 600`);
        const [first, second] = [new AbortController(), new AbortController()];
        const ends = [first, second].map(({ signal }) => fixture.get('p', { signal }).catch((error: unknown) => (error as Error).name));
        await appears('started');
        // The second one reads the files after the first; who asks later is answered later.
        expect(await fixture.failure('nobody')).to.include({ reason: 'profileNotFound' });
        first.abort();
        expect(await ends[0]).to.equal('AbortError');
        const pid = Number(await readFile(fixture.pathOf('started'), 'utf8'));
        expect(process.kill(pid, 0), 'somebody else still waits').to.equal(true);
        second.abort();
        expect(await ends[1]).to.equal('AbortError');
        await gone(pid);
    });

    it('runs anew for somebody who comes after it was called off', async () => {
        await script(counted(`test $(wc -l < '${fixture.home}/runs') -gt 1 || exec sleep 600; printf '%s' '${JSON.stringify(KEYS)}'`));
        const abort = new AbortController();
        const called = fixture.get('p', { signal: abort.signal }).catch(() => 'off');
        await isRunning();
        abort.abort();
        expect(await called).to.equal('off');
        expect((await fixture.get('p')).accessKeyId).to.equal(KEYS.AccessKeyId);
    });
});

/** Resolves as soon as there is no process `pid`: after the kill its parent has yet to be told. */
async function gone(pid: number): Promise<void> {
    for (; ;) {
        try {
            process.kill(pid, 0);
            if ((await readFile(`/proc/${pid}/stat`, 'utf8')).includes(') Z ')) {
                return;
            }
        } catch {
            return;
        }
        await new Promise(resolve => setImmediate(resolve));
    }
}
