import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { removeWithDrafts, writeAtomically } from './atomic-file';

describe('writeAtomically', () => {

    let folder: string;
    let path: string;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-atomic-'));
        path = join(folder, 'sso', 'cache', 'token.json');
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;
    const failed = async (file: string): Promise<AwsFailure> =>
        AwsFailure.of(await writeAtomically(file, 'new').catch((error: unknown) => error));
    const textOf = (file: string): Promise<string> => readFile(file, 'utf8');

    it('makes file and folders for their owner alone, and leaves nothing else behind', async () => {
        await writeAtomically(path, 'new');
        expect(await textOf(path)).to.equal('new');
        expect(await modeOf(path)).to.equal(0o600);
        expect([await modeOf(join(folder, 'sso')), await modeOf(join(folder, 'sso', 'cache'))]).to.deep.equal([0o700, 0o700]);
        expect(await readdir(join(folder, 'sso', 'cache'))).to.deep.equal(['token.json']);
    });

    it('makes a file its owner\'s alone that another tool left open to others, and leaves the folder as it is', async () => {
        await mkdir(join(folder, 'sso', 'cache'), { recursive: true, mode: 0o755 });
        await writeFile(path, 'old', { mode: 0o644 });
        await writeAtomically(path, 'new');
        expect(await modeOf(path)).to.equal(0o600);
        expect(await modeOf(join(folder, 'sso', 'cache'))).to.equal(0o755);
    });

    for (const [name, target] of [
        ['that leads to a file', 'elsewhere/real.json'],
        ['that leads to a file that is not there yet', 'nowhere/real.json']
    ]) {
        it(`follows a symbolic link ${name}`, async () => {
            await mkdir(join(folder, 'sso', 'cache'), { recursive: true });
            await mkdir(join(folder, 'elsewhere'));
            await writeFile(join(folder, 'elsewhere', 'real.json'), 'old');
            await symlink(join(folder, target), path);
            await writeAtomically(path, 'new');
            expect(await readlink(path)).to.equal(join(folder, target));
            expect(await textOf(join(folder, target))).to.equal('new');
            expect(await modeOf(join(folder, target))).to.equal(0o600);
        });
    }

    it('shows a reader the old or the new content, never a part', async () => {
        const contents = ['a', 'b'].map(letter => letter.repeat(200_000));
        await writeAtomically(path, contents[0]);
        let writing = true;
        const writes = (async () => {
            for (let round = 0; round < 20; round += 1) {
                await writeAtomically(path, contents[round % 2]);
            }
            writing = false;
        })();
        while (writing) {
            expect(contents.indexOf(await textOf(path))).to.be.greaterThan(-1);
        }
        await writes;
    });

    it('lets writers of one file at once each write the whole of it', async () => {
        const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(50_000));
        await Promise.all(contents.map(content => writeAtomically(path, content)));
        expect(contents).to.include(await textOf(path));
        expect(await readdir(join(folder, 'sso', 'cache'))).to.deep.equal(['token.json']);
    });

    it('removes what a writer left behind that was killed long ago, and nothing else', async () => {
        await writeAtomically(path, 'old');
        const longAgo = new Date(Date.now() - 11 * 60_000);
        const names = [
            'token.json.0b9d2f3e-0000-4000-8000-000000000000.draft',
            'token.json.1b9d2f3e-0000-4000-8000-000000000000.draft',
            'token.json.backup',
            'other.json.x.draft'
        ];
        for (const name of names) {
            await writeFile(join(folder, 'sso', 'cache', name), 'secret');
        }
        for (const name of [names[0], names[2], names[3]]) {
            await utimes(join(folder, 'sso', 'cache', name), longAgo, longAgo);
        }
        await writeAtomically(path, 'new');
        expect((await readdir(join(folder, 'sso', 'cache'))).sort()).to.deep.equal(['token.json', ...names.slice(1)].sort());
    });

    it('says which file cannot be written, and leaves it as it was', async () => {
        await writeFile(join(folder, 'sso'), 'not a folder');
        expect(await failed(path)).to.include({ reason: 'fileUnwritable', subject: path });
        await mkdir(join(folder, 'taken'));
        expect(await failed(join(folder, 'taken'))).to.include({ reason: 'fileUnwritable', subject: join(folder, 'taken') });
        expect((await readdir(folder)).sort()).to.deep.equal(['sso', 'taken']);
    });

    it('removes what a link leads to and keeps the link', async () => {
        await mkdir(join(folder, 'sso', 'cache'), { recursive: true });
        await symlink(join(folder, 'real.json'), path);
        await writeAtomically(path, 'old');
        await removeWithDrafts(path);
        expect(await readdir(folder)).to.deep.equal(['sso']);
        expect(await readlink(path)).to.equal(join(folder, 'real.json'));
    });

    it('removes a file with everything that is left of attempts to write it', async () => {
        await writeAtomically(path, 'old');
        await writeFile(`${path}.0b9d2f3e-0000-4000-8000-000000000000.draft`, 'secret');
        await removeWithDrafts(path);
        expect(await readdir(join(folder, 'sso', 'cache'))).to.deep.equal([]);
        await removeWithDrafts(path);
    });
});
