import type { AwsCredentialIdentity } from '@smithy/types';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { Clock } from '../process/clock';
import { ConfigHome } from '../shared-config/test/config-home';
import type { SectionSettings } from '../shared-config/profile-settings';
import { FakeClock } from '../test/fake-clock';
import { AwsCredentials } from './aws-credentials';
import { ProfileCredentials } from './profile-credentials';
import type { RunningContext } from './resolution/resolution-context';

/** Resolves when the spec says, to credentials that name the content of the profile. */
class SlowProfiles {

    readonly calls: {
        readonly content: string;
        readonly context: RunningContext;
        finish(expiresAt?: number): void;
        fail(error: unknown): void;
    }[] = [];
    protected waiting: { count: number; wake(): void }[] = [];

    resolve(profile: SectionSettings, _lookup: unknown, context: RunningContext): Promise<AwsCredentialIdentity> {
        return new Promise((resolve, reject) => {
            const content = profile.get('aws_access_key_id') ?? '';
            const finish = (expiresAt?: number): void =>
                resolve({
                    accessKeyId: content,
                    secretAccessKey: 's',
                    expiration: expiresAt === undefined ? undefined : new Date(expiresAt)
                });
            this.calls.push({ content, context, finish, fail: reject });
            this.waiting.filter(({ count }) => count <= this.calls.length).forEach(({ wake }) => wake());
        });
    }

    /** Resolves as soon as there were `count` calls. */
    called(count: number): Promise<void> {
        return this.calls.length >= count ? Promise.resolve() : new Promise(wake => this.waiting.push({ count, wake }));
    }
}

/** Says when somebody has begun to wait. */
class WatchedCredentials extends AwsCredentials {

    onJoin: () => void = () => undefined;

    protected override join(...args: Parameters<AwsCredentials['join']>): Promise<AwsCredentialIdentity> {
        const joining = super.join(...args);
        this.onJoin();
        return joining;
    }
}

const MINUTE = 60_000;

describe('The memory of credentials', () => {

    let home: ConfigHome;
    let profiles: SlowProfiles;
    let clock: FakeClock;
    let credentials: WatchedCredentials;

    const write = (key: string): Promise<void> => home.write(`[profile p]\naws_access_key_id = ${key}\naws_secret_access_key = s\n`);

    beforeEach(async () => {
        home = await ConfigHome.create();
        profiles = new SlowProfiles();
        clock = new FakeClock();
        const container = new Container();
        container.parent = home.container;
        container.bind(Clock).toConstantValue(clock);
        container.bind(ProfileCredentials).toConstantValue(profiles as unknown as ProfileCredentials);
        container.bind(WatchedCredentials).toSelf();
        credentials = container.get(WatchedCredentials);
        await write('A');
    });

    afterEach(() => home.dispose());

    it('resolves once however many ask, at once or later', async () => {
        const asking = Array.from({ length: 50 }, () => credentials.get('p'));
        await profiles.called(1);
        profiles.calls[0].finish();
        expect(new Set(await Promise.all(asking)).size).to.equal(1);
        await credentials.get('p');
        expect(profiles.calls).to.have.lengthOf(1);
    });

    it('lasts until five minutes before their end', async () => {
        const first = credentials.get('p');
        await profiles.called(1);
        profiles.calls[0].finish(clock.now() + 60 * MINUTE);
        await first;
        clock.advance(55 * MINUTE - 1);
        await credentials.get('p');
        expect(profiles.calls).to.have.lengthOf(1);
        clock.advance(1);
        const again = Promise.all([credentials.get('p'), credentials.get('p')]);
        await profiles.called(2);
        profiles.calls[1].finish(clock.now() + 60 * MINUTE);
        await again;
        expect(profiles.calls).to.have.lengthOf(2);
    });

    it('forgets when the file changes', async () => {
        const first = credentials.get('p');
        await profiles.called(1);
        profiles.calls[0].finish();
        await first;
        await write('B');
        const second = credentials.get('p');
        await profiles.called(2);
        profiles.calls[1].finish();
        expect((await second).accessKeyId).to.equal('B');
    });

    it('never takes a slow answer about the old content for one about the new', async () => {
        const old = credentials.get('p');
        await profiles.called(1);
        await write('B');
        const current = credentials.get('p');
        await profiles.called(2);
        profiles.calls[1].finish();
        expect((await current).accessKeyId).to.equal('B');
        profiles.calls[0].finish();
        expect((await old).accessKeyId, 'whoever asked before the change').to.equal('A');
        expect((await credentials.get('p')).accessKeyId).to.equal('B');
        expect(profiles.calls).to.have.lengthOf(2);
    });

    it('does not remember a failure of the old content against the new', async () => {
        const old = credentials.get('p').catch((error: unknown) => AwsFailure.of(error).reason);
        await profiles.called(1);
        await write('B');
        const current = credentials.get('p');
        await profiles.called(2);
        profiles.calls[0].fail(AwsFailure.toError({ reason: 'accessDenied' }));
        expect(await old).to.equal('accessDenied');
        profiles.calls[1].finish();
        await current;
        await credentials.get('p');
        expect(profiles.calls).to.have.lengthOf(2);
    });

    it('tries again after a failure', async () => {
        const failing = credentials.get('p').catch((error: unknown) => AwsFailure.of(error).reason);
        await profiles.called(1);
        profiles.calls[0].fail(AwsFailure.toError({ reason: 'network' }));
        expect(await failing).to.equal('network');
        const second = credentials.get('p');
        await profiles.called(2);
        profiles.calls[1].finish();
        expect((await second).accessKeyId).to.equal('A');
    });

    for (const [reason, outcome] of [['network', 'A'], ['accessDenied', 'accessDenied']] as const) {
        it(`after ${reason} in the last minutes, ${reason === outcome ? 'says so' : 'keeps what still lives'}`, async () => {
            const first = credentials.get('p');
            await profiles.called(1);
            profiles.calls[0].finish(clock.now() + 60 * MINUTE);
            await first;
            clock.advance(56 * MINUTE);
            const renewed = credentials.get('p').then(({ accessKeyId }) => accessKeyId, (error: unknown) => AwsFailure.of(error).reason);
            await profiles.called(2);
            profiles.calls[1].fail(AwsFailure.toError({ reason }));
            expect(await renewed).to.equal(outcome);
        });
    }

    it('does not let somebody whom nobody can ask decide for somebody who can be asked', async () => {
        const background = credentials.get('p').catch((error: unknown) => AwsFailure.of(error).reason);
        await profiles.called(1);
        const joined = new Promise<void>(resolve => credentials.onJoin = resolve);
        const window = credentials.get('p', { askMfaCode: async () => '123456' });
        await joined;
        profiles.calls[0].fail(AwsFailure.toError({ reason: 'mfaRequired' }));
        expect(await background).to.equal('mfaRequired');
        await profiles.called(2);
        profiles.calls[1].finish();
        expect((await window).accessKeyId).to.equal('A');
        expect(profiles.calls.map(({ context }) => context.askMfaCode !== undefined)).to.deep.equal([false, true]);
    });
});
