import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { DeveloperProfilesServer } from '../../common/protocol/developer-profiles-protocol';
import type { SignInRequest } from '../../common/sign-in/sign-in';
import { bindWindow } from '../aws-accounts-backend-module';
import { AwsConnectionProviders } from '../connection-providers';
import { BackendFixture, OpenedWindow } from '../test/backend-fixture';
import { DeveloperProfileService } from './profile-service';

const CORP = 'sso-session:corp';
const GLOBEX = 'sso-session:globex';
const CONFIG = [
    ['corp', 'https://d-1234567890.awsapps.com/start', 'us-east-1'], ['globex', 'https://globex.awsapps.com/start', 'eu-central-1']
].map(([name, url, region]) => `[sso-session ${name}]\nsso_start_url = ${url}\nsso_region = ${region}\n`).join('');
const [WEB, DATA] = [
    { arn: 'arn:aws:codewhisperer:us-east-1:111122223333:profile/EHGA3GRVQMUK', name: 'Web team' },
    { arn: 'arn:aws:codewhisperer:eu-central-1:444455556666:profile/QRSTUVWXYZAB', name: 'Data team' }
];

describe('The developer profiles of a sign-in, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;
    let window: OpenedWindow;
    let backend: ReturnType<BackendFixture['startBackend']>;
    let profiles: DeveloperProfilesServer;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', CONFIG);
        await start();
        await signIn(CORP);
    });

    afterEach(() => fixture.dispose());

    async function start(): Promise<void> {
        backend = fixture.startBackend();
        window = fixture.openWindow(backend);
        const connection = backend.createChild();
        bindWindow(connection.bind.bind(connection));
        profiles = connection.get<DeveloperProfilesServer>(DeveloperProfilesServer);
        await window.server.attach('file:///shop');
    }

    /** For CodeWhisperer, and then once more for a token that opens nothing else. */
    async function signIn(connectionId: string): Promise<void> {
        await approved(connectionId, { use: 'codeWhisperer' });
        await window.server.setUse('codeWhisperer', connectionId);
        await approved(connectionId, { own: true });
    }

    async function approved(connectionId: string, more: Partial<SignInRequest>): Promise<void> {
        const { server, client } = window;
        client.progress.splice(0);
        const target = { kind: 'connection', connectionId } as const;
        const signingIn = server.signIn({ signInId: 'one', target, scopes: ['codewhisperer:completions'], ...more });
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        await signingIn;
    }

    const shown = async (): Promise<unknown> => (await window.server.refresh()).developerProfiles?.codeWhisperer;
    const given = async (workspace?: string): Promise<unknown> => (
        await backend.get<AwsConnectionProviders>(AwsConnectionProviders).tokenProvider(CORP, ['codewhisperer:completions'], workspace)()
    ).developerProfile;

    it('are those of all regions, each once', async () => {
        expect(await profiles.list('codeWhisperer')).to.deep.equal({ profiles: [WEB, DATA], gaps: [] });
    });

    it('are asked for in all regions side by side, and a region that is down is a gap', async () => {
        const service = backend.get(DeveloperProfileService);
        const asked: string[] = [];
        let answer = (): void => undefined;
        const all = new Promise<void>(resolve => answer = resolve);
        service.list = async region => {
            asked.push(region);
            if (asked.length === 2) {
                answer();
            }
            await all;
            if (region === 'eu-central-1') {
                throw AwsFailure.toError({ reason: 'server', subject: region });
            }
            return [WEB];
        };
        expect(await profiles.list('codeWhisperer')).to.deep.equal({
            profiles: [WEB], gaps: [{ region: 'eu-central-1', failure: { reason: 'server', subject: 'eu-central-1' } }]
        });
        expect(asked).to.deep.equal(['us-east-1', 'eu-central-1']);
    });

    it('are gaps where the service does not answer, and none where nobody made any', async () => {
        fixture.emulator.settings.withoutDeveloperProfiles = true;
        expect(await profiles.list('codeWhisperer')).to.deep.equal({ profiles: [], gaps: [] });
        await fixture.emulator.stop();
        const { profiles: found, gaps } = await profiles.list('codeWhisperer');
        expect([found, gaps.map(({ region }) => region)]).to.deep.equal([[], ['us-east-1', 'eu-central-1']]);
    });

    it('are kept by sign-in and workspace, over a restart, and reach every consumer', async () => {
        await profiles.choose('codeWhisperer', DATA, 'file:///shop');
        await profiles.choose('codeWhisperer', WEB, 'file:///site');
        expect([await shown(), await given('file:///shop'), await given('file:///site')]).to.deep.equal([DATA, DATA, WEB]);
        await start();
        expect([await shown(), await given('file:///shop'), await given('file:///other')]).to.deep.equal([DATA, DATA, WEB]);
        await signIn(GLOBEX);
        expect(await shown()).to.equal(undefined);
        await window.server.setUse('codeWhisperer', CORP);
        expect(await shown()).to.deep.equal(DATA);
    });

    it('reach a process that is fed, with the same token', async () => {
        const told: unknown[] = [];
        let next = (): void => undefined;
        const feed = backend.get<AwsConnectionProviders>(AwsConnectionProviders).feedToken(CORP, ['codewhisperer:completions'], {
            receive: ({ token, developerProfile, region }) => {
                told.push([token, developerProfile, region]);
                next();
            },
            withdraw: () => undefined
        }, 'file:///shop');
        const until = async (count: number): Promise<void> => {
            while (told.length < count) {
                await new Promise<void>(resolve => next = resolve);
            }
        };
        await until(1);
        await profiles.choose('codeWhisperer', DATA, 'file:///shop');
        await until(2);
        feed.dispose();
        const [[token]] = told as [[string]];
        expect(told).to.deep.equal([[token, undefined, 'us-east-1'], [token, DATA, 'eu-central-1']]);
    });

    it('are refused when they are none, or the use has none', async () => {
        const reasonOf = (act: Promise<unknown>): Promise<string> => act.then(() => 'none', error => AwsFailure.of(error).reason);
        const wrong = [{ arn: 'arn:aws:s3:::bucket', name: 'x' }, { ...WEB, arn: `${WEB.arn}\n; rm` }];
        const reasons = await Promise.all(wrong.map(profile => reasonOf(profiles.choose('codeWhisperer', profile, ''))));
        expect([...reasons, await reasonOf(profiles.list('awsServices'))])
            .to.deep.equal(['invalidRequest', 'invalidRequest', 'invalidRequest']);
    });
});
