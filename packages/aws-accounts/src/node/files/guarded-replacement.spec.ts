import { chmod, chown, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { followLinks, replaceIfUnchanged } from './guarded-replacement';

const OLD = Buffer.from('old');
const NEW = Buffer.from('new');
const DRAFT = 'file.3f2504e0-4f89-41d3-9a0c-0305e82c3301.tmp';

describe('Replacing a file that is as it was', () => {

    let folder: string;
    let path: string;

    beforeEach(async () => {
        folder = await realpath(await mkdtemp(join(tmpdir(), 'aws-accounts-replacement-')));
        path = join(folder, 'file');
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('makes a new file and its folders for their owner alone', async () => {
        const below = join(folder, 'a', 'b', 'file');
        expect(await replaceIfUnchanged(below, undefined, NEW)).to.equal(true);
        expect(await readFile(below, 'utf8')).to.equal('new');
        expect([(await stat(below)).mode & 0o777, (await stat(join(folder, 'a'))).mode & 0o777]).to.deep.equal([0o600, 0o700]);
        expect(await readdir(join(folder, 'a', 'b'))).to.deep.equal(['file']);
    });

    for (const mode of [0o600, 0o644, 0o640, 0o660]) {
        it(`keeps mode ${mode.toString(8)}`, async () => {
            await writeFile(path, OLD);
            await chmod(path, mode);
            expect(await replaceIfUnchanged(path, OLD, NEW)).to.equal(true);
            expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).to.deep.equal(['new', mode]);
            expect(await readdir(folder)).to.deep.equal(['file']);
        });
    }

    it('keeps the owner', async () => {
        const { uid, gid } = await stat(folder);
        // Only an administrator can give a file away; anybody else keeps it anyway.
        const [owner, group] = process.getuid?.() === 0 ? [12_345, 54_321] : [uid, gid];
        await writeFile(path, OLD);
        await chown(path, owner, group);
        expect(await replaceIfUnchanged(path, OLD, NEW)).to.equal(true);
        const replaced = await stat(path);
        expect([replaced.uid, replaced.gid]).to.deep.equal([owner, group]);
    });

    const CHANGED: [what: string, expected: Buffer | undefined, now: Buffer | undefined][] = [
        ['says something else', OLD, Buffer.from('theirs')],
        ['is gone', OLD, undefined],
        ['has come', undefined, Buffer.from('theirs')],
        ['has come and is empty', undefined, Buffer.of()]
    ];
    for (const [what, expected, now] of CHANGED) {
        it(`leaves a file alone that ${what}`, async () => {
            if (now !== undefined) {
                await writeFile(path, now);
            }
            expect(await replaceIfUnchanged(path, expected, NEW)).to.equal(false);
            expect(await readdir(folder)).to.deep.equal(now === undefined ? [] : ['file']);
            expect(now === undefined || now.equals(await readFile(path))).to.equal(true);
        });
    }

    it('leaves nothing behind when it fails', async () => {
        await mkdir(path);
        const failed = replaceIfUnchanged(path, OLD, NEW);
        expect(await failed.catch((error: NodeJS.ErrnoException) => error.code)).to.equal('EISDIR');
        expect(await readdir(folder)).to.deep.equal(['file']);
    });

    it('removes what a killed process left behind long ago, and nothing else', async () => {
        await Promise.all([DRAFT, `other.${DRAFT}`, 'file.notes.tmp'].map(name => writeFile(join(folder, name), 'secret')));
        const longAgo = new Date(Date.now() - 11 * 60_000);
        await utimes(join(folder, 'file.notes.tmp'), longAgo, longAgo);
        await utimes(join(folder, `other.${DRAFT}`), longAgo, longAgo);
        await replaceIfUnchanged(path, undefined, NEW);
        expect(await readdir(folder), 'a young one may be in use').to.include(DRAFT);
        await utimes(join(folder, DRAFT), longAgo, longAgo);
        await replaceIfUnchanged(path, NEW, OLD);
        expect((await readdir(folder)).sort()).to.deep.equal(['file', 'file.notes.tmp', `other.${DRAFT}`]);
    });

    it('finds the file at the end of links, there or not', async () => {
        await mkdir(join(folder, 'dots'));
        await symlink(join('dots', 'config'), path);
        expect(await followLinks(path), 'a relative link that leads nowhere').to.equal(join(folder, 'dots', 'config'));
        await writeFile(join(folder, 'dots', 'config'), '');
        await symlink(path, join(folder, 'second'));
        expect(await followLinks(join(folder, 'second'))).to.equal(join(folder, 'dots', 'config'));
        expect(await followLinks(join(folder, 'none'))).to.equal(join(folder, 'none'));
    });

    it('says that links go round in a circle', async () => {
        await symlink(path, join(folder, 'other'));
        await symlink(join(folder, 'other'), path);
        expect(await followLinks(path).catch((error: NodeJS.ErrnoException) => error.code)).to.equal('ELOOP');
    });
});
