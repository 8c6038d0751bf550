import { chmod, readFile, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ProfileRemoval } from '../../common/profile/profile-draft';
import { Clock } from '../process/clock';
import type { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import { BackendFixture } from '../test/backend-fixture';
import { FakeClock } from '../test/fake-clock';

const CONFIG = '# mine\n[profile ops]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = base\n\n'
    + '[profile base]\r\nregion=eu-central-1 # here\r\n\n[profile x]\n';
const CREDENTIALS = '[other]\naws_access_key_id=A\n\n[base]\n# a comment in it\naws_access_key_id = B\naws_secret_access_key = s\n';
const WITHOUT_BASE = ['# mine\n\n[profile x]\n', '[other]\naws_access_key_id=A\n\n'];

describe('Profiles that a person removes', () => {

    let fixture: BackendFixture;
    let profiles: AwsProfilesServer;
    let clock: FakeClock;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        const backend = fixture.startBackend();
        clock = new FakeClock(Date.now());
        backend.rebind(Clock).toConstantValue(clock);
        ({ profiles } = fixture.openWindow(backend));
        await fixture.write('.aws/config', CONFIG);
        await fixture.write('.aws/credentials', CREDENTIALS);
    });

    afterEach(() => fixture.dispose());

    const files = (): Promise<string[]> =>
        Promise.all(['config', 'credentials'].map(file => readFile(fixture.pathOf('.aws', file), 'utf8')));
    const idOf = (removal: ProfileRemoval): string => (removal.kind === 'removed' ? removal.removalId : removal.kind);

    /** Removes what needs `base`, and then that. */
    const removeBase = async (): Promise<string> => {
        idOf(await profiles.removeProfile('ops'));
        return idOf(await profiles.removeProfile('base'));
    };

    it('go from both files, and nothing else does', async () => {
        await removeBase();
        expect(await files()).to.deep.equal(WITHOUT_BASE);
    });

    it('come back byte for byte', async () => {
        const first = idOf(await profiles.removeProfile('ops'));
        const second = idOf(await profiles.removeProfile('base'));
        expect(await profiles.restoreProfile(second)).to.deep.equal({ kind: 'restored' });
        expect(await profiles.restoreProfile(first)).to.deep.equal({ kind: 'restored' });
        expect(await files()).to.deep.equal([CONFIG, CREDENTIALS]);
        expect(await profiles.restoreProfile(first)).to.deep.equal({ kind: 'forgotten' });
    });

    it('come back at the end of a file that somebody has changed since', async () => {
        const id = await removeBase();
        await writeFile(fixture.pathOf('.aws', 'config'), '[profile y]\nk = v\n');
        expect(await profiles.restoreProfile(id)).to.deep.equal({ kind: 'restored' });
        expect(await files()).to.deep.equal(['[profile y]\nk = v\n\n[profile base]\nregion = eu-central-1 # here\n', CREDENTIALS]);
    });

    it('come back with a name in quotes too', async () => {
        const file = fixture.pathOf('.aws', 'config');
        await writeFile(file, `# mine\n[profile "Team #1"]\ncredential_process = /opt/pick account #2\ns3 =\n  max = 1 ; x\n`);
        const removal = await profiles.removeProfile('Team #1');
        await writeFile(file, '[profile y]\nk = v\n');
        expect(await profiles.restoreProfile((removal as ProfileRemoval & { kind: 'removed' }).removalId))
            .to.deep.equal({ kind: 'restored' });
        expect((await files())[0])
            .to.equal('[profile y]\nk = v\n\n[profile "Team #1"]\ncredential_process = /opt/pick account #2\ns3 =\n  max = 1 ; x\n');
    });

    it('come back with all of a command that stood on several lines', async () => {
        // A file that looks half-written is waited for.
        const backend = fixture.startBackend();
        backend.rebind(Clock).toConstantValue(FakeClock.jumping());
        ({ profiles } = fixture.openWindow(backend));
        const file = fixture.pathOf('.aws', 'config');
        await writeFile(file, '[profile two]\ncredential_process = /opt/pick\n  account\n  #1\n  2\n');
        const id = idOf(await profiles.removeProfile('two'));
        await writeFile(file, '[profile y]\nk = v\n');
        expect(await profiles.restoreProfile(id)).to.deep.equal({ kind: 'restored' });
        expect((await files())[0]).to.equal('[profile y]\nk = v\n\n[profile two]\ncredential_process = /opt/pick account 2\n');
    });

    it('do not come back over another one of the same name', async () => {
        const id = await removeBase();
        await writeFile(fixture.pathOf('.aws', 'config'), '[profile base]\nregion = x\n');
        expect(await profiles.restoreProfile(id)).to.deep.equal({ kind: 'nameTaken' });
    });

    it('are forgotten after a while', async () => {
        const id = await removeBase();
        clock.advance(11 * 60_000);
        expect(await profiles.restoreProfile(id)).to.deep.equal({ kind: 'forgotten' });
    });

    const LEFT: [what: string, profile: string, removal: ProfileRemoval][] = [
        ['another one needs', 'base', { kind: 'needed', by: ['ops'] }],
        ['is not there', 'gone', { kind: 'gone' }]
    ];
    for (const [what, profile, removal] of LEFT) {
        it(`stay when it is one that ${what}`, async () => {
            expect(await profiles.removeProfile(profile)).to.deep.equal(removal);
            expect(await files()).to.deep.equal([CONFIG, CREDENTIALS]);
        });
    }

    for (const file of ['config', 'credentials']) {
        it(`stay in both files when the ${file} file cannot be written`, async () => {
            await profiles.removeProfile('ops');
            const before = await files();
            await chmod(fixture.pathOf('.aws', file), 0o444);
            const failure = await profiles.removeProfile('base').then(() => undefined, AwsFailure.of);
            expect(failure).to.deep.include({ reason: 'fileUnwritable', subject: fixture.pathOf('.aws', file) });
            expect(await files()).to.deep.equal(before);
        });
    }
});
