import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { injectable } from '@theia/core/shared/inversify';
import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { CallerIdentity, ConnectionState } from '../../common/state/connection-state';
import { AwsConnectionProviders } from '../connection-providers';
import { Clock } from '../process/clock';
import { AwsCredentials } from '../credentials/aws-credentials';
import { CallerIdentityService } from '../credentials/caller-identity-service';
import { CAREFUL_KEYS, DEV_KEYS, STAGING_KEYS } from '../credentials/test/credentials-fixture';
import { writeAtomically } from '../files/atomic-file';
import { ConnectionStore } from './connection-store';
import { ProfileConnector } from './profile-connector';
import { BackendFixture } from '../test/backend-fixture';
import { FakeClock } from '../test/fake-clock';

const DEVICE = 'arn:aws:iam::777788889999:mfa/careful';
const MFA_PROFILE = `[profile careful]\n${CAREFUL_KEYS}mfa_serial = ${DEVICE}\n`;

/** Something happens after AWS has answered and before anybody hears of it. */
@injectable()
class MeddledIdentities extends CallerIdentityService {

    meanwhile: () => Promise<void> = async () => undefined;

    override async identify(...args: Parameters<CallerIdentityService['identify']>): Promise<CallerIdentity> {
        const identity = await super.identify(...args);
        await this.meanwhile();
        return identity;
    }
}

