import { Deferred } from '@theia/core/lib/common/promise-util';
import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsConnectionProviders, BearerToken } from './connection-providers';
import { BackendFixture, OpenedWindow } from './test/backend-fixture';

const SCOPES = ['codewhisperer:completions'];
const WORDS = 'You do not have an active subscription to Amazon Q Developer.';

/** Keeps the messages to a process that keeps tokens, in order. */
class Receiver {

    readonly told: (BearerToken | AwsFailure)[] = [];
    protected next = new Deferred<void>();

    receive(token: BearerToken): void {
        this.note(token);
    }

    withdraw(failure: AwsFailure): void {
        this.note(failure);
    }

    async until(count: number): Promise<void> {
        while (this.told.length < count) {
            await this.next.promise;
        }
    }

    protected note(value: BearerToken | AwsFailure): void {
        this.told.push(value);
        this.next.resolve();
        this.next = new Deferred();
    }
}

describe('A process that is fed with tokens, and what its service says', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;
    let window: OpenedWindow;
    let providers: AwsConnectionProviders;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        const backend = fixture.startBackend();
        providers = backend.get<AwsConnectionProviders>(AwsConnectionProviders);
        window = fixture.openWindow(backend);
        await window.server.attach(undefined);
        await signIn();
    });

    afterEach(() => fixture.dispose());

    async function signIn(): Promise<void> {
        const { server, client } = window;
        client.progress.splice(0);
        const signingIn = server.signIn({ signInId: 'one', target: { kind: 'builderId' }, use: 'codeWhisperer' });
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        await signingIn;
        await server.setUse('codeWhisperer', 'builder-id');
    }

    const last = (): AwsAccountsSnapshot => window.client.snapshots.at(-1) as AwsAccountsSnapshot;
    const stateKind = (): string | undefined => AwsAccountsSnapshot.find(last(), 'builder-id')?.state.kind;
    const refusal = (): string | undefined => AwsAccountsSnapshot.refusalOf(last(), 'codeWhisperer');

    it('gets a token with its start URL, loses it at sign-out without a trace of trouble, and gets that of the next sign-in', async () => {
        const receiver = new Receiver();
        const feed = providers.feedToken('builder-id', SCOPES, receiver);
        await receiver.until(1);
        await window.server.signOut('builder-id');
        await receiver.until(2);
        await window.server.refresh();
        expect(stateKind()).to.equal('signedOut');
        await signIn();
        await receiver.until(3);
        feed.dispose();
        const [first, withdrawn, second] = receiver.told;
        expect(first).to.include({ startUrl: 'https://view.awsapps.com/start', region: 'us-east-1' });
        expect(withdrawn).to.include({ reason: 'signInRequired' });
        expect(second).to.have.property('token').that.is.a('string').and.does.not.equal((first as BearerToken).token);
    });

    it('reads signed out, not expired, when somebody asks for a token after the sign-out', async () => {
        await window.server.signOut('builder-id');
        await providers.tokenProvider('builder-id', SCOPES)().then(() => expect.fail(), error => expect(AwsFailure.of(error).reason)
            .to.equal('signInRequired'));
        expect(stateKind()).to.equal('signedOut');
    });

    it('shows a refusal on the use in the words of the service, and the sign-in as it is, until the service takes the person', async () => {
        providers.reportRefusal('codeWhisperer', WORDS);
        await window.client.until(() => refusal() === WORDS);
        expect(stateKind()).to.equal('signedIn');
        providers.reportAcceptance('codeWhisperer');
        await window.client.until(() => refusal() === undefined);
    });

    it('forgets a refusal with the sign-out, and with the next sign-in', async () => {
        for (const end of [() => window.server.signOut('builder-id'), () => signIn()]) {
            providers.reportRefusal('codeWhisperer', WORDS);
            await window.client.until(() => refusal() === WORDS);
            await end();
            await window.client.until(() => refusal() === undefined);
            await signIn();
        }
    });

    it('reads expired once AWS has rejected the token, whatever its file says, and takes it back', async () => {
        const receiver = new Receiver();
        const feed = providers.feedToken('builder-id', SCOPES, receiver);
        await receiver.until(1);
        providers.reportRejection('builder-id', (receiver.told[0] as BearerToken).token);
        await window.client.until(() => stateKind() === 'expired');
        await receiver.until(2);
        feed.dispose();
        expect(receiver.told[1]).to.include({ reason: 'signInRequired' });
    });

    it('keeps a refusal to its use and its connection, and cuts words that are longer than a view shows', async () => {
        providers.reportRefusal('otherService', WORDS, 'builder-id');
        providers.reportRefusal('codeWhisperer', 'x'.repeat(5000), 'builder-id');
        await window.client.until(() => refusal() !== undefined);
        expect(refusal()).to.have.lengthOf(500);
        providers.reportRefusal('codeWhisperer', WORDS, 'sso-session:other');
        providers.reportAcceptance('codeWhisperer');
        await window.client.until(() => refusal() === undefined);
    });
});
