import { expect } from 'chai';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsConnection } from '../common/connection/aws-connection';
import type { ProfileRemoval } from '../common/profile/profile-draft';
import { BackendFixture, OpenedWindow } from './test/backend-fixture';

const KEYS = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n';
const SESSION = '[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = us-east-1\n';
const NEW = AwsConnection.profileId('new');

describe('A call that changes the files', () => {

    let fixture: BackendFixture;
    let window: OpenedWindow;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', SESSION);
        await fixture.write('.aws/credentials', `[base]\n${KEYS}`);
        window = fixture.openWindow(fixture.startBackend());
        await window.server.attach(undefined);
    });

    afterEach(() => fixture.dispose());

    /** The next call of the same window, without waiting for anything. */
    const connect = (id: string): Promise<string> =>
        window.server.connect(id).then(() => 'connected', (error: unknown) => AwsFailure.of(error).reason);

    it('has resolved when its profile can be connected: a role is written', async () => {
        const [{ profile }] = await window.roles.writeRoleProfiles([
            { ssoSession: 'corp', accountId: '111122223333', accountName: 'Sandbox', roleName: 'ReadOnly', region: 'us-east-1' }
        ]);
        expect(await connect(AwsConnection.profileId(profile))).to.equal('connected');
        await window.roles.removeRoleProfile(profile);
        expect(await connect(AwsConnection.profileId(profile))).to.equal('connectionNotFound');
    });

    it('has resolved when its profile can be connected: a profile is added, removed and put back', async () => {
        await window.profiles.writeProfile({
            draft: { kind: 'accessKeys', name: 'new', exists: false, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', region: 'eu-west-1' },
            secrets: { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
        });
        expect(await connect(NEW)).to.equal('connected');
        const removal = await window.profiles.removeProfile('new') as ProfileRemoval & { kind: 'removed' };
        expect(await connect(NEW)).to.equal('connectionNotFound');
        await window.profiles.restoreProfile(removal.removalId);
        expect(await connect(NEW)).to.equal('connected');
    });

    it('has told every window before it resolves', async () => {
        const other = fixture.openWindow(fixture.containers[0]);
        await other.server.attach(undefined);
        await window.profiles.writeProfile({
            draft: {
                kind: 'role', name: 'new', exists: false, roleArn: 'arn:aws:iam::111122223333:role/r',
                source: { kind: 'profile', name: 'base' }
            },
            evenIfRefused: true
        });
        expect(await other.server.connect(NEW).then(() => 'known')).to.equal('known');
    });
});
