import { mkdir, readFile, rmdir } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { SignInRequest } from '../../../common/sign-in/sign-in';
import { BackendFixture } from '../../test/backend-fixture';
import { SsoSessionWriter } from './sso-session-writer';

const START_URL = 'https://d-1234567890.awsapps.com/start';
const CORP = { name: 'corp', startUrl: START_URL, region: 'us-east-1', scopes: ['sso:account:access'] };
const SECTION = `[sso-session corp]\nsso_start_url = ${START_URL}\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n`;
const SIGN_IN: SignInRequest = { signInId: 'one', target: { kind: 'identityCenter', startUrl: START_URL, region: 'us-east-1' } };

describe('SsoSessionWriter', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
    });

    afterEach(() => fixture.dispose());

    const config = (): Promise<string> => readFile(fixture.pathOf('.aws', 'config'), 'utf8');
    const remembered = async (): Promise<{ ssoSessions: unknown[] }> =>
        JSON.parse(await readFile(fixture.pathOf('.theia', 'aws-accounts.json'), 'utf8'));

    /** Signs in to a start URL that nobody has used yet. */
    async function signIn(request = SIGN_IN): Promise<AwsAccountsSnapshot> {
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const signingIn = server.signIn(request);
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        expect((await signingIn).kind).to.equal('signedIn');
        return server.refresh();
    }

    it('adds the section once, and changes nothing of the rest', async () => {
        await fixture.write('.aws/config', '# mine\r\n[default]\r\nregion=x\r\n');
        const writer = fixture.startBackend().get(SsoSessionWriter);
        expect(await writer.write(CORP)).to.equal(true);
        const text = await config();
        expect(text).to.equal(`# mine\r\n[default]\r\nregion=x\r\n\r\n${SECTION.replaceAll('\n', '\r\n')}`);
        expect(await writer.write(CORP)).to.equal(true);
        expect(await config()).to.equal(text);
    });

    it('leaves a section alone that has other scopes, and gives a session without scopes those of accounts', async () => {
        await fixture.write('.aws/config', SECTION.replace('sso:account:access', 'x'));
        const writer = fixture.startBackend().get(SsoSessionWriter);
        expect(await writer.write(CORP)).to.equal(true);
        expect(await config()).to.equal(SECTION.replace('sso:account:access', 'x'));
        await writer.write({ ...CORP, name: 'other', scopes: undefined });
        expect((await config()).endsWith('sso_registration_scopes = sso:account:access\n')).to.equal(true);
    });

    it('does not overwrite a session that is another one', async () => {
        await fixture.write('.aws/config', SECTION);
        const writer = fixture.startBackend().get(SsoSessionWriter);
        expect(await writer.write({ ...CORP, region: 'eu-central-1' })).to.equal(false);
        expect(writer.failure).to.deep.include({ reason: 'invalidRequest', detail: 'sectionExists' });
        expect(await config()).to.equal(SECTION);
    });

    it('writes the session of a new sign-in with the scopes that it has', async () => {
        const snapshot = await signIn({ ...SIGN_IN, use: 'codeWhisperer' });
        expect(await config()).to.equal(`[sso-session d-1234567890]\nsso_start_url = ${START_URL}\nsso_region = us-east-1\n`
            + 'sso_registration_scopes = codewhisperer:analysis,codewhisperer:completions,sso:account:access\n');
        const { connection, state } = AwsAccountsSnapshot.find(snapshot, 'sso-session:d-1234567890') ?? {};
        expect(connection).to.deep.include({ location: { file: fixture.pathOf('.aws', 'config'), line: 1 } });
        expect([state?.kind, snapshot.failure, (await remembered()).ssoSessions]).to.deep.equal(['signedIn', undefined, []]);
    });

    it('does not write when the sign-in is not finished', async () => {
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const signingIn = server.signIn(SIGN_IN);
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.deny();
        await signingIn;
        expect(await config().catch((error: NodeJS.ErrnoException) => error.code)).to.equal('ENOENT');
    });

    it('is not needed for a session to work: where the file cannot be written it is remembered, and the windows are told why', async () => {
        await mkdir(fixture.pathOf('.aws', 'config'), { recursive: true });
        const snapshot = await signIn();
        expect(AwsAccountsSnapshot.find(snapshot, 'sso-session:d-1234567890')?.state.kind).to.equal('signedIn');
        expect((await remembered()).ssoSessions).to.deep.equal([{ name: 'd-1234567890', startUrl: START_URL, region: 'us-east-1' }]);
        expect(snapshot.failure).to.deep.equal({ reason: 'fileUnwritable', subject: fixture.pathOf('.aws', 'config'), detail: 'notAFile' });
    });

    it('says no more why a session could not be written once the file describes it, whoever has written that', async () => {
        await mkdir(fixture.pathOf('.aws', 'config'), { recursive: true });
        const snapshot = await signIn(SIGN_IN);
        expect(snapshot.failure?.reason).to.equal('fileUnwritable');
        const { server } = fixture.openWindow(fixture.containers[0]);
        await rmdir(fixture.pathOf('.aws', 'config'));
        expect((await server.refresh()).failure?.reason, 'still not there').to.equal('fileUnwritable');
        await fixture.write('.aws/config', SECTION.replace('sso-session corp', 'sso-session d-1234567890'));
        expect((await server.refresh()).failure).to.equal(undefined);
    });

    it('takes a name that no section has, not even one that lacks something', async () => {
        await fixture.write('.aws/config', '[sso-session d-1234567890]\nsso_region = eu-west-1\n');
        const snapshot = await signIn();
        expect(AwsAccountsSnapshot.find(snapshot, 'sso-session:d-1234567890-2')?.state.kind).to.equal('signedIn');
        expect(await config()).to.contain('\n[sso-session d-1234567890-2]\n');
    });
});
