import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import type { AwsEffect } from '../../common/requirement/aws-effect';
import type { ConnectionState } from '../../common/state/connection-state';
import { BUILDER_ID, CONNECTED, profile, SIGNED_IN } from '../test/snapshot-samples';
import { GuardCancelled, RequirementNotMet } from './guard-errors';
import { errorOf, GuardFixture, settled } from './test/guard-fixture';
disableJSDOM();

const dev = profile('dev');
const prod = profile('prod', { production: true });
const elsewhere: ConnectionState = {
    ...CONNECTED,
    identity: { accountId: '999988887777', arn: 'arn:aws:iam::999988887777:user/jo', userId: 'AIDA' }
} as ConnectionState;

describe('a command on a profile that is marked as production', () => {
    let fixture: GuardFixture;

    const declare = (effect?: AwsEffect, id = 'deploy'): unknown => fixture.requirements.register(id, { kind: 'iam' }, { effect });

    beforeEach(() => {
        fixture = new GuardFixture();
        fixture.attach();
        fixture.use(prod, CONNECTED);
    });

    const EFFECTS: readonly (readonly [AwsEffect | undefined, typeof prod, number])[] = [
        ['change', prod, 1], ['destroy', prod, 1], ['read', prod, 0], [undefined, prod, 0], ['change', dev, 0], ['destroy', dev, 0]
    ];
    for (const [effect, connection, questions] of EFFECTS) {
        it(`with effect ${effect} on ${connection.name} ${questions === 0 ? 'runs at once' : 'asks first'}`, async () => {
            declare(effect);
            fixture.use(connection, CONNECTED);
            const { runs } = fixture.command('deploy');
            const call = fixture.registry.executeCommand('deploy', 42);
            await settled();
            expect(fixture.production.asked).to.have.length(questions);
            expect(runs).to.have.length(questions === 0 ? 1 : 0);
            fixture.production.asked.forEach(() => fixture.production.answer(true));
            await call;
            expect(runs).to.deep.equal([[42]]);
        });
    }

    it('names command, account and profile', async () => {
        declare('destroy');
        fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        const [{ title, text, subject, confirm }] = fixture.production.asked;
        expect(title).to.equal('Run Run deploy in production?');
        expect(text).to.equal('Run deploy destroys something in AWS, and you marked this profile as production.');
        expect(subject).to.equal('prod · production · 111122223333 · Admin · eu-central-1');
        expect(confirm).to.equal('Run in 111122223333 with prod');
        fixture.production.answer(false);
        await call;
    });

    it('asks of any profile when marks could not be read, and says so', async () => {
        declare('change');
        fixture.use(profile('dev', { production: 'presumed' }), CONNECTED);
        const { runs } = fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        expect(fixture.production.asked.map(({ text }) => text)).to.deep.equal([
            'Run deploy changes something in AWS. Your marks could not be read, so every profile counts as production.'
        ]);
        fixture.production.answer(false);
        await call;
        expect(runs).to.be.empty;
    });

    it('cancelled: nothing runs', async () => {
        declare('change');
        const { runs } = fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        fixture.production.answer(false);
        expect(await call).to.be.instanceOf(GuardCancelled);
        expect(runs).to.be.empty;
    });

    it('does not run when asking fails', async () => {
        declare('change');
        const { runs } = fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        const error = new Error('no dialog');
        fixture.production.fail(error);
        expect(await call).to.equal(error);
        expect(runs).to.be.empty;
    });

    it('is asked for each time, and for each of many, one after the other', async () => {
        declare('change');
        const { runs } = fixture.command('deploy');
        const calls = [1, 2].map(number => errorOf(fixture.registry.executeCommand('deploy', number)));
        await settled();
        expect(fixture.production.openCount).to.equal(1);
        fixture.production.answer(false);
        await settled();
        expect(fixture.production.openCount).to.equal(1);
        fixture.production.answer(true);
        await Promise.all(calls);
        expect(runs).to.deep.equal([[2]]);
    });

    it('is asked for after the profile was chosen', async () => {
        fixture = new GuardFixture();
        fixture.attach();
        declare('change');
        const { runs } = fixture.command('deploy');
        const call = fixture.registry.executeCommand('deploy');
        await fixture.chooser.question();
        fixture.use(prod, CONNECTED);
        fixture.chooser.answer(true);
        await settled();
        expect(runs).to.be.empty;
        fixture.production.answer(true);
        await call;
        expect(runs).to.have.length(1);
    });

    describe('chosen in the dialog of the guard', () => {
        let call: Promise<unknown>;
        let runs: readonly unknown[][];

        beforeEach(async () => {
            fixture = new GuardFixture();
            fixture.attach();
            declare('destroy');
            ({ runs } = fixture.command('deploy'));
            call = errorOf(fixture.registry.executeCommand('deploy'));
            expect(await fixture.chooser.question()).to.deep.include({ command: 'Run deploy', effect: 'destroy' });
            fixture.use(prod, CONNECTED);
        });

        it('with a button that names its account, is not asked for again', async () => {
            fixture.chooser.answer(true, { connectionId: prod.id, confirmedAccount: '111122223333' });
            expect(await call).to.equal(undefined);
            expect([runs.length, fixture.production.asked.length]).to.deep.equal([1, 0]);
        });

        it('is asked for with the next command', async () => {
            fixture.chooser.answer(true, { connectionId: prod.id, confirmedAccount: '111122223333' });
            await call;
            const next = errorOf(fixture.registry.executeCommand('deploy'));
            await settled();
            fixture.production.answer(false);
            expect(await next).to.be.instanceOf(GuardCancelled);
            expect(runs).to.have.length(1);
        });

        it('is asked for of a second command that shares the dialog, which names the first', async () => {
            declare('change', 'other');
            const other = fixture.command('other');
            fixture.model.disconnect();
            const second = errorOf(fixture.registry.executeCommand('other'));
            fixture.attach();
            fixture.use(prod, CONNECTED);
            await settled();
            fixture.chooser.answer(true, { connectionId: prod.id, confirmedAccount: '111122223333' });
            await call;
            await settled();
            expect(fixture.production.asked.map(({ title }) => title)).to.deep.equal(['Run Run other in production?']);
            fixture.production.answer(false);
            await second;
            expect([runs.length, other.runs.length]).to.deep.equal([1, 0]);
        });

        const OTHERS: readonly (readonly [string, { readonly connectionId: string; readonly confirmedAccount?: string }])[] = [
            ['no account', { connectionId: prod.id }],
            ['another account', { connectionId: prod.id, confirmedAccount: '999988887777' }],
            ['another profile', { connectionId: dev.id, confirmedAccount: '111122223333' }]
        ];
        for (const [what, named] of OTHERS) {
            it(`with a button that names ${what}, is asked for`, async () => {
                fixture.chooser.answer(true, named);
                await settled();
                expect(runs).to.be.empty;
                fixture.production.answer(false);
                expect(await call).to.be.instanceOf(GuardCancelled);
            });
        }
    });

    it('asks anew when another account stands behind the profile by then', async () => {
        declare('change');
        const { runs } = fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        fixture.use(prod, elsewhere);
        fixture.production.answer(true);
        await settled();
        expect(runs).to.be.empty;
        expect(fixture.production.asked.map(({ confirm }) => confirm)).to.deep.equal([
            'Run in 111122223333 with prod',
            'Run in 999988887777 with prod'
        ]);
        fixture.production.answer(false);
        await call;
        expect(runs).to.be.empty;
    });

    const LOST: readonly (readonly [string, () => void])[] = [
        ['the profile has expired', () => fixture.use(prod, { kind: 'expired' })],
        ['the backend is away', () => fixture.model.disconnect()]
    ];
    for (const [what, happen] of LOST) {
        it(`does not run when ${what} by the time of the answer`, async () => {
            declare('change');
            const { runs } = fixture.command('deploy');
            const call = errorOf(fixture.registry.executeCommand('deploy'));
            await settled();
            happen();
            fixture.production.answer(true);
            expect(await call).to.be.instanceOf(RequirementNotMet);
            expect(runs).to.be.empty;
        });
    }

    it('does not run when something else that it needs has gone by the time of the answer', async () => {
        declare('change');
        fixture.requirements.register('deploy', { kind: 'token', scopes: [] });
        fixture.use(BUILDER_ID, SIGNED_IN);
        const { runs } = fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        fixture.use(BUILDER_ID, { kind: 'signedOut' });
        fixture.production.answer(true);
        expect(await call).to.be.instanceOf(RequirementNotMet);
        expect(runs).to.be.empty;
    });

    it('is asked for once, however many of its requirements the profile meets', async () => {
        declare('change');
        fixture.requirements.register(
            'deploy',
            { kind: 'either', of: [{ kind: 'iam' }, { kind: 'token', scopes: [] }] },
            { effect: 'destroy' }
        );
        const { runs } = fixture.command('deploy');
        const call = fixture.registry.executeCommand('deploy');
        await settled();
        fixture.production.answer(true);
        await call;
        expect([fixture.production.asked.length, runs.length]).to.deep.equal([1, 1]);
    });

    it('asks where a token would do as well, and the profile serves', async () => {
        fixture.requirements.register(
            'deploy',
            { kind: 'either', of: [{ kind: 'iam' }, { kind: 'token', scopes: [] }] },
            { effect: 'change' }
        );
        const { runs } = fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        expect(runs).to.be.empty;
        fixture.production.answer(false);
        expect(await call).to.be.instanceOf(GuardCancelled);
    });

    it('takes the strongest of several effects', async () => {
        declare('read');
        declare('destroy', 'dep*');
        fixture.command('deploy');
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        expect(fixture.production.asked).to.have.length(1);
        fixture.production.answer(false);
        await call;
    });
});
