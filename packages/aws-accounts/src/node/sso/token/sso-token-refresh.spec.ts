import type { Fault } from 'aws-sign-in-emulator';
import { rm } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from '../../../common/state/aws-accounts-error';
import { FakeClock } from '../../test/fake-clock';
import { CORP_SESSION as CORP } from '../../test/sign-in-fixture';
import { HOUR_MS, TokenFixture, until } from '../../test/token-fixture';
import type { SsoToken } from './sso-token';
import { RefreshAnswer, SsoTokenRefresh } from './sso-token-refresh';

type Trouble = Pick<Fault, 'kind'> & Record<string, unknown>;
const NEWER = { accessToken: 'of another process', foreign: 'too' };

/** A file that changes while the answer of AWS is on its way. */
class WitnessedRefresh extends SsoTokenRefresh {

    meanwhile: () => Promise<void> = async () => undefined;

    override async request(...args: Parameters<SsoTokenRefresh['request']>): Promise<RefreshAnswer> {
        const answer = await super.request(...args);
        const { meanwhile } = this;
        this.meanwhile = async () => undefined;
        await meanwhile();
        return answer;
    }
}

describe('SsoTokenRefresh, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: TokenFixture;
    let refresher: WitnessedRefresh;
    let token: SsoToken;

    beforeEach(async () => {
        fixture = await TokenFixture.create(FakeClock.jumping());
        fixture.container.rebind(SsoTokenRefresh).to(WitnessedRefresh).inSingletonScope();
        refresher = fixture.container.get(SsoTokenRefresh) as WitnessedRefresh;
        token = await fixture.signIn(CORP);
        fixture.clock.advance(HOUR_MS);
    });

    afterEach(() => fixture.dispose());

    const trouble = (more: Trouble): void => fixture.emulator.faults.add({ operation: 'CreateToken', ...more } as Fault);
    const asked = (): number => fixture.emulator.count('CreateToken');
    const refused = async (): Promise<AwsFailure> => {
        const answer = await refresher.refresh(CORP);
        return answer.kind === 'refused' ? answer.failure : expect.fail('renewed');
    };
    const renewed = async (): Promise<SsoToken> => {
        const answer = await refresher.refresh(CORP);
        return answer.kind === 'renewed' ? answer.token : expect.fail(answer.failure.reason);
    };

    it('writes the new tokens into the file and keeps everything else that is in it', async () => {
        await fixture.writeText(CORP, JSON.stringify({ ...token, foreign: { kept: true } }));
        const result = await renewed();
        expect(result).to.deep.include({
            ...token,
            foreign: { kept: true },
            accessToken: result.accessToken,
            refreshToken: result.refreshToken,
            expiresAt: result.expiresAt
        });
        expect([result.accessToken, result.refreshToken]).to.not.include(token.accessToken).and.not.include(token.refreshToken);
        expect(result.expiresAt).to.equal(new Date(fixture.clock.now() + HOUR_MS).toISOString());
        expect(await fixture.fileOf(CORP)).to.deep.equal(result);
    });

    it('keeps the old refresh token when the answer has none', async () => {
        fixture.emulator.settings.omitRefreshToken = true;
        expect(await renewed()).to.include({ refreshToken: token.refreshToken });
        expect(await fixture.fileOf(CORP)).to.include({ refreshToken: token.refreshToken });
    });

    it('asks nobody when another process was faster', async () => {
        const theirs = { ...token, ...NEWER, expiresAt: fixture.inMs(HOUR_MS) };
        await fixture.writeText(CORP, JSON.stringify(theirs));
        expect(await renewed()).to.deep.equal(theirs);
        expect(asked()).to.equal(0);
    });

    const passing: [trouble: Trouble, reason: AwsFailureReason][] = [
        [{ kind: 'drop' }, 'network'],
        [{ kind: 'hang' }, 'timedOut'],
        [{ kind: 'status', status: 500 }, 'server'],
        [{ kind: 'status', status: 503 }, 'server'],
        [{ kind: 'error', error: 'server_error' }, 'server'],
        [{ kind: 'status', status: 429 }, 'throttled'],
        [{ kind: 'error', error: 'slow_down' }, 'throttled'],
        [{ kind: 'html' }, 'malformedResponse'],
        [{ kind: 'malformed' }, 'malformedResponse'],
        [{ kind: 'empty' }, 'malformedResponse']
    ];
    for (const [more, reason] of passing) {
        it(`tries again after ${Object.values(more).join(' ')}, with pauses, and says ${reason} in the end`, async () => {
            fixture.clients.giveUpAfter(more.kind === 'hang' ? 200 : 15_000);
            trouble({ ...more, times: 3 });
            expect((await refused()).reason).to.equal(reason);
            expect(asked()).to.equal(3);
            expect(fixture.clock.pauses).to.deep.equal([500, 1500]);
            expect(await fixture.fileOf(CORP)).to.deep.equal(token);
            trouble({ ...more, times: 2 });
            expect(await renewed()).to.include.keys('accessToken');
        });
    }

    const final: [error: string, reason: AwsFailureReason][] = [
        ['invalid_grant', 'signInRequired'],
        ['expired_token', 'signInRequired'],
        ['invalid_client', 'registrationExpired'],
        ['unauthorized_client', 'registrationExpired'],
        ['access_denied', 'accessDenied'],
        ['invalid_scope', 'invalidScope'],
        ['invalid_request', 'invalidRequest'],
        ['unsupported_grant_type', 'invalidRequest']
    ];
    for (const [error, reason] of final) {
        for (const header of [true, false]) {
            it(`takes ${error} for ${reason}, ${header ? 'with' : 'without'} the header, asks once and keeps the file`, async () => {
                fixture.emulator.settings.errorTypeHeader = header;
                trouble({ kind: 'error', error });
                expect(await refused()).to.include({ reason, subject: 'corp' });
                expect(asked()).to.equal(1);
                expect(await fixture.fileOf(CORP)).to.deep.equal(token);
            });
        }
    }

    it('uses what another process wrote when AWS says invalid_grant', async () => {
        const theirs = { ...token, ...NEWER, expiresAt: fixture.inMs(HOUR_MS) };
        trouble({ kind: 'error', error: 'invalid_grant' });
        refresher.meanwhile = () => fixture.writeText(CORP, JSON.stringify(theirs));
        expect(await renewed()).to.deep.equal(theirs);
        expect(asked()).to.equal(1);
    });

    it('refreshes what another process wrote when that has run out too', async () => {
        trouble({ kind: 'error', error: 'invalid_grant', times: 1 });
        refresher.meanwhile = () => fixture.writeText(CORP, JSON.stringify({ ...token, ...NEWER }));
        const result = await renewed();
        expect(result).to.deep.include({ foreign: 'too' });
        expect(result.accessToken).to.not.equal(NEWER.accessToken);
        expect(await fixture.fileOf(CORP)).to.deep.equal(result);
    });

    it('leaves a sign-in alone that another tool made meanwhile', async () => {
        const theirs = { ...token, ...NEWER, expiresAt: fixture.inMs(HOUR_MS) };
        refresher.meanwhile = () => fixture.writeText(CORP, JSON.stringify(theirs));
        expect(await renewed()).to.deep.equal(theirs);
        expect(await fixture.fileOf(CORP)).to.deep.equal(theirs);
    });

    it('does not undo a sign-out that another tool made meanwhile', async () => {
        refresher.meanwhile = () => rm(fixture.cache.pathOf(CORP));
        expect((await refused()).reason).to.equal('signInRequired');
        expect(await fixture.cache.look(CORP)).to.equal('missing');
    });

    it('writes over what another tool broke meanwhile', async () => {
        refresher.meanwhile = () => fixture.writeText(CORP, '{"accessToken":');
        const result = await renewed();
        expect(await fixture.fileOf(CORP)).to.deep.equal(result);
    });

    it('holds the lock for an attempt, and not for the pause after it', async () => {
        const patient = await TokenFixture.create();
        await patient.signIn(CORP);
        patient.clock.advance(HOUR_MS);
        patient.emulator.faults.add({ operation: 'CreateToken', kind: 'drop', times: 1 });
        const first = patient.container.get(SsoTokenRefresh).refresh(CORP);
        await until(() => patient.clock.waits === 1);
        const second = await patient.startProcess().get(SsoTokenRefresh).refresh(CORP);
        expect(second.kind).to.equal('renewed');
        patient.clock.advance(500);
        expect(await first).to.deep.equal(second);
        expect(patient.emulator.count('CreateToken')).to.equal(2);
        await patient.dispose();
    });
});
