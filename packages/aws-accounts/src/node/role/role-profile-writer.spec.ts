import { readFile, writeFile } from 'node:fs/promises';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { RoleProfileRequest } from '../../common/profile/role-profile';
import { AwsAccounts } from '../aws-accounts';
import { BackendFixture } from '../test/backend-fixture';
import { RoleProfileWriter } from './role-profile-writer';

const SESSION =
    '[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = us-east-1\nsso_registration_scopes = '
        + 'sso:account:access\n';
const ADMIN: RoleProfileRequest = {
    ssoSession: 'corp',
    accountId: '111122223333',
    accountName: 'Sandbox',
    roleName: 'Admin',
    region: 'eu-central-1'
};
const READ_ONLY = { ...ADMIN, roleName: 'ReadOnly' };
const NAME = 'corp-sandbox-Admin';
const linesOf = (name: string, role: string): string[] =>
    [`[profile ${name}]`, 'sso_session = corp', 'sso_account_id = 111122223333', `sso_role_name = ${role}`, 'region = eu-central-1'];
const PROFILE = `${linesOf(NAME, 'Admin').join('\n')}\n`;

describe('RoleProfileWriter', () => {

    let fixture: BackendFixture;
    let backend: Container;
    let writer: RoleProfileWriter;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
    });

    afterEach(() => fixture.dispose());

    /** A backend that has read this config file. */
    async function start(config = SESSION): Promise<void> {
        await fixture.write('.aws/config', config);
        await restart();
    }

    async function restart(): Promise<void> {
        backend = fixture.startBackend();
        await backend.get(AwsAccounts).refresh();
        writer = backend.get(RoleProfileWriter);
    }

    const path = (): string => fixture.pathOf('.aws', 'config');
    const config = (): Promise<string> => readFile(path(), 'utf8');
    const failureOf = (writing: Promise<unknown>): Promise<AwsFailure | undefined> => writing.then(() => undefined, AwsFailure.of);

    it('shows what it would write, and writes that', async () => {
        await start();
        const { proposals, preview } = await writer.propose([ADMIN]);
        expect(proposals).to.deep.equal([{ kind: 'new', profile: NAME }]);
        expect(preview).to.deep.equal({ path: path(), line: 6, lines: linesOf(NAME, 'Admin') });
        expect(await config(), 'nothing yet').to.equal(SESSION);
        expect(await writer.write([ADMIN])).to.deep.equal([{ kind: 'new', profile: NAME }]);
        expect(await config()).to.equal(`${SESSION}\n${PROFILE}`);
    });

    it('changes nothing the second time, whoever asks', async () => {
        await start();
        await writer.write([ADMIN]);
        const text = await config();
        await restart();
        expect(await writer.write([ADMIN])).to.deep.equal([{ kind: 'existing', profile: NAME }]);
        expect((await writer.propose([ADMIN])).preview.lines).to.deep.equal([]);
        expect(await config()).to.equal(text);
    });

    it('finds the profile that somebody else wrote for the role, however it is called and written', async () => {
        const theirs = '[profile "mine"]\nSSO_Session=corp\nsso_account_id=111122223333\nsso_role_name=Admin\n';
        await start(SESSION + theirs);
        expect(await writer.write([ADMIN])).to.deep.equal([{ kind: 'existing', profile: 'mine' }]);
        expect(await config()).to.equal(SESSION + theirs);
    });

    it('writes many roles at once, one profile each', async () => {
        await start();
        const proposals = await writer.write([ADMIN, READ_ONLY, ADMIN, { ...ADMIN, accountId: '444455556666' }]);
        expect(proposals).to.deep.equal([
            { kind: 'new', profile: NAME }, { kind: 'new', profile: 'corp-sandbox-ReadOnly' }, { kind: 'existing', profile: NAME },
            { kind: 'new', profile: 'corp-444455556666-Admin' }
        ]);
        const names = ['corp-sandbox-Admin', 'corp-sandbox-ReadOnly', 'corp-444455556666-Admin'];
        expect((await config()).match(/^\[profile .*\]$/gm)).to.deep.equal(names.map(name => `[profile ${name}]`));
    });

    it('writes a role once when two backends are asked at the same time', async () => {
        await start();
        const other = fixture.startBackend();
        await other.get(AwsAccounts).refresh();
        const proposals = await Promise.all([writer, other.get(RoleProfileWriter)].map(each => each.write([ADMIN])));
        expect(proposals.flat().map(({ kind }) => kind).sort()).to.deep.equal(['existing', 'new']);
        expect(await config()).to.equal(`${SESSION}\n${PROFILE}`);
    });

    it('never takes a name that a profile has, in either file and in any case', async () => {
        await start(`${SESSION}[profile Corp-Sandbox-admin]\nregion = x\n`);
        await fixture.write('.aws/credentials', '[corp-111122223333-Admin]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n');
        expect((await writer.propose([ADMIN])).proposals).to.deep.equal([{ kind: 'new', profile: 'corp-111122223333-Admin-2' }]);
        expect(await writer.write([{ ...ADMIN, profile: 'corp-111122223333-Admin' }])).to.deep.equal([
            { kind: 'nameTaken', profile: 'corp-111122223333-Admin' }
        ]);
        expect(await config()).to.equal(`${SESSION}[profile Corp-Sandbox-admin]\nregion = x\n`);
    });

    it('takes the name that a person chose', async () => {
        await start();
        await writer.write([ADMIN]);
        expect(await writer.write([{ ...ADMIN, profile: 'sandbox' }])).to.deep.equal([{ kind: 'new', profile: 'sandbox' }]);
        expect(await writer.write([{ ...ADMIN, profile: 'sandbox' }])).to.deep.equal([{ kind: 'existing', profile: 'sandbox' }]);
        expect(await failureOf(writer.write([{ ...ADMIN, profile: 'my sandbox' }]))).to.deep.include({
            reason: 'invalidRequest',
            subject: 'my sandbox',
            detail: 'invalidName'
        });
    });

    it('writes the SSO session too where only we know it', async () => {
        const session = { name: 'corp', startUrl: 'https://d-1234567890.awsapps.com/start', region: 'us-east-1' };
        await fixture.write('.theia/aws-accounts.json', JSON.stringify({ ssoSessions: [session] }));
        await restart();
        expect((await writer.propose([ADMIN])).preview.lines).to.deep.equal([...SESSION.trim().split('\n'), '', ...linesOf(NAME, 'Admin')]);
        await writer.write([ADMIN]);
        expect(await config()).to.equal(`${SESSION}\n${PROFILE}`);
        expect(JSON.parse(await readFile(fixture.pathOf('.theia', 'aws-accounts.json'), 'utf8')).ssoSessions).to.deep.equal([]);
    });

    const REFUSED: [what: string, request: Partial<RoleProfileRequest>, failure: Partial<AwsFailure>][] = [
        ['an SSO session that is not known', { ssoSession: 'gone' }, { reason: 'connectionNotFound', subject: 'gone' }],
        ['an account id that is none', { accountId: '1\nx = y' }, { reason: 'invalidRequest', detail: 'accountId' }],
        ['a role name that is none', { roleName: 'a b' }, { reason: 'invalidRequest', detail: 'roleName' }],
        ['a region that is none', { region: 'x' }, { reason: 'invalidRequest', detail: 'region' }]
    ];
    for (const [what, request, failure] of REFUSED) {
        it(`refuses ${what}, and then writes none of the others`, async () => {
            await start();
            expect(await failureOf(writer.write([READ_ONLY, { ...ADMIN, ...request }]))).to.deep.include(failure);
            expect(await config()).to.equal(SESSION);
        });
    }

    describe('removes', () => {

        it('what it wrote, after a restart too, and nothing else', async () => {
            await start(`# mine\r\n${SESSION}`);
            await writer.write([ADMIN, READ_ONLY]);
            await restart();
            expect(await writer.removable()).to.deep.equal([NAME, 'corp-sandbox-ReadOnly']);
            expect(await writer.remove(NAME)).to.deep.equal({ kind: 'removed' });
            expect(await config()).to.contain('[profile corp-sandbox-ReadOnly]').and.not.contain(NAME);
            expect(await writer.remove('corp-sandbox-ReadOnly')).to.deep.equal({ kind: 'removed' });
            expect((await config()).trimEnd()).to.equal(`# mine\r\n${SESSION}`.trimEnd());
            expect([await writer.remove(NAME), await writer.removable()]).to.deep.equal([{ kind: 'notOurs' }, []]);
        });

        it('no profile that somebody else wrote, even if it is the same', async () => {
            await start(`${SESSION}\n${PROFILE}`);
            await writer.write([ADMIN]);
            expect(await writer.remove(NAME)).to.deep.equal({ kind: 'notOurs' });
            expect(await config()).to.equal(`${SESSION}\n${PROFILE}`);
        });

        const CHANGED: [what: string, change: (text: string) => string][] = [
            ['has another value', text => text.replace('region = eu-central-1', 'region = us-east-1')],
            ['has a key more', text => `${text}output = json\n`],
            ['lacks a key', text => text.replace('region = eu-central-1\n', '')],
            ['has a comment in it', text => text.replace('\nregion', '\n# home\nregion')],
            ['is written twice', text => `${text}\n[profile ${NAME}]\noutput = json\n`]
        ];
        for (const [what, change] of CHANGED) {
            it(`no profile that ${what}`, async () => {
                await start();
                await writer.write([ADMIN]);
                const text = change(await config());
                await writeFile(path(), text);
                expect(await writer.remove(NAME)).to.deep.equal({ kind: 'changed' });
                expect([await config(), await writer.removable()]).to.deep.equal([text, []]);
            });
        }

        it('no profile that has credentials in the other file, or that others go through', async () => {
            await start();
            await writer.write([ADMIN]);
            await writeFile(
                path(),
                `${await config()}[profile ops]\nrole_arn = arn:aws:iam::111122223333:role/Ops\nsource_profile = ${NAME}\n`
            );
            expect(await writer.remove(NAME)).to.deep.equal({ kind: 'needed', by: ['ops'] });
            await fixture.write('.aws/credentials', `[${NAME}]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n`);
            expect(await writer.remove(NAME)).to.deep.equal({ kind: 'changed' });
        });

        it('nothing when somebody else did, and forgets it', async () => {
            await start();
            await writer.write([ADMIN]);
            await writeFile(path(), SESSION);
            expect([await writer.remove(NAME), await writer.remove(NAME)]).to.deep.equal([{ kind: 'gone' }, { kind: 'notOurs' }]);
        });
    });
});
