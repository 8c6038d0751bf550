import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsScopes } from '../common/token-service/aws-scopes';
import type { SignInRequest } from '../common/sign-in/sign-in';
import { AwsConnectionProviders, BearerToken } from './connection-providers';
import { BackendFixture, OpenedWindow } from './test/backend-fixture';

const CORP = 'sso-session:corp';
const CONFIG = '[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = us-east-1\n';
const SUGGEST = ['codewhisperer:completions'];

describe('A consumer that asked for CodeWhisperer of an organisation', () => {
    let fixture: BackendFixture;
    let backend: Container;
    let window: OpenedWindow;
    let signIns = 0;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', CONFIG);
        backend = fixture.startBackend();
        window = fixture.openWindow(backend);
        await window.server.attach(undefined);
        await signIn({ use: 'codeWhisperer' });
    });

    afterEach(() => fixture.dispose());

    async function signIn(more: Partial<SignInRequest>): Promise<void> {
        const shown = window.client.progress.length;
        const outcome = window.server.signIn({ signInId: String(signIns++), target: { kind: 'connection', connectionId: CORP }, ...more });
        await window.client.until(() => window.client.progress.slice(shown).some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        expect(await outcome).to.deep.equal({ kind: 'signedIn', connectionId: CORP });
    }

    const token = (scopes: readonly string[], from = backend): Promise<BearerToken> =>
        from.get<AwsConnectionProviders>(AwsConnectionProviders).tokenProvider(CORP, scopes)();
    const failureOf = (asking: Promise<unknown>): Promise<AwsFailure | undefined> => asking.then(() => undefined, AwsFailure.of);
    const state = async (): Promise<unknown> => AwsAccountsSnapshot.find(await window.server.refresh(), CORP)?.state;

    /** The file of the token, by which the emulator serves it. */
    async function fileOf({ token: text }: BearerToken): Promise<string> {
        const folder = fixture.pathOf('.aws', 'sso', 'cache');
        for (const path of (await readdir(folder)).map(name => `${folder}/${name}`)) {
            if (JSON.parse(await readFile(path, 'utf8')).accessToken === text) {
                return path;
            }
        }
        throw new Error('no file has this token');
    }

    /** The scopes of the token as its file says them. */
    async function scopesOf(given: BearerToken): Promise<unknown> {
        return JSON.parse(await readFile(await fileOf(given), 'utf8')).scopes;
    }

    // @threat token-opens-more
    for (const scopes of [SUGGEST, AwsScopes.CODEWHISPERER, []]) {
        it(`gets no token that opens accounts, and is told what is needed: [${scopes.join()}]`, async () => {
            expect(await failureOf(token(scopes))).to.include({ reason: 'signInRequired', subject: CORP, detail: AwsScopes.OWN_SIGN_IN });
            expect(await state(), 'the sign-in that is there goes on working').to.include({ kind: 'signedIn' });
        });
    }

    it('gets the token of the sign-in when it asked for accounts too', async () => {
        const given = await token([AwsScopes.ACCOUNT_ACCESS, ...SUGGEST]);
        expect(await scopesOf(given)).to.include(AwsScopes.ACCOUNT_ACCESS);
    });

    // @threat token-opens-more
    it('gets one of a registration of its own once a person has signed in for it, which leaves the other as it is', async () => {
        await signIn({ own: true, scopes: SUGGEST });
        const own = await token(SUGGEST);
        expect(await scopesOf(own)).to.deep.equal([...AwsScopes.CODEWHISPERER].sort());
        expect(await scopesOf(await token([AwsScopes.ACCOUNT_ACCESS]))).to.include.members([AwsScopes.ACCOUNT_ACCESS, ...SUGGEST]);
        expect(await state()).to.deep.include({ kind: 'signedIn', own: [...AwsScopes.CODEWHISPERER].sort() });
        const portal = `${fixture.emulator.url}/assignment/accounts`;
        const answer = await fetch(portal, { headers: { 'x-amz-sso_bearer_token': own.token } });
        expect(answer.ok, 'AWS lists no accounts for it').to.equal(false);
        expect(await token(SUGGEST, fixture.startBackend()), 'after a restart').to.deep.equal(own);
    });

    // @threat token-opens-more
    it('does not get one whose file says that it opens accounts as well', async () => {
        await signIn({ own: true, scopes: SUGGEST });
        const path = await fileOf(await token(SUGGEST));
        const kept = JSON.parse(await readFile(path, 'utf8'));
        await writeFile(path, JSON.stringify({ ...kept, scopes: [...SUGGEST, AwsScopes.ACCOUNT_ACCESS] }));
        expect(await failureOf(token(SUGGEST))).to.include({ reason: 'signInRequired', detail: AwsScopes.OWN_SIGN_IN });
    });

    // @threat token-opens-more
    it('has nothing any more once the person signs out', async () => {
        await signIn({ own: true, scopes: SUGGEST });
        await window.server.signOut(CORP);
        expect(await failureOf(token(SUGGEST))).to.include({ reason: 'signInRequired' });
        await signIn({ use: 'codeWhisperer' });
        expect(await failureOf(token(SUGGEST))).to.include({ detail: AwsScopes.OWN_SIGN_IN });
    });

    // @threat token-opens-more
    it('is not served with the token of whoever was signed in before', async () => {
        await signIn({ own: true, scopes: SUGGEST });
        await signIn({ use: 'codeWhisperer' });
        expect(await failureOf(token(SUGGEST))).to.include({ detail: AwsScopes.OWN_SIGN_IN });
        expect(await state()).not.to.have.property('own');
    });

    for (const [sentence, request] of [
        ['that opens accounts', { scopes: [AwsScopes.ACCOUNT_ACCESS] }], ['of no scopes', {}],
        ['of Builder ID, which opens no accounts', { scopes: SUGGEST, target: { kind: 'builderId' } }],
        ['that ends the other', { scopes: SUGGEST, fromScratch: true }]
    ] as const) {
        it(`cannot be given a sign-in of its own ${sentence}`, async () => {
            const asking = window.server.signIn({
                signInId: 'x', target: { kind: 'connection', connectionId: CORP }, own: true, ...request
            });
            expect(await failureOf(asking)).to.include({ reason: 'invalidRequest' });
        });
    }
});
