import { pbkdf2 } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Disposable } from '@theia/core/lib/common/disposable';
import { expect } from 'chai';
import { watchPath } from './file-watch';

/** What somebody else does shows within this time. */
const SHOWN_AFTER_MS = 2000;

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
    async function begin(): Promise<void> {
        watch = watchPath(path, () => wake());
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
    }

    it('tells of what happens at once after it has begun', async () => {
        await make('one');
        const told = new Promise<void>(resolve => wake = resolve);
        // Whatever is asked of the file system waits behind this.
        const busy = [1, 2, 3, 4].map(() => promisify(pbkdf2)('', '', 100_000, 32, 'sha256'));
        watch = watchPath(path, () => wake());
        writeFileSync(path, 'another');
        await Promise.all([told, ...busy]);
    });
});