describe('Connecting a profile, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
    });

    afterEach(() => fixture.dispose());

    const stateOf = (snapshot: AwsAccountsSnapshot, name: string): ConnectionState | undefined =>
        AwsAccountsSnapshot.find(snapshot, `profile:${name}`)?.state;
    const accountOf = (snapshot: AwsAccountsSnapshot, name: string): string | undefined => {
        const state = stateOf(snapshot, name);
        return state?.kind === 'connected' ? state.identity.accountId : state?.kind;
    };
    const reached = async (emulator: AwsSignInEmulator, operation: string, count: number): Promise<void> => {
        while (emulator.count(operation) < count) {
            await new Promise(resolve => setImmediate(resolve));
        }
    };

    it('asks nothing and starts nothing before a profile is used', async () => {
        await fixture.write(
            '.aws/config',
            `${MFA_PROFILE}[profile run]\ncredential_process = /usr/bin/touch '${fixture.pathOf('started')}'\n` +
                '[profile instance]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\ncredential_source = Ec2InstanceMetadata\n'
        );
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        await server.refresh();
        expect(client.mfaRequests).to.deep.equal([]);
        expect(fixture.emulator.requests).to.deep.equal([]);
        expect(await import('node:fs').then(({ existsSync }) => existsSync(fixture.pathOf('started')))).to.equal(false);
    });

    it('says the state that is known in the end, where somebody asks anew as soon as the first answer is there', async () => {
        await fixture.write('.aws/credentials', '[gone]\naws_access_key_id = AKIAGONE\naws_secret_access_key = secret\n');
        const backend = fixture.startBackend();
        const { server } = fixture.openWindow(backend);
        await server.attach(undefined);
        const [connector, profile] = [backend.get(ProfileConnector), backend.get(ConnectionStore).require('profile:gone')];
        const twice = connector.connect(profile).then(() => connector.connect(profile));
        expect(stateOf(await server.connect('profile:gone'), 'gone')).to.have.nested.property('failure.reason');
        await twice;
    });

    it('asks the window that uses it for a code, and no other', async () => {
        await fixture.write('.aws/config', MFA_PROFILE);
        const backend = fixture.startBackend();
        const [asking, other] = [fixture.openWindow(backend), fixture.openWindow(backend)];
        asking.client.mfaCode = async ({ rejected }) => rejected === undefined ? '000000' : '123456';
        await Promise.all([asking.server.attach(undefined), other.server.attach(undefined)]);
        expect(accountOf(await asking.server.connect('profile:careful'), 'careful')).to.equal('777788889999');
        expect(asking.client.mfaRequests.map(({ profile, device, rejected }) => [profile, device, rejected])).to.deep.equal([
            ['careful', DEVICE, undefined], ['careful', DEVICE, 'refused']
        ]);
        expect(other.client.mfaRequests).to.deep.equal([]);
    });

    it('leaves the connection as it was when the person cancels', async () => {
        await fixture.write('.aws/config', MFA_PROFILE);
        const { server } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        expect(stateOf(await server.connect('profile:careful'), 'careful')).to.deep.equal({ kind: 'notConnected' });
    });

    it('closes the question when the call is cancelled', async () => {
        await fixture.write('.aws/config', MFA_PROFILE);
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const closed = new Promise<void>(resolve => {
            client.mfaCode = (_request, cancellation) => new Promise(answer => cancellation?.onCancellationRequested(() => {
                resolve();
                answer(undefined);
            }));
        });
        const cancellation = new CancellationTokenSource();
        const connecting = server.connect('profile:careful', cancellation.token);
        await client.until(() => client.mfaRequests.length === 1);
        cancellation.cancel();
        expect(stateOf(await connecting, 'careful')).to.deep.equal({ kind: 'notConnected' });
        await closed;
    });

    it('does not wait for an answer from a window that closed', async () => {
        await fixture.write('.aws/config', MFA_PROFILE);
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        client.mfaCode = () => new Promise(() => undefined);
        const connecting = server.connect('profile:careful');
        await client.until(() => client.mfaRequests.length === 1);
        server.dispose();
        expect(stateOf(await connecting, 'careful')).to.deep.equal({ kind: 'notConnected' });
    });

    it('asks a window that comes while the profile is connected for somebody who cannot be asked', async () => {
        await fixture.write('.aws/config', MFA_PROFILE);
        const backend = fixture.startBackend();
        const { server, client } = fixture.openWindow(backend);
        client.mfaCode = async () => '123456';
        const entry = AwsAccountsSnapshot.find(await server.attach(undefined), 'profile:careful');
        const inBackground = entry && backend.get(ProfileConnector).connect(entry.connection);
        expect(accountOf(await server.connect('profile:careful'), 'careful')).to.equal('777788889999');
        await inBackground;
        expect(client.mfaRequests).to.have.length(1);
    });

    it('says mfaRequired to backend code, which has no window', async () => {
        await fixture.write('.aws/config', MFA_PROFILE);
        const providers = fixture.startBackend().get<AwsConnectionProviders>(AwsConnectionProviders);
        const failed = await providers.credentialProvider('profile:careful')().catch((error: unknown) => error);
        expect(failed).to.have.property('data').that.deep.equals({ reason: 'mfaRequired', subject: 'careful' });
    });

    it('never shows who the old keys were under a profile that has new ones', async () => {
        await fixture.write('.aws/config', `[profile p]\n${DEV_KEYS}`);
        const backend = fixture.startBackend();
        backend.rebind(CallerIdentityService).to(MeddledIdentities).inSingletonScope();
        const identities = backend.get<MeddledIdentities>(CallerIdentityService);
        const { server, client } = fixture.openWindow(backend);
        await server.attach(undefined);
        identities.meanwhile = () => fixture.write('.aws/config', `[profile p]\n${STAGING_KEYS}`);
        expect(accountOf(await server.connect('profile:p'), 'p')).to.equal('444455556666');
        expect(client.snapshots.map(snapshot => accountOf(snapshot, 'p'))).to.not.include('111122223333');
    });

    it('keeps label and identity together through 100 random switches', async () => {
        const accounts: { [name: string]: string } = {
            dev: '111122223333',
            staging: '444455556666',
            role: '111122223333',
            chain: '444455556666'
        };
        await fixture.write(
            '.aws/config',
            `[profile dev]\n${DEV_KEYS}[profile staging]\n${STAGING_KEYS}` +
                '[profile role]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\n' +
                '[profile chain]\nrole_arn = arn:aws:iam::444455556666:role/Chained\nsource_profile = role\n'
        );
        const backend = fixture.startBackend();
        const { server, client } = fixture.openWindow(backend);
        const [providers, identities] = [backend.get<AwsConnectionProviders>(AwsConnectionProviders), backend.get(CallerIdentityService)];
        await server.attach(undefined);
        const names = Object.keys(accounts);
        let seed = 7;
        const slowCalls: Promise<void>[] = [];
        for (let turn = 0; turn < 100; turn += 1) {
            seed = seed * 1_103_515_245 + 12_345 & 0x7fff_ffff;
            const name = names[(seed >> 16) % names.length];
            const used = (await server.setUse('awsServices', `profile:${name}`)).uses.awsServices ?? '';
            const provider = providers.credentialProvider(used);
            // Not awaited: it is under way while the person has switched already.
            slowCalls.push(server.connect(used).then(async () => {
                expect((await identities.identify(await provider(), 'eu-central-1', name)).accountId, name).to.equal(accounts[name]);
            }));
        }
        await Promise.all(slowCalls);
        for (const snapshot of client.snapshots) {
            for (const name of names) {
                expect([accounts[name], 'notConnected', 'connecting'], name).to.include(accountOf(snapshot, name));
            }
        }
    });

    it('bears an hour of keys that a hosted IDE replaces every five minutes: no question, no flicker, '
        + 'always the current keys', async () => {
        const clock = new FakeClock(Date.now());
        await fixture.write(
            '.aws/config',
            `[profile dev]\n${DEV_KEYS}[profile hosted]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\n`
        );
        const minting = fixture.startBackend();
        const backend = fixture.startBackend();
        backend.rebind(Clock).toConstantValue(clock);
        const rotate = async (): Promise<string> => {
            minting.get(AwsCredentials).forgetAll();
            const { accessKeyId, secretAccessKey, sessionToken } = await minting.get(AwsCredentials).get('hosted');
            // In one piece: who meets a half-written file waits for a clock that stands.
            await writeAtomically(
                fixture.pathOf('.aws', 'credentials'),
                `[p]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`
            );
            return accessKeyId;
        };
        await rotate();
        const { server, client } = fixture.openWindow(backend);
        await server.attach(undefined);
        await server.connect('profile:p');
        const seen = client.snapshots.length;
        const provider = backend.get<AwsConnectionProviders>(AwsConnectionProviders).credentialProvider('profile:p');
        for (let minutes = 0; minutes < 60; minutes += 5) {
            clock.advance(5 * 60_000);
            const current = await rotate();
            await server.refresh();
            expect((await provider()).accessKeyId).to.equal(current);
            expect(accountOf(await server.connect('profile:p'), 'p')).to.equal('111122223333');
        }
        expect(
            client.snapshots
                .slice(seen)
                .map(snapshot => stateOf(snapshot, 'p')?.kind)
                .filter(kind => kind !== 'connected')
        ).to.deep.equal([]);
        expect(client.mfaRequests).to.deep.equal([]);
    });

    it('shows who the new keys are, when temporary keys are replaced by those of somebody else', async () => {
        await fixture.write(
            '.aws/config',
            `[profile dev]\n${DEV_KEYS}[profile one]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\n` +
                '[profile two]\nrole_arn = arn:aws:iam::444455556666:role/Chained\nsource_profile = one\n'
        );
        const backend = fixture.startBackend();
        const paste = async (name: string): Promise<void> => {
            const { accessKeyId, secretAccessKey, sessionToken } = await backend.get(AwsCredentials).get(name);
            await fixture.write(
                '.aws/credentials',
                `[p]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`
            );
        };
        await paste('one');
        const { server, client } = fixture.openWindow(backend);
        await server.attach(undefined);
        expect(accountOf(await server.connect('profile:p'), 'p')).to.equal('111122223333');
        await paste('two');
        await server.refresh();
        await client.until(() => client.snapshots.some(snapshot => accountOf(snapshot, 'p') === '444455556666'));
    });

    it('ends a call that hangs as soon as it is cancelled, and leaves the state as it was', async () => {
        await fixture.write('.aws/config', `[profile p]\n${DEV_KEYS}`);
        const { server } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        fixture.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'hang' });
        const cancellation = new CancellationTokenSource();
        const connecting = server.connect('profile:p', cancellation.token);
        await reached(fixture.emulator, 'GetCallerIdentity', 1);
        cancellation.cancel();
        await connecting;
        fixture.emulator.faults.clear();
        expect(accountOf(await server.connect('profile:p'), 'p')).to.equal('111122223333');
    });
});
