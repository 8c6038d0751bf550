import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { NoticeClaims } from './notice-claims';

const ENDED = { kind: 'ended', connectionId: 'builder-id' } as const;
const MORNING = '2026-03-01T09:00:00Z';
const EVENING = '2026-03-01T18:00:00Z';

describe('Claims of a notice', () => {

    let folder: string;
    let backends: NoticeClaims[];

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-claims-'));
        backends = Array.from({ length: 8 }, () => {
            const container = new Container();
            container.bind(ILogger).to(MockLogger);
            container
                .bind(EnvVariablesServer)
                .toConstantValue({ getConfigDirUri: async () => FileUri.create(join(folder, 'theia')).toString() });
            return container.resolve(NoticeClaims);
        });
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    const claims = (expiresAt: string): Promise<boolean[]> => Promise.all(backends.map(backend => backend.claim(ENDED, expiresAt)));

    it('are given to one of eight backends that ask at once', async () => {
        expect((await claims(MORNING)).filter(Boolean)).to.have.length(1);
    });

    it('are of one end: the next is told again, and so are other connections and kinds', async () => {
        const [backend] = backends;
        expect(await backend.claim(ENDED, MORNING)).to.equal(true);
        expect((await claims(EVENING)).filter(Boolean)).to.have.length(1);
        expect(await backend.claim({ kind: 'ended', connectionId: 'sso-session:corp' }, EVENING)).to.equal(true);
        expect(await backend.claim({ kind: 'endsSoon', connectionId: 'builder-id', expiresAt: EVENING }, EVENING)).to.equal(true);
    });

    it('leave one file for each kind and connection, which says nothing', async () => {
        await claims(MORNING);
        await claims(EVENING);
        const names = await readdir(join(folder, 'theia', 'aws-accounts-notices'));
        expect(names).to.have.length(1);
        expect(names[0]).to.match(/^[0-9a-f]{16}-ended-[0-9a-f]{16}$/);
    });

    it('are given to everybody where no file can be made', async () => {
        await writeFile(join(folder, 'theia'), 'no folder');
        expect(await claims(MORNING)).to.deep.equal(backends.map(() => true));
    });
});
