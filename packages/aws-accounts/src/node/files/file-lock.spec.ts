import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdtemp, readdir, readFile, readlink, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { expect } from 'chai';
import type { Clock } from '../process/clock';
import { FileLock, withFileLock } from './file-lock';

/** Time passes only by waiting, and no wait takes time. */
class SteppingClock implements Clock {

    time = 0;
    waits = 0;
    atWait: () => Promise<void> = async () => undefined;

    now(): number {
        return this.time;
    }

    async delay(ms: number, signal?: AbortSignal): Promise<void> {
        this.time += ms;
        this.waits += 1;
        await this.atWait();
        signal?.throwIfAborted();
    }
}

/** A lock on a file system that has no symbolic links. */
class LinklessLock extends FileLock {

    protected override createLink(): Promise<void> {
        return Promise.reject(Object.assign(new Error('not supported'), { code: 'EPERM' }));
    }
}

/** Acts on what it once read of the lock, however long ago. */
class LateLock extends FileLock {

    judge(owner: string): Promise<boolean> {
        return this.takeOverIfStale(owner, this.clock.now());
    }
}

describe('A file lock', () => {

    let folder: string;
    let path: string;
    let clock: SteppingClock;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-lock-'));
        path = join(folder, 'file');
        clock = new SteppingClock();
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    function endedProcess(): number {
        return spawnSync(process.execPath, ['--version']).pid;
    }

    it('lets one after the other', async () => {
        let inside = 0;
        let most = 0;
        const action = async (): Promise<void> => {
            inside += 1;
            most = Math.max(most, inside);
            await new Promise(resolve => setImmediate(resolve));
            inside -= 1;
        };
        await Promise.all(Array.from({ length: 8 }, () => withFileLock(path, clock, action)));
        expect(most).to.equal(1);
        expect(await readdir(folder)).to.deep.equal([]);
    });

    it('never moves a lock of another owner than the dead one that was read, not even for a moment', async () => {
        await withFileLock(path, clock, async () => {
            const before = await lstat(`${path}.lock`);
            await new LateLock(`${path}.lock`, clock).judge(`${endedProcess()}@${hostname()}:gone`);
            expect((await lstat(`${path}.lock`)).ino).to.equal(before.ino);
        });
    });

    it('is taken from a dead owner by one at a time', async () => {
        const dead = `${endedProcess()}@${hostname()}:gone`;
        await symlink(dead, `${path}.lock`);
        await symlink(`${process.ppid}@${hostname()}:busy`, `${path}.lock.turn`);
        await new LateLock(`${path}.lock`, clock).judge(dead);
        expect(await readlink(`${path}.lock`), 'somebody else is at it').to.equal(dead);

        await rm(`${path}.lock.turn`);
        await symlink(`${endedProcess()}@${hostname()}:died at it`, `${path}.lock.turn`);
        expect(await withFileLock(path, clock, async () => 'done')).to.equal('done');
        expect(await readdir(folder)).to.deep.equal([]);
    });

    it('names its owner while it is held, and is gone after an action that failed', async () => {
        const failed = withFileLock(path, clock, async () => {
            expect(await readlink(`${path}.lock`)).to.match(new RegExp(`^${process.pid}@${hostname()}:`));
            throw new Error('failed');
        });
        expect(await failed.catch((error: Error) => error.message)).to.equal('failed');
        expect(await readdir(folder)).to.deep.equal([]);
    });

    it('is taken over at once from a process that has ended', async () => {
        await symlink(`${endedProcess()}@${hostname()}:x`, `${path}.lock`);
        await withFileLock(path, clock, async () => undefined);
        expect(clock.waits).to.equal(0);
        expect(await readdir(folder)).to.deep.equal([]);
    });

    it('is taken over at once from a process that was killed while it held it', async () => {
        const script =
            `require('fs').symlinkSync(process.pid + '@' + require('os').hostname() + ':x', process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`;
        const child = spawn(process.execPath, ['-e', script, `${path}.lock`]);
        await once(child.stdout, 'data');
        clock.atWait = async () => {
            if (clock.waits === 3) {
                child.kill('SIGKILL');
                await once(child, 'exit');
            }
        };
        await withFileLock(path, clock, async () => undefined);
        expect(clock.waits).to.equal(3);
    });

    it('of an earlier process with the same id is taken over at once', async () => {
        await symlink(`${process.pid}@${hostname()}:earlier`, `${path}.lock`);
        await withFileLock(path, clock, async () => undefined);
        expect(clock.waits).to.equal(0);
    });

    it('of another machine is waited for as long as anybody may hold it', async () => {
        await symlink('1@elsewhere:x', `${path}.lock`);
        await withFileLock(path, clock, async () => undefined);
        expect(clock.time).to.be.within(25_000, 26_000);
    });

    it('that changes hands is waited for anew', async () => {
        await symlink('1@elsewhere:x', `${path}.lock`);
        clock.atWait = async () => {
            if (clock.time === 20_000) {
                await rm(`${path}.lock`);
                await symlink('2@elsewhere:y', `${path}.lock`);
            }
        };
        await withFileLock(path, clock, async () => undefined);
        expect(clock.time).to.be.within(45_000, 46_000);
    });

    it('that is left over from long ago is taken over at once, whoever made it', async () => {
        await writeFile(`${path}.lock`, '1@elsewhere:x');
        const longAgo = new Date(Date.now() - 11 * 60_000);
        await utimes(`${path}.lock`, longAgo, longAgo);
        await withFileLock(path, clock, async () => undefined);
        expect(clock.waits).to.equal(0);
    });

    it('that says nothing of its owner is waited for', async () => {
        await writeFile(`${path}.lock`, '');
        clock.atWait = () => rm(`${path}.lock`, { force: true });
        await withFileLock(path, clock, async () => undefined);
        expect(clock.waits).to.equal(1);
    });

    it('is not removed when somebody else has taken it over', async () => {
        await withFileLock(path, clock, async () => {
            await rm(`${path}.lock`);
            await symlink('1@elsewhere:x', `${path}.lock`);
        });
        expect(await readlink(`${path}.lock`)).to.equal('1@elsewhere:x');
    });

    it('is not waited for by who was cancelled', async () => {
        const held = new Deferred();
        const release = new Deferred();
        const holder = withFileLock(path, clock, () => {
            held.resolve();
            return release.promise;
        });
        await held.promise;
        const controller = new AbortController();
        clock.atWait = async () => controller.abort(new Error('cancelled'));
        let ran = false;
        const waiting = withFileLock(path, clock, async () => void (ran = true), { signal: controller.signal });
        expect(await waiting.catch((error: Error) => error.message)).to.equal('cancelled');
        expect(ran).to.equal(false);
        release.resolve();
        await holder;
    });

    it('is a file where there are no symbolic links', async () => {
        const lock = new LinklessLock(`${path}.lock`, clock);
        await lock.run(async () => {
            expect((await lstat(`${path}.lock`)).isFile()).to.equal(true);
            expect(await readFile(`${path}.lock`, 'utf8')).to.match(/^\d+@/);
            clock.atWait = () => rm(`${path}.lock`, { force: true });
            await new LinklessLock(`${path}.lock`, clock).run(async () => undefined);
            expect(clock.waits).to.equal(1);
        });
    });

    it('that cannot be made does not keep the action from running, and says why', async () => {
        await writeFile(path, '');
        const troubles: unknown[] = [];
        const result = await withFileLock(join(path, 'below'), clock, async () => 'done', {
            onTrouble: error => troubles.push((error as NodeJS.ErrnoException).code)
        });
        expect([result, troubles]).to.deep.equal(['done', ['EEXIST']]);
    });
});
