import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { ConnectionState } from '../../../common/state/connection-state';
import { CORP_SESSION as CORP } from '../../test/sign-in-fixture';
import { HOUR_MS, MINUTE_MS, TokenFixture, until } from '../../test/token-fixture';
import { BUILDER_ID_SESSION } from '../../shared-config/sso-session';
import type { SsoToken } from './sso-token';
import { SsoTokenManager } from './sso-token-manager';

/** Asks for a token that still works: the caller waits for a newer one, and so does the clock. */
const PATIENT = 1;

describe('SsoTokenManager, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: TokenFixture;
    let manager: SsoTokenManager;

    beforeEach(async () => {
        fixture = await TokenFixture.create();
        ({ manager } = fixture);
    });

    afterEach(() => fixture.dispose());

    const asked = (): number => fixture.emulator.count('CreateToken');
    const refuse = (error: string): void => fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'error', error });
    const disconnect = (): void => fixture.emulator.faults.add({ operation: '*', kind: 'drop' });
    const failure = async (): Promise<AwsFailure> =>
        AwsFailure.of(
            await manager.getToken(CORP).then(
                () => expect.fail('a token'),
                (error: unknown) => error
            )
        );
    const state = (): Promise<ConnectionState> => manager.state(CORP);
    /** Lets the pauses between attempts pass as they come; `others` wait for something else meanwhile. */
    async function withoutPauses<T>(pending: Promise<T>, others = 0): Promise<T> {
        let settled = false;
        const result = pending.finally(() => settled = true);
        result.catch(() => undefined);
        while (!settled) {
            await new Promise(resolve => setImmediate(resolve));
            fixture.clock.advance(fixture.clock.waits > others ? 500 : 0);
        }
        return result;
    }

    it('gives a fresh token as it is and asks nobody', async () => {
        const token = await fixture.signIn(CORP);
        expect(await manager.getToken(CORP)).to.deep.equal(token);
        expect(fixture.emulator.requests).to.deep.equal([]);
        expect(await state()).to.deep.equal({
            kind: 'signedIn',
            expiresAt: new Date(token.expiresAt).toISOString(),
            renews: true,
            scopes: ['sso:account:access']
        });
    });

    for (const [left, ms] of [['near its end', HOUR_MS - 5 * MINUTE_MS], ['after its end', 2 * HOUR_MS]] as const) {
        it(`refreshes a token just in time, ${left}`, async () => {
            const token = await fixture.signIn(CORP);
            fixture.clock.advance(ms);
            const renewed = await manager.getToken(CORP);
            expect(renewed.accessToken).to.not.equal(token.accessToken);
            expect(await manager.getToken(CORP)).to.deep.equal(renewed);
            expect(asked()).to.equal(1);
        });
    }

    it('says that there is no token, or that it has ended, without asking', async () => {
        expect(await state()).to.deep.equal({ kind: 'signedOut' });
        expect(await failure()).to.deep.equal({ reason: 'signInRequired', subject: 'corp' });
        const endings: [more: () => Partial<SsoToken>, reason: string][] = [
            [() => ({ refreshToken: undefined }), 'signInRequired'],
            [() => ({ registrationExpiresAt: fixture.inMs(HOUR_MS / 2) }), 'registrationExpired']
        ];
        for (const [more, reason] of endings) {
            await fixture.signIn(CORP, more());
            expect(await state()).to.include({ kind: 'signedIn', renews: false });
            fixture.clock.advance(HOUR_MS);
            expect(await failure()).to.deep.equal({ reason, subject: 'corp' });
            expect(await state()).to.deep.equal({ kind: 'expired', failure: { reason, subject: 'corp' } });
        }
        expect(asked()).to.equal(0);
    });

    it('shares one refresh among all who ask', async () => {
        await fixture.signIn(CORP);
        fixture.clock.advance(HOUR_MS);
        const tokens = await Promise.all(Array.from({ length: 50 }, () => manager.getToken(CORP)));
        expect(new Set(tokens).size).to.equal(1);
        expect(asked()).to.equal(1);
    });

    it('refreshes each session on its own', async () => {
        const builderId = { ...BUILDER_ID_SESSION, scopes: ['codewhisperer:completions'] };
        const [one, two] = [await fixture.signIn(CORP), await fixture.signIn(builderId)];
        fixture.clock.advance(HOUR_MS);
        const tokens = await Promise.all([manager.getToken(CORP), manager.getToken(builderId)]);
        expect(tokens.map(({ startUrl }) => startUrl)).to.deep.equal([one.startUrl, two.startUrl]);
        expect(asked()).to.equal(2);
    });

    for (const [name, fail] of [
        ['offline', disconnect],
        ['session ended', () => refuse('invalid_grant')],
        ['registration gone', () => refuse('invalid_client')]
    ] as const) {
        it(`keeps a token that still works: ${name}; asks again after 30 s at the earliest`, async () => {
            const token = await fixture.signIn(CORP);
            fixture.clock.advance(HOUR_MS - 5 * MINUTE_MS);
            fail();
            expect(await withoutPauses(manager.getToken(CORP), PATIENT)).to.deep.equal(token);
            const first = asked();
            expect(await manager.getToken(CORP)).to.deep.equal(token);
            expect(asked()).to.equal(first);
            fixture.clock.advance(30_000);
            expect(await withoutPauses(manager.getToken(CORP), PATIENT)).to.deep.equal(token);
            expect(asked()).to.be.greaterThan(first);
            expect(await state()).to.include({ kind: 'signedIn', renews: name === 'offline' });
        });
    }

    it('does not withhold a token that works while AWS keeps silent', async () => {
        const token = await fixture.signIn(CORP);
        fixture.clock.advance(HOUR_MS - 5 * MINUTE_MS);
        fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'hang', times: 1 });
        const getting = manager.getToken(CORP);
        await until(() => asked() === 1);
        fixture.clock.advance(3000);
        expect(await getting).to.deep.equal(token);
    });

    const endings: [name: string, fail: () => void, expected: object][] = [
        ['offline', () => disconnect(), { kind: 'unreachable', reason: 'network' }],
        [
            'trouble at AWS',
            () => fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'status', status: 500 }),
            { kind: 'unreachable', reason: 'server' }
        ],
        ['session ended', () => fixture.emulator.endSessions(), { kind: 'expired', reason: 'signInRequired' }],
        ['registration gone', () => refuse('invalid_client'), { kind: 'expired', reason: 'registrationExpired' }],
        ['not allowed', () => refuse('access_denied'), { kind: 'failed', reason: 'accessDenied' }]
    ];
    for (const [name, fail, expected] of endings) {
        it(`tells by error and state why a token that has run out is not renewed: ${name}`, async () => {
            const token = await fixture.signIn(CORP);
            fixture.clock.advance(HOUR_MS);
            expect(await state(), 'until somebody asks').to.include({ kind: 'signedIn' });
            fail();
            let fired = 0;
            manager.onDidRefresh(() => fired += 1);
            const { reason } = await withoutPauses(failure());
            const after = await state();
            expect({ kind: after.kind, reason }).to.deep.equal(expected);
            expect(after).to.have.nested.property('failure.reason', reason);
            expect(fired).to.equal(1);
            expect(await fixture.fileOf(CORP)).to.deep.equal(token);
        });
    }

    it('asks AWS again at once after trouble, and not for half a minute after a refusal', async () => {
        await fixture.signIn(CORP);
        fixture.clock.advance(HOUR_MS);
        fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'status', status: 500, times: 3 });
        await withoutPauses(failure());
        refuse('invalid_grant');
        await failure();
        await failure();
        expect(asked()).to.equal(4);
        fixture.clock.advance(30_000);
        await failure();
        expect(asked()).to.equal(5);
    });

    it('forgets what it knew of a token as soon as another one is there', async () => {
        await fixture.signIn(CORP);
        fixture.clock.advance(HOUR_MS);
        refuse('invalid_grant');
        await failure();
        expect(await state()).to.include({ kind: 'expired' });
        fixture.emulator.faults.clear();
        const token = await fixture.signIn(CORP);
        expect(await state()).to.include({ kind: 'signedIn', renews: true });
        expect(await manager.getToken(CORP)).to.deep.equal(token);
    });

    it('goes on where the token can be read and not written, and says so in the state', async () => {
        const token = await fixture.signIn(CORP);
        await fixture.makeReadOnly(CORP);
        expect(await state()).to.not.have.property('unsaved');
        fixture.clock.advance(HOUR_MS);
        const renewed = await manager.getToken(CORP);
        expect(renewed.accessToken).to.not.equal(token.accessToken);
        expect(await fixture.fileOf(CORP)).to.deep.equal(token);
        expect(await state())
            .to.include({ kind: 'signedIn', renews: true })
            .and.to.have.nested.property('unsaved.reason', 'fileUnwritable');
        fixture.clock.advance(HOUR_MS);
        expect((await manager.getToken(CORP)).refreshToken).to.not.equal(renewed.refreshToken);
    });
});
