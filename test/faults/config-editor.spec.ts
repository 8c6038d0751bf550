import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import type { ConfigChange } from 'theia-aws-accounts/lib/node/shared-config/editor/config-change';
import { parseIni } from 'theia-aws-accounts/lib/node/shared-config/ini/ini-document';

/** Large enough that writing it takes a while. */
const PADDING = Array.from({ length: 1_000 }, (_, index) => `[profile p${index}]\n# ${'x'.repeat(40)}\nregion = eu-central-1\n\n`).join('');
const set = (profile: string, key: string, value: string): ConfigChange => ({
    kind: 'setKey', section: { kind: 'profile', name: profile }, key, value
});

/** A process that makes edits, one after the other, until it has made all of them or is killed. */
class Writer {

    made = -1;
    protected readonly ended: Promise<unknown>;

    protected constructor(protected readonly child: ChildProcess, protected readonly edits: readonly (readonly ConfigChange[])[]) {
        this.ended = once(child, 'exit');
        child.on('message', (message: { made: number }) => (this.made = message.made));
    }

    static async start(home: string, edits: readonly (readonly ConfigChange[])[]): Promise<Writer> {
        const child = fork(join(__dirname, 'config-writer.js'), [home], { execArgv: [] });
        await once(child, 'message');
        return new Writer(child, edits);
    }

    begin(): void {
        this.child.send(this.edits);
    }

    /** Resolves when the edit with this index is made. */
    async hasMade(index: number): Promise<void> {
        while (this.made < index) {
            await Promise.race([once(this.child, 'message'), this.ended.then(() => Promise.reject(new Error('ended too early')))]);
        }
    }

    async kill(): Promise<void> {
        this.child.kill('SIGKILL');
        await this.ended;
    }

    async finish(): Promise<void> {
        await this.ended;
        expect([this.child.exitCode, this.made]).to.deep.equal([0, this.edits.length - 1]);
    }
}

describe('The config editor', () => {

    let home: string;
    let config: string;

    beforeEach(async () => {
        home = await mkdtemp(join(tmpdir(), 'aws-accounts-faults-'));
        config = join(home, '.aws', 'config');
        await mkdir(join(home, '.aws'));
    });

    afterEach(() => rm(home, { recursive: true, force: true }));

    /** The number that stands at both ends of the file; throws if the file is not whole. */
    function countIn(text: string): number {
        const [, first, last] =
            /^\[profile first\]\ncount = (\d+)\n\n(?:\[profile p.*\n.*\n.*\n\n){1000}\[profile last\]\ncount = (\d+)\n$/.exec(text) ?? [];
        expect(first, `torn: ${text.length} characters that end with ${JSON.stringify(text.slice(-40))}`)
            .to.be.a('string').that.equals(last);
        return Number(first);
    }

    const hasLock = (): boolean => lstatSync(`${config}.lock`, { throwIfNoEntry: false }) !== undefined;

    it('leaves a whole file behind when it is killed at random points of 500 writes, and its lock is free for the next', async () => {
        await writeFile(config, `[profile first]\ncount = 0\n\n${PADDING}[profile last]\ncount = 0\n`);
        const reading = new AbortController();
        let reads = 0;
        const reader = (async () => {
            for (; !reading.signal.aborted; reads += 1) {
                countIn(await readFile(config, 'utf8'));
            }
        })();
        let [count, locksLeft] = [0, 0];
        while (count < 500) {
            const start = count;
            const edits = Array.from(
                { length: 30 }, (_, index) => ['first', 'last'].map(profile => set(profile, 'count', String(start + index + 1)))
            );
            const writer = await Writer.start(home, edits);
            const begun = Date.now();
            writer.begin();
            await writer.hasMade(0);
            expect(Date.now() - begun, 'the lock of one that was killed').to.be.below(30_000);
            await writer.hasMade(5 + Math.floor(Math.random() * 20));
            await delay(Math.random() * 40);
            await writer.kill();
            locksLeft += Number(hasLock());
            count = countIn(await readFile(config, 'utf8'));
            expect(count - start, 'what was said to be written').to.be.oneOf([writer.made + 1, writer.made + 2]);
        }
        reading.abort();
        await reader;
        expect(reads, 'reads meanwhile').to.be.above(100);
        expect(locksLeft, 'kills while the lock was held').to.be.above(0);
    }).timeout(300_000);

    it('loses nothing when 8 processes write different keys at once', async () => {
        await writeFile(config, '# ours\n[profile a]\nregion = x\n');
        const writers = await Promise.all(Array.from({ length: 8 }, (_, writer) =>
            Writer.start(
                home,
                Array.from({ length: 25 }, (_unused, index) => [set(index % 2 === 0 ? 'a' : `b${writer}`, `w${writer}_${index}`, 'v')])
            )));
        writers.forEach(writer => writer.begin());
        await Promise.all(writers.map(writer => writer.finish()));
        const text = await readFile(config, 'utf8');
        const { sections, flaws } = parseIni(text);
        expect(flaws).to.deep.equal([]);
        expect(text.startsWith('# ours\n[profile a]\nregion = x\n')).to.equal(true);
        expect(sections.flatMap(({ entries }) => entries).length).to.equal(1 + 8 * 25);
        expect(await readdir(join(home, '.aws')), 'no lock, no draft').to.deep.equal(['config']);
    }).timeout(120_000);
});
