import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ConfigHome } from '../test/config-home';
import { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';
import type { ConfigPreview } from './config-preview';
import { SharedConfigEditor } from './shared-config-editor';

const A: ConfigSectionId = { kind: 'profile', name: 'a' };
const set = (key: string, value: string): ConfigChange => ({ kind: 'setKey', section: A, key, value });

/** Somebody else writes between the moment when the editor has looked and the moment when it replaces the file. */
class InterruptedEditor extends SharedConfigEditor {

    meanwhile: () => Promise<void> = async () => undefined;

    protected override async replace(target: string, before: Buffer | undefined, after: Buffer): Promise<boolean> {
        await this.meanwhile();
        return super.replace(target, before, after);
    }
}

describe('SharedConfigEditor', () => {

    let home: ConfigHome;
    let config: string;
    let editor: InterruptedEditor;

    beforeEach(async () => {
        home = await ConfigHome.create();
        config = home.environment.configFile;
        home.container.bind(InterruptedEditor).toSelf().inSingletonScope();
        editor = home.container.get(InterruptedEditor);
    });

    afterEach(() => home.dispose());

    const failureOf = (changing: Promise<unknown>): Promise<AwsFailure | undefined> => changing.then(() => undefined, AwsFailure.of);

    it('makes a missing file, and its folder, for their owner alone', async () => {
        await rm(join(home.folder, '.aws'), { recursive: true });
        await editor.apply('credentials', [set('k', 'v')]);
        expect(await readFile(home.environment.credentialsFile, 'utf8')).to.equal('[a]\nk = v\n');
        expect([
            (await stat(home.environment.credentialsFile)).mode & 0o777,
            (await stat(join(home.folder, '.aws'))).mode & 0o777
        ]).to.deep.equal([0o600, 0o700]);
        expect(await readdir(join(home.folder, '.aws'))).to.deep.equal(['credentials']);
    });

    const CHANGES: ConfigChange[] = [
        set('k', 'v'),
        { kind: 'removeKey', section: A, key: 'k' },
        { kind: 'addSection', section: { kind: 'ssoSession', name: 's' }, settings: [['sso_region', 'eu-west-1']] },
        { kind: 'removeSection', section: A }
    ];
    for (const file of ['config', 'credentials'] as const) {
        for (const change of CHANGES) {
            it(`says the encoding and changes no byte of a ${file} file that AWS tools do not read (${change.kind})`, async () => {
                const path = file === 'config' ? config : home.environment.credentialsFile;
                const bytes = Buffer.from(`\ufeff[profile a]\r\nk = x\r\n`, 'utf16le').swap16();
                await writeFile(path, bytes);
                const failure = {
                    reason: 'fileBroken', subject: path, location: { file: path, line: 1 }, trouble: { kind: 'encoding', name: 'UTF-16' }
                };
                expect(await failureOf(editor.apply(file, [change]))).to.deep.equal(failure);
                expect(await failureOf(editor.preview(file, () => ({ changes: [change], outcome: undefined })))).to.deep.equal(failure);
                expect((await readFile(path)).equals(bytes)).to.equal(true);
            });
        }
    }

    it('does not make a file to remove something from it', async () => {
        await editor.apply('config', [{ kind: 'removeSection', section: A }]);
        expect(await readdir(join(home.folder, '.aws'))).to.deep.equal([]);
    });

    it('does not touch a file that says what is wanted', async () => {
        await home.write('[profile a]\nk = v\n');
        const { ino, mtimeMs } = await stat(config);
        await editor.apply('config', [set('k', 'v')]);
        const after = await stat(config);
        expect([after.ino, after.mtimeMs]).to.deep.equal([ino, mtimeMs]);
    });

    it('keeps links and the mode of the file they lead to', async () => {
        const target = join(home.folder, 'dotfiles');
        await writeFile(target, '[profile a]\r\n# c\r\nk = v\r\n');
        await chmod(target, 0o640);
        await symlink(join('..', 'dotfiles'), config);
        await editor.apply('config', [set('k', 'w')]);
        expect((await lstat(config)).isSymbolicLink()).to.equal(true);
        expect([await readFile(target, 'utf8'), (await stat(target)).mode & 0o777]).to.deep.equal([
            '[profile a]\r\n# c\r\nk = w\r\n',
            0o640
        ]);
        expect(await readdir(home.folder)).to.deep.equal(['.aws', 'dotfiles']);
    });

    it('makes the file that a link leads to', async () => {
        await symlink(join(home.folder, 'dotfiles'), config);
        await editor.apply('config', [set('k', 'v')]);
        expect(await readFile(join(home.folder, 'dotfiles'), 'utf8')).to.equal('[profile a]\nk = v\n');
    });

    it('keeps bytes that are no text', async () => {
        const before = Buffer.concat([Buffer.from('# caf\xe9 \xff\n', 'latin1'), Buffer.from('# ü\n[profile a]\nk = v\n')]);
        await home.write(before);
        await editor.apply('config', [set('k', 'w')]);
        expect((await readFile(config)).toString('latin1')).to.equal(before.toString('latin1').replace('k = v', 'k = w'));
    });

    it('edits anew what somebody else changed meanwhile', async () => {
        await home.write('[profile a]\nk = v\n');
        let foreign = 0;
        editor.meanwhile = async () => {
            foreign += 1;
            if (foreign <= 3) {
                await writeFile(config, `[profile foreign${foreign}]\nk = v\n`);
            }
        };
        await editor.apply('config', [set('k', 'w')]);
        expect(await readFile(config, 'utf8')).to.equal('[profile foreign3]\nk = v\n\n[profile a]\nk = w\n');
    });

    it('gives up when a file never comes to rest, and leaves what others wrote', async () => {
        let foreign = 0;
        editor.meanwhile = () => writeFile(config, `# ${(foreign += 1)}\n`);
        expect(await failureOf(editor.apply('config', [set('k', 'v')]))).to.deep.equal({
            reason: 'fileUnwritable',
            subject: config,
            detail: 'changing',
            trouble: { kind: 'contended' }
        });
        expect(await readFile(config, 'utf8')).to.equal(`# ${foreign}\n`);
    });

    it('waits until a file that somebody writes in place is whole', async () => {
        await home.write('');
        home.clock.meanwhile = () => writeFile(config, home.clock.waits.length < 3 ? '[profile b]\nk =' : '[profile b]\nk = v\n');
        await editor.apply('config', [set('k', 'w')]);
        expect(await readFile(config, 'utf8')).to.equal('[profile b]\nk = v\n\n[profile a]\nk = w\n');
    });

    it('asks a plan again when the file it was made for has changed', async () => {
        await home.write('[profile b]\nk = v\n');
        const seen: number[] = [];
        editor.meanwhile = () => seen.length === 1 ? writeFile(config, '[profile b]\n[profile c]\n') : Promise.resolve();
        const outcome = await editor.applyPlan('config', ({ sections }) => {
            seen.push(sections.length);
            return { changes: [set('k', String(sections.length))], outcome: sections.length };
        });
        expect([seen, outcome, await readFile(config, 'utf8')]).to.deep.equal([
            [1, 2],
            2,
            '[profile b]\n[profile c]\n\n[profile a]\nk = 2\n'
        ]);
    });

    it('makes all changes or none', async () => {
        await home.write('[profile a]\nk = v\n');
        const failure = await failureOf(editor.apply('config', [set('k', 'w'), set('l', 'a\nb')]));
        expect([failure?.detail, await readFile(config, 'utf8')]).to.deep.equal(['invalidValue', '[profile a]\nk = v\n']);
    });

    it('names file and line of what it cannot edit', async () => {
        await home.write('[profile b]\nk = v\n[profile a]; c\n');
        expect(await failureOf(editor.apply('config', [set('k', 'v')]))).to.deep.include({
            reason: 'fileBroken',
            location: { file: config, line: 3 }
        });
    });

    it('does not replace what is no file, or is read-only', async () => {
        await mkdir(config);
        expect(await failureOf(editor.apply('config', [set('k', 'v')]))).to.deep.include({ reason: 'fileUnwritable', detail: 'notAFile' });
        await writeFile(home.environment.credentialsFile, '');
        await chmod(home.environment.credentialsFile, 0o444);
        expect(await failureOf(editor.apply('credentials', [set('k', 'v')]))).to.deep.include({
            reason: 'fileUnwritable',
            detail: 'readOnly'
        });
    });

    it('says why a file cannot be reached', async () => {
        await rm(join(home.folder, '.aws'), { recursive: true });
        await writeFile(join(home.folder, '.aws'), '');
        expect(await failureOf(editor.apply('config', [set('k', 'v')]))).to.deep.include({ reason: 'fileUnreadable', detail: 'ENOTDIR' });
    });

    it('shows what it would do, and nothing else of the file', async () => {
        await home.write('[profile b]\nk = secret\n[profile a]\nk = v\nl = w\n');
        const show = async (file: ConfigFile, ...changes: ConfigChange[]): Promise<ConfigPreview> =>
            (await editor.preview(file, () => ({ changes, outcome: undefined }))).preview;
        const shown = await show('config', set('k', 'x'), { kind: 'removeKey', section: A, key: 'l' });
        expect(shown).to.deep.equal({ path: config, line: 4, removed: ['k = v', 'l = w'], added: ['k = x'] });
        expect(await show('credentials', set('k', 'x'))).to.deep.include({ line: 1, removed: [], added: ['[a]', 'k = x'] });
        expect(await readdir(join(home.folder, '.aws'))).to.deep.equal(['config']);
    });
});
