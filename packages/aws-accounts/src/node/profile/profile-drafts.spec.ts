import { chmod, readFile, rm, stat } from 'node:fs/promises';
import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { injectable } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AccessKeysDraft, ProfileDraft, ProfileSecrets, ProfileWriteOutcome, RoleDraft } from '../../common/profile/profile-draft';
import type { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import { CAREFUL_KEYS } from '../credentials/test/credentials-fixture';
import { BackendFixture } from '../test/backend-fixture';
import type { RecordingClient } from '../test/recording-client';
import type { ConfigChange, ConfigFile } from '../shared-config/editor/config-change';
import { SharedConfigEditor } from '../shared-config/editor/shared-config-editor';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const OTHER_SECRET = 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY';
const GOOD: ProfileSecrets = { secretAccessKey: SECRET };
const CONFIG =
    '# mine\n[profile ops]\nrole_arn = arn:aws:iam::111122223333:role/Deployer   \nsource_profile = base\noutput = json\n\n' +
    '[profile base]\r\nregion=eu-central-1\r\n# end';
const CREDENTIALS = `# old secret: ${OTHER_SECRET}\n[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${SECRET}\n`;
const NEW_KEYS: AccessKeysDraft = {
    kind: 'accessKeys',
    name: 'new',
    exists: false,
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    region: 'eu-west-1'
};
const NEW_ROLE: RoleDraft = {
    kind: 'role',
    name: 'deploy',
    exists: false,
    roleArn: 'arn:aws:iam::444455556666:role/Deployer',
    source: { kind: 'profile', name: 'staging' },
    externalId: 'partner-42',
    region: 'eu-west-1'
};
const STAGING = `[staging]\naws_access_key_id = AKIAI44QH8DHBEXAMPLE\naws_secret_access_key = ${OTHER_SECRET}\n`;

/** The disk is full when the config file's turn comes. */
@injectable()
class HalfWayEditor extends SharedConfigEditor {

    override async apply(file: ConfigFile, changes: readonly ConfigChange[]): Promise<void> {
        if (file === 'config') {
            throw AwsFailure.toError({ reason: 'fileUnwritable', subject: 'config', detail: 'ENOSPC' });
        }
        await super.apply(file, changes);
    }
}

describe('Profiles that a person adds and edits, over the emulator', () => {

    let fixture: BackendFixture;
    let profiles: AwsProfilesServer;
    let client: RecordingClient;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        ({ profiles, client } = fixture.openWindow(fixture.startBackend()));
        await fixture.write('.aws/config', CONFIG);
        await fixture.write('.aws/credentials', CREDENTIALS + STAGING);
    });

    afterEach(() => fixture.dispose());

    const read = (file: string): Promise<string> => readFile(fixture.pathOf('.aws', file), 'utf8');
    const files = (): Promise<string[]> => Promise.all(['config', 'credentials'].map(read));
    const modeOf = async (file: string): Promise<number> => (await stat(fixture.pathOf('.aws', file))).mode & 0o777;
    /** Outcome of a writing, in one word or two. */
    const ending = (outcome: ProfileWriteOutcome): string => {
        switch (outcome.kind) {
            case 'written':
                return `written ${outcome.identity?.arn}`;
            case 'refused':
                return `refused ${outcome.failure.reason}`;
            case 'invalid':
                return outcome.remarks.map(({ field, kind }) => `${field} ${kind}`).join();
            case 'cancelled':
                return outcome.kind;
        }
    };

    it('are written once AWS has said who they are: keys in the credentials file alone, for their owner alone', async () => {
        await chmod(fixture.pathOf('.aws', 'credentials'), 0o644);
        expect(ending(await profiles.writeProfile({ draft: NEW_KEYS, secrets: GOOD }))).to.equal(
            'written arn:aws:iam::111122223333:user/dev'
        );
        expect(await files()).to.deep.equal([
            `${CONFIG}\n\n[profile new]\nregion = eu-west-1\n`,
            `${CREDENTIALS}${STAGING}\n[new]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${SECRET}\n`
        ]);
        expect(await modeOf('credentials')).to.equal(0o600);
    });

    // @threat open-secret-files
    it('are for their owner alone in the config file too, where the profile has its keys, and the person is told which file that is', async () => {
        const KEPT = '[profile kept]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = old\n';
        await fixture.write('.aws/config', KEPT);
        await chmod(fixture.pathOf('.aws', 'config'), 0o664);
        await chmod(fixture.pathOf('.aws', 'credentials'), 0o644);
        const draft: ProfileDraft = { ...NEW_KEYS, name: 'kept', exists: true, region: undefined };
        const closed = [fixture.pathOf('.aws', 'config')];
        expect(await profiles.writeProfile({ draft, secrets: GOOD })).to.deep.include({ kind: 'written', closed });
        expect([await read('config'), await modeOf('config')]).to.deep.equal([KEPT.replace('= old', `= ${SECRET}`), 0o600]);
        expect(await modeOf('credentials'), 'a file that got no secret').to.equal(0o644);
        expect(await profiles.writeProfile({ draft, secrets: GOOD })).not.to.have.property('closed');
    });

    it('make the files that are missing', async () => {
        await rm(fixture.pathOf('.aws'), { recursive: true });
        expect((await profiles.writeProfile({ draft: { ...NEW_KEYS, name: 'default', region: undefined }, secrets: GOOD })).kind).to.equal(
            'written'
        );
        expect([await read('credentials'), await modeOf('credentials')]).to.deep.equal([
            `[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${SECRET}\n`, 0o600
        ]);
    });

    type Prepare = () => unknown;
    const nothing: Prepare = () => undefined;
    const REFUSED: [what: string, prepare: Prepare, draft: ProfileDraft, secrets: ProfileSecrets | undefined, ending: string][] = [
        ['a wrong secret', nothing, NEW_KEYS, { secretAccessKey: OTHER_SECRET }, 'secretAccessKey refused'],
        ['an unknown key', nothing, { ...NEW_KEYS, accessKeyId: 'AKIAUNKNOWNEXAMPLE00' }, GOOD, 'accessKeyId refused'],
        ['no network', () => fixture.emulator.stop(), NEW_KEYS, GOOD, 'refused connectionRefused'],
        [
            'trouble of AWS',
            () => fixture.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'status', status: 500 }),
            NEW_KEYS,
            GOOD,
            'refused server'
        ],
        ['no secret', nothing, NEW_KEYS, undefined, 'secretAccessKey missing'],
        ['bad input', nothing, { ...NEW_KEYS, name: 'a b' }, GOOD, 'name malformed'],
        ['a name that is there', nothing, { ...NEW_KEYS, name: 'ops' }, GOOD, 'name nameTaken'],
        ['a file that is read-only', () => chmod(fixture.pathOf('.aws', 'config'), 0o444), NEW_KEYS, GOOD, 'file fileTrouble'],
        [
            'a file that cannot be understood',
            () => fixture.write('.aws/credentials', '[base\nkey'),
            { ...NEW_KEYS, name: 'base' },
            GOOD,
            'name nameTaken'
        ],
        ['a role that may not be assumed', nothing, { ...NEW_ROLE, externalId: 'wrong' }, undefined, 'refused accessDenied'],
        [
            'a role that may not be assumed, and keys that must not be written anyway',
            nothing,
            { ...NEW_KEYS, accessKeyId: 'AKIAUNKNOWNEXAMPLE00' },
            GOOD,
            'accessKeyId refused'
        ]
    ];
    for (const [what, prepare, draft, secrets, expected] of REFUSED) {
        it(`are not written with ${what}`, async () => {
            await prepare();
            const before = await files();
            const outcome = await profiles.writeProfile({ draft, secrets, evenIfRefused: draft.kind === 'accessKeys' });
            expect(ending(outcome)).to.equal(expected);
            expect(await files()).to.deep.equal(before);
            expect(JSON.stringify(outcome)).not.to.contain(SECRET).and.not.to.contain(OTHER_SECRET);
        });
    }

    it('ask AWS nothing about what cannot be written', async () => {
        await chmod(fixture.pathOf('.aws', 'credentials'), 0o444);
        expect(ending(await profiles.writeProfile({ draft: NEW_KEYS, secrets: GOOD }))).to.equal('file fileTrouble');
        expect(fixture.emulator.count('GetCallerIdentity')).to.equal(0);
    });

    it('leave both files as they were when the second cannot be written', async () => {
        const backend = fixture.startBackend();
        backend.rebind(SharedConfigEditor).to(HalfWayEditor);
        const outcome = await fixture.openWindow(backend).profiles.writeProfile({ draft: NEW_KEYS, secrets: GOOD });
        expect(ending(outcome)).to.equal('file fileTrouble');
        expect(await files()).to.deep.equal([CONFIG, CREDENTIALS + STAGING]);
    });

    it('that take on a role are written when AWS lets them, each setting as it was given', async () => {
        expect(ending(await profiles.writeProfile({ draft: NEW_ROLE }))).to.equal(
            'written arn:aws:sts::444455556666:assumed-role/Deployer/theia-aws-accounts'
        );
        expect(await files()).to.deep.equal([
            `${CONFIG}\n\n[profile deploy]\nrole_arn = ${NEW_ROLE.roleArn}\nsource_profile = staging\nexternal_id = partner-42\nregion = eu-west-1\n`,
            CREDENTIALS + STAGING
        ]);
    });

    it('that take on a role are written anyway if the person wants that, and AWS is not asked again', async () => {
        const asked = fixture.emulator.count('AssumeRole');
        expect(ending(await profiles.writeProfile({ draft: { ...NEW_ROLE, externalId: 'wrong' }, evenIfRefused: true }))).to.equal(
            'written undefined'
        );
        expect(await read('config')).to.contain('external_id = wrong');
        expect(fixture.emulator.count('AssumeRole')).to.equal(asked);
    });

    describe('with a device', () => {
        const OPERATOR: RoleDraft = {
            ...NEW_ROLE,
            roleArn: 'arn:aws:iam::777788889999:role/Operator',
            source: { kind: 'profile', name: 'careful' },
            externalId: undefined,
            mfaSerial: 'arn:aws:iam::777788889999:mfa/careful'
        };

        beforeEach(() => fixture.write('.aws/credentials', `[careful]\n${CAREFUL_KEYS}`));

        const CODES: [code: string | undefined, ending: string][] = [
            ['123456', 'written arn:aws:sts::777788889999:assumed-role/Operator/theia-aws-accounts'],
            [undefined, 'cancelled'],
            ['000000', 'refused mfaRequired']
        ];
        for (const [code, expected] of CODES) {
            it(`and the code ${code}: ${expected}`, async () => {
                client.mfaCode = async () => code;
                expect(ending(await profiles.writeProfile({ draft: OPERATOR }))).to.equal(expected);
                expect((await read('config')).includes('Operator')).to.equal(expected.startsWith('written'));
            });
        }
    });

    it('are not written once the person has called it off', async () => {
        const before = await files();
        const cancellation = new CancellationTokenSource();
        fixture.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'hang', times: 1 });
        const writing = profiles.writeProfile({ draft: NEW_KEYS, secrets: GOOD }, cancellation.token).then(ending, () => 'called off');
        cancellation.cancel();
        expect(await writing).to.equal('called off');
        expect(await files()).to.deep.equal(before);
    });

    it('are read back as drafts that change nothing and hold no secret', async () => {
        for (const name of ['ops', 'base']) {
            const draft = await profiles.readProfile(name);
            expect(JSON.stringify(draft)).not.to.contain('wJalr').and.not.to.contain('AKIA');
            expect((await profiles.checkProfile(draft)).previews).to.deep.equal([]);
        }
        const failure = await profiles.readProfile('gone').then(() => undefined, AwsFailure.of);
        expect(failure).to.deep.equal({ reason: 'profileNotFound', subject: 'gone' });
    });

    it('are edited in their lines; every other byte stays', async () => {
        const draft = { ...await profiles.readProfile('ops'), region: 'eu-north-1', externalId: 'partner-42' } as RoleDraft;
        expect((await profiles.writeProfile({ draft, evenIfRefused: true })).kind).to.equal('written');
        expect(await files()).to.deep.equal([
            CONFIG.replace('output = json\n', 'output = json\nexternal_id = partner-42\nregion = eu-north-1\n'),
            CREDENTIALS + STAGING
        ]);
    });

    it('lose what is emptied, and what another choice takes the place of', async () => {
        const draft = { ...await profiles.readProfile('ops'), source: { kind: 'machine', name: 'Environment' } } as RoleDraft;
        expect((await profiles.writeProfile({ draft, evenIfRefused: true })).kind).to.equal('written');
        const { region, ...rest } = await profiles.readProfile('base');
        expect([region, (await profiles.writeProfile({ draft: rest })).kind]).to.deep.equal(['eu-central-1', 'written']);
        const expected = CONFIG.replace(
            'source_profile = base\noutput = json\n',
            'output = json\ncredential_source = Environment\n'
        ).replace('region=eu-central-1\r\n', '');
        expect(await files()).to.deep.equal([expected, CREDENTIALS + STAGING]);
    });

    it('get another region without being asked for their keys', async () => {
        const draft = { ...await profiles.readProfile('base'), region: 'eu-north-1' };
        expect(ending(await profiles.writeProfile({ draft }))).to.equal('written undefined');
        expect(await files()).to.deep.equal([CONFIG.replace('region=eu-central-1', 'region=eu-north-1'), CREDENTIALS + STAGING]);
    });

    it('get other keys only when AWS knows them', async () => {
        const draft = { ...await profiles.readProfile('base'), accessKeyId: 'AKIAI44QH8DHBEXAMPLE' } as AccessKeysDraft;
        expect(ending(await profiles.writeProfile({ draft, secrets: GOOD }))).to.equal('secretAccessKey refused');
        expect(await files()).to.deep.equal([CONFIG, CREDENTIALS + STAGING]);
        expect((await profiles.writeProfile({ draft, secrets: { secretAccessKey: OTHER_SECRET } })).kind).to.equal('written');
        expect(await files()).to.deep.equal([
            CONFIG,
            CREDENTIALS.replace('AKIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE').replace(`key = ${SECRET}`, `key = ${OTHER_SECRET}`) +
                STAGING
        ]);
    });

    it('are shown before they are written, without a secret', async () => {
        const { previews } = await profiles.checkProfile(NEW_KEYS);
        expect(previews.map(({ line, added }) => [line, ...added])).to.deep.equal([
            [8, '', '[new]', 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE', 'aws_secret_access_key = ********'],
            [10, '', '[profile new]', 'region = eu-west-1']
        ]);
        const edit = { ...await profiles.readProfile('base'), accessKeyId: 'AKIAI44QH8DHBEXAMPLE' } as AccessKeysDraft;
        const shown = JSON.stringify((await profiles.checkProfile(edit)).previews);
        expect(shown)
            .to.contain('********')
            .and.not.to.contain(SECRET)
            .and.not.to.contain(OTHER_SECRET)
            .and.not.to.contain('AKIAIOSFODNN7EXAMPLE');
    });
});
