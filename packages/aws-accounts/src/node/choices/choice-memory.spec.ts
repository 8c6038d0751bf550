import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { Container } from '@theia/core/shared/inversify';
import { Clock, SystemClock } from '../process/clock';
import { ChoiceMemory } from './choice-memory';
import { RememberedChoices } from './remembered-choices';
import { ProfileMarks } from '../../common/connection/profile-marks';

describe('ChoiceMemory', () => {

    let folder: string;
    let file: string;
    const memories: ChoiceMemory[] = [];

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-memory-'));
        file = join(folder, 'aws-accounts.json');
    });

    afterEach(async () => {
        memories.splice(0).forEach(memory => memory.dispose());
        await rm(folder, { recursive: true, force: true });
    });

    /** That of another process, as far as the memory can tell. */
    function open(at = folder): ChoiceMemory {
        const container = new Container();
        container.bind(Clock).to(SystemClock);
        container.bind(EnvVariablesServer).toConstantValue({ getConfigDirUri: async () => FileUri.create(at).toString() });
        container.bind(ChoiceMemory).toSelf().inSingletonScope();
        const memory = container.get(ChoiceMemory);
        memories.push(memory);
        return memory;
    }

    const useBuilderId = (choices: RememberedChoices): RememberedChoices => RememberedChoices.withService(
        choices, 'codeWhisperer', 'builder-id'
    );

    it('remembers for the next process, in a file for its owner alone', async () => {
        await open().update(useBuilderId);
        expect(await open().load()).to.deep.include({ codeWhisperer: 'builder-id' });
        expect((await stat(file)).mode & 0o777).to.equal(0o600);
    });

    it('keeps what another process remembered meanwhile', async () => {
        const [one, other] = [open(), open()];
        await Promise.all([one.load(), other.load()]);
        await one.update(useBuilderId);
        await other.update(choices => RememberedChoices.withAwsServices(choices, 'w', 'profile:dev'));
        expect(await one.load()).to.deep.include({ codeWhisperer: 'builder-id', awsServices: { w: 'profile:dev' } });
    });

    // @threat lost-marks
    it('refuses what it could not read again, and keeps what there is', async () => {
        const memory = open();
        await memory.update(choices => RememberedChoices.withProfile(choices, 'profile:dev', { kind: 'production', production: true }));
        const before = await readFile(file, 'utf8');
        const wrong = { kind: 'production', production: 'x' } as never;
        const refused =
            await memory.update(choices => RememberedChoices.withProfile(choices, 'profile:dev', wrong)).catch(error => error as Error);
        expect(refused).to.be.instanceOf(Error);
        expect(await readFile(file, 'utf8')).to.equal(before);
        expect((await memory.load()).profiles).to.deep.equal({ 'profile:dev': { production: true } });
    });

    it('tells that another process remembered something', async () => {
        const memory = open();
        await memory.load();
        const told = new Promise<void>(resolve => memory.onDidChange(resolve));
        await open().update(useBuilderId);
        await told;
        expect((await memory.load()).codeWhisperer).to.equal('builder-id');
    });

    it('sets a file aside that it cannot understand, and says so', async () => {
        await writeFile(file, 'not json');
        const memory = open();
        expect(await memory.load()).to.deep.equal(RememberedChoices.LOST);
        expect(memory.failure).to.deep.equal({ reason: 'fileBroken', subject: `${file}.broken` });
        expect(await readFile(`${file}.broken`, 'utf8')).to.equal('not json');
    });

    it('lets no later process take a file that was set aside for one that never was', async () => {
        await writeFile(file, '{"profiles":{"profile:prod":{"production":true}},');
        await Promise.all([open().load(), open().load()]);
        await open().update(useBuilderId);
        const found = await open().load();
        expect(found).to.deep.include({ codeWhisperer: 'builder-id', marksLost: true });
        expect(ProfileMarks.productionOf(RememberedChoices.marks(found), 'profile:prod')).to.equal('presumed');
        expect(await readFile(`${file}.broken`, 'utf8')).to.contain('profile:prod');
    });

    it('puts back what it knows when the file breaks while it runs', async () => {
        const memory = open();
        await memory.update(useBuilderId);
        await writeFile(file, '');
        expect(await memory.load()).to.deep.include({ codeWhisperer: 'builder-id' }).and.not.to.have.property('marksLost');
        expect(await open().load()).to.deep.include({ codeWhisperer: 'builder-id' }).and.not.to.have.property('marksLost');
    });

    it('that never could be read may hold marks', async () => {
        await mkdir(file);
        expect(await open().load()).to.deep.equal(RememberedChoices.LOST);
    });

    it('remembers in this process what cannot be written, and says so', async () => {
        const blocked = join(folder, 'blocked');
        await writeFile(blocked, 'a file where a folder should be');
        const memory = open(join(blocked, 'theia'));
        await memory.update(useBuilderId);
        expect((await memory.load()).codeWhisperer).to.equal('builder-id');
        expect(memory.failure?.reason).to.be.oneOf(['fileUnwritable', 'fileUnreadable']);
    });

    it('makes the folder that is missing', async () => {
        const deeper = join(folder, 'a', 'b');
        await open(deeper).update(useBuilderId);
        expect((await open(deeper).load()).codeWhisperer).to.equal('builder-id');
    });

    it('says why it cannot read, and forgets nothing', async () => {
        const memory = open();
        await memory.update(useBuilderId);
        await rm(file);
        await mkdir(file);
        await chmod(file, 0o700);
        expect((await memory.load()).codeWhisperer).to.equal('builder-id');
        expect(memory.failure).to.deep.equal({ reason: 'fileUnreadable', subject: file, detail: 'EISDIR' });
    });
});
