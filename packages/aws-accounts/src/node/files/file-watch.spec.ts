import { pbkdf2 } from 'node:crypto';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { link, mkdir, mkdtemp, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Disposable } from '@theia/core/lib/common/disposable';
import { expect } from 'chai';
import { watchPath } from './file-watch';

/** Longest time until a change by somebody else shows. */
const SHOWN_AFTER_MS = 2000;
/** So long between two looks that none comes during a spec: whatever is told, a hint of the system has told. */
const NEVER_MS = 3_600_000;

describe('watchPath', function () {
    this.timeout(20_000);

    let folder: string;
    let path: string;
    let watch: Disposable;
    let wake: () => void;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-watch-'));
        path = join(folder, 'sso', 'file');
        wake = () => undefined;
    });

    afterEach(async () => {
        watch.dispose();
        await rm(folder, { recursive: true, force: true });
    });

    /** Watches the path, and stays until the watch has looked once: what happens before counts as the state of the beginning. */
    async function begin(intervalMs?: number): Promise<void> {
        watch = watchPath(path, () => wake(), intervalMs);
        for (let turn = 0; turn < 10; turn += 1) {
            await stat(folder);
        }
    }

    const steps: [sentence: string, before: () => Promise<unknown>, act: () => Promise<unknown>][] = [
        ['is made, with its folder', async () => undefined, async () => {
            await mkdir(join(folder, 'sso'));
            await writeFile(path, 'made');
        }],
        ['is rewritten in place', () => make('one'), () => writeFile(path, 'another')],
        ['is replaced', () => make('one'), async () => {
            await writeFile(`${path}.new`, 'two');
            await rename(`${path}.new`, path);
        }],
        ['is deleted', () => make('one'), () => rm(path)],
        ['changes behind a link', async () => {
            await mkdir(join(folder, 'sso'));
            await writeFile(join(folder, 'real'), 'one');
            await symlink(join(folder, 'real'), path);
        }, () => writeFile(join(folder, 'real'), 'another')]
    ];

    async function make(text: string): Promise<void> {
        await mkdir(join(folder, 'sso'), { recursive: true });
        await writeFile(path, text);
    }

    for (const [sentence, before, act] of steps) {
        it(`tells within 2 s that a file ${sentence}`, async () => {
            await before();
            await begin();
            const told = new Promise<void>(resolve => wake = resolve);
            const startedAt = Date.now();
            await act();
            await told;
            expect(Date.now() - startedAt).to.be.lessThan(SHOWN_AFTER_MS);
        });

        it(`does not wait for its next look to tell that a file ${sentence}`, async () => {
            await before();
            await begin(NEVER_MS);
            const told = new Promise<void>(resolve => wake = resolve);
            await act();
            await told;
        });
    }

    it('tells by its next look of what the system says nothing: a file that is written under another name', async () => {
        await make('one');
        await link(path, join(folder, 'other'));
        await begin();
        const told = new Promise<void>(resolve => wake = resolve);
        await writeFile(join(folder, 'other'), 'another');
        await told;
    });

    it('still hears of a file whose folder was replaced in the meantime', async () => {
        await make('one');
        await begin(NEVER_MS);
        const gone = new Promise<void>(resolve => wake = resolve);
        await rm(path);
        await rm(join(folder, 'sso'), { recursive: true });
        await gone;
        const told = new Promise<void>(resolve => wake = resolve);
        await make('two');
        await told;
    });

    it('hears of a file that is made some time after its folder', async () => {
        await begin(NEVER_MS);
        const told = new Promise<void>(resolve => wake = resolve);
        const madeFolder = new Promise<void>(resolve => {
            const other = watchPath(join(folder, 'sso'), () => (other.dispose(), resolve()), NEVER_MS);
        });
        await mkdir(join(folder, 'sso'));
        await madeFolder;
        await writeFile(path, 'made');
        await told;
    });

    it('says nothing at its looks while nothing changes', async () => {
        await make('one');
        await begin(1);
        let told = 0;
        wake = () => told += 1;
        for (let change = 0; change < 5; change += 1) {
            await new Promise<void>(resolve => {
                const other = watchPath(join(folder, 'other'), () => (other.dispose(), resolve()), 1);
                writeFileSync(join(folder, 'other'), `${Math.random()}`);
            });
        }
        expect(told).to.equal(0);
    });

    it('tells once of a file that is emptied and filled at once', async () => {
        await make('one');
        await begin(NEVER_MS);
        const sizes: number[] = [];
        const done = new Promise<void>(resolve => wake = () => {
            sizes.push(statSync(path).size);
            resolve();
        });
        writeFileSync(path, '');
        writeFileSync(path, 'another');
        await done;
        expect(sizes).to.deep.equal([7]);
    });

    for (const [sentence, intervalMs] of [['its next look', 1], ['a hint of the system', NEVER_MS]] as const) {
        it(`tells by ${sentence} of a second write while the time of the file system stands still`, async () => {
            const time = new Date('2026-11-26T02:00:00.004Z');
            const write = (text: string): void => {
                writeFileSync(path, text);
                utimesSync(path, time, time);
            };
            await make('one');
            const contents: string[] = [];
            watch = watchPath(path, () => {
                contents.push(readFileSync(path, 'utf8'));
                wake();
            }, intervalMs, () => time.getTime() + 5);
            for (const text of ['two', 'six', 'ten']) {
                const told = new Promise<void>(resolve => wake = () => contents.at(-1) === text && resolve());
                write(text);
                await told;
            }
        });
    }

    it('says nothing of the neighbors of its file, and nothing at all once it has ended', async () => {
        await make('one');
        let told = 0;
        await begin(NEVER_MS);
        wake = () => told += 1;
        const heard = async (): Promise<void> => {
            const last = join(folder, 'sso', 'last');
            const other = await new Promise<Disposable>(resolve => {
                const waiting = watchPath(last, () => resolve(waiting), NEVER_MS);
                writeFileSync(last, `${Math.random()}`);
            });
            other.dispose();
        };
        await writeFile(`${path}.other`, 'x');
        await heard();
        watch.dispose();
        await writeFile(path, 'another');
        await heard();
        expect(told).to.equal(0);
    });

    it('tells of what happens at once after it has begun', async () => {
        await make('one');
        const told = new Promise<void>(resolve => wake = resolve);
        // All requests to the file system wait behind this one.
        const busy = [1, 2, 3, 4].map(() => promisify(pbkdf2)('', '', 100_000, 32, 'sha256'));
        watch = watchPath(path, () => wake());
        writeFileSync(path, 'another');
        await Promise.all([told, ...busy]);
    });
});
