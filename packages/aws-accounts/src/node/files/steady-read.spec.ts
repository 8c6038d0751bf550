import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { FakeClock } from '../test/fake-clock';
import { readSteadily } from './steady-read';

/** Text that a foreign tool is in the middle of writing does not count yet. */
const parse = (text: string): string | undefined => text.endsWith('.') ? text : undefined;

describe('readSteadily', () => {

    let folder: string;
    let path: string;
    let clock: FakeClock;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-steady-'));
        path = join(folder, 'file');
        clock = new FakeClock();
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    const waitingReader = async (): Promise<void> => {
        while (clock.waits === 0) {
            await new Promise(resolve => setImmediate(resolve));
        }
    };

    it('reads what is whole at once', async () => {
        await writeFile(path, 'whole.');
        expect(await readSteadily(path, clock, parse)).to.equal('whole.');
        expect(clock.pauses).to.deep.equal([]);
    });

    for (const half of ['', 'hal']) {
        it(`reads ${JSON.stringify(half)} again until it is whole`, async () => {
            await writeFile(path, half);
            const reading = readSteadily(path, clock, parse);
            await waitingReader();
            await writeFile(path, 'whole.');
            clock.advance(50);
            expect(await reading).to.equal('whole.');
        });
    }

    it('calls broken what makes no sense for 200 ms', async () => {
        await writeFile(path, 'broken');
        const patient = FakeClock.jumping();
        expect(await readSteadily(path, patient, parse)).to.equal('broken');
        expect(patient.pauses).to.deep.equal([50, 50, 50, 50]);
    });

    it('notices that the file goes while it is read again', async () => {
        await writeFile(path, 'hal');
        const reading = readSteadily(path, clock, parse);
        await waitingReader();
        await rm(path);
        clock.advance(50);
        expect(await reading).to.equal('missing');
    });

    it('calls missing what is not there, whatever else is', async () => {
        expect(await readSteadily(path, clock, parse)).to.equal('missing');
        await writeFile(path, 'a file.');
        expect(await readSteadily(join(path, 'below'), clock, parse)).to.equal('missing');
    });

    it('throws what the system says of a file that cannot be read', async () => {
        await mkdir(path);
        const error = await readSteadily(path, clock, parse).catch((caught: NodeJS.ErrnoException) => caught.code);
        expect(error).to.equal('EISDIR');
    });
});
