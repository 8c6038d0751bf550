import { PreferenceService } from '@theia/core/lib/common/preferences';
import type { Container } from '@theia/core/shared/inversify';
import { AwsDiagnosis } from '../../common/protocol/aws-diagnosis-protocol';
import { AwsToolsServer } from '../../common/protocol/aws-tools-protocol';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ConnectionState } from '../../common/state/connection-state';
import type { SignInOutcome, SignInProgress, SignInRequest } from '../../common/sign-in/sign-in';
import { AwsConnectionProviders } from '../connection-providers';
import { PageValidator } from '../console/page-validator';
import { HostCheck } from '../host/host-check';
import { BackendFixture, OpenedWindow } from './backend-fixture';
import { decideInBrowser } from './person-with-browser';

const KEYS = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n';

type Shown<Kind extends SignInProgress['kind']> = Extract<SignInProgress, { readonly kind: Kind }>;

/** A window of a person who has an organisation and a profile with keys, all its subjects, and what the window was told last. */
export class CallingWindow {

    protected constructor(readonly fixture: BackendFixture, readonly backend: Container, protected readonly opened: OpenedWindow) { }

    static async open(): Promise<CallingWindow> {
        const fixture = await BackendFixture.create();
        process.env.AWS_LOGIN_CACHE_DIRECTORY = fixture.pathOf('login');
        const session = '[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = us-east-1\n';
        await fixture.write('.aws/config', session);
        await fixture.write('.aws/credentials', `[base]\n${KEYS}`);
        const backend = fixture.startBackend();
        backend.rebind<object>(HostCheck).toConstantValue({ allows: () => true });
        // As Theia from 1.74 on has it: the console is opened for pages with its cookie.
        backend.rebind<object>(PageValidator).toConstantValue({ validateRequest: () => true });
        backend.bind<object>(PreferenceService)
            .toConstantValue({ get: () => undefined, inspect: () => undefined, ready: Promise.resolve() });
        const window = new CallingWindow(fixture, backend, fixture.openWindow(backend));
        await window.accounts.attach('file:///shop');
        return window;
    }

    readonly accounts = this.opened.server;
    readonly profiles = this.opened.profiles;
    readonly roles = this.opened.roles;
    readonly developerProfiles = this.opened.developerProfiles;
    readonly tools = this.backend.get<AwsToolsServer>(AwsToolsServer);
    readonly diagnosis = this.backend.get<AwsDiagnosis>(AwsDiagnosis);
    readonly providers = this.backend.get<AwsConnectionProviders>(AwsConnectionProviders);

    /** The snapshot that the window was told last: nothing is asked for, and nothing waited for. */
    get shown(): AwsAccountsSnapshot | undefined {
        return this.opened.client.snapshots.at(-1);
    }

    stateOf(id: string, snapshot = this.shown): ConnectionState['kind'] | undefined {
        return snapshot && AwsAccountsSnapshot.find(snapshot, id)?.state.kind;
    }

    /** Makes the call that follows. @returns the state of the connection after it, or the reason of its failure */
    async connect(id: string): Promise<string | undefined> {
        return this.reasonOf(this.accounts.connect(id).then(snapshot => this.stateOf(id, snapshot)));
    }

    reasonOf<T>(call: Promise<T>): Promise<T | string> {
        return call.catch((error: unknown) => AwsFailure.of(error).reason);
    }

    /** A sign-in at whose page the person approves. */
    async signIn(target: SignInRequest['target'], more: Partial<SignInRequest> = {}): Promise<SignInOutcome> {
        const signingIn = this.begin(target, more);
        await this.told('deviceCode');
        this.fixture.emulator.approve();
        return signingIn;
    }

    /** A console sign-in, in a browser on this machine. */
    async signInToConsole(profile: string): Promise<SignInOutcome> {
        const signingIn = this.begin({ kind: 'console', profile, region: 'eu-central-1' }, { flow: 'authorizationCode' });
        await decideInBrowser((await this.told('browser')).authorizeUrl, 'allow');
        return signingIn;
    }

    begin(target: SignInRequest['target'], more: Partial<SignInRequest>): Promise<SignInOutcome> {
        this.opened.client.progress.length = 0;
        return this.accounts.signIn({ signInId: 'one', target, ...more });
    }

    async told<Kind extends SignInProgress['kind']>(kind: Kind): Promise<Shown<Kind>> {
        const isIt = (progress: SignInProgress): progress is Shown<Kind> => progress.kind === kind;
        await this.opened.client.until(() => this.opened.client.progress.some(isIt));
        const [progress] = this.opened.client.progress.filter(isIt);
        return progress;
    }

    async close(): Promise<void> {
        delete process.env.AWS_LOGIN_CACHE_DIRECTORY;
        await this.fixture.dispose();
    }
}
