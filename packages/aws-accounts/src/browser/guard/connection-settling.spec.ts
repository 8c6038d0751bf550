import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { BUILDER_ID, CONNECTED, entry, profile, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { RequirementMeeting } from './requirement-meeting';
import { GuardCancelled } from './guard-errors';
import { errorOf, GuardFixture, settled } from './test/guard-fixture';
disableJSDOM();

const dev = profile('dev');

describe('what is not known yet', () => {
    let fixture: GuardFixture;

    beforeEach(() => {
        fixture = new GuardFixture([{ registerRequirements: requirements => requirements.register('*', { kind: 'iam' }) }]);
    });

    it('a remembered profile is asked for, and the command runs without a question', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        const { runs } = fixture.command('deploy');
        const call = fixture.registry.executeCommand('deploy');
        await settled();
        expect(fixture.messages.openProgress.map(({ text }) => text)).to.deep.equal(['Asking AWS who dev is...']);
        fixture.backend.connected(CONNECTED);
        await call;
        expect(runs).to.have.length(1);
        expect(fixture.messages.openProgress).to.be.empty;
        expect(fixture.chooser.asked).to.be.empty;
    });

    it('many commands have AWS asked once, behind one notification', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        const commands = ['one', 'two', 'three'].map(id => fixture.command(id));
        const calls = ['one', 'two', 'three'].map(id => fixture.registry.executeCommand(id));
        await settled();
        expect(fixture.backend.connects).to.deep.equal([dev.id]);
        expect(fixture.messages.progress).to.have.length(1);
        fixture.backend.connected(CONNECTED);
        await Promise.all(calls);
        expect(commands.flatMap(({ runs }) => runs)).to.have.length(3);
    });

    it('commands with different needs have the one profile asked for once', async () => {
        fixture.requirements.register('two', { kind: 'iam', accounts: ['111122223333'] });
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        const commands = ['one', 'two'].map(id => fixture.command(id));
        const calls = ['one', 'two'].map(id => fixture.registry.executeCommand(id));
        await settled();
        expect(fixture.backend.connects).to.deep.equal([dev.id]);
        fixture.backend.connected(CONNECTED);
        await Promise.all(calls);
        expect(commands.flatMap(({ runs }) => runs)).to.have.length(2);
    });

    it('where either of two will do, the second is asked only when the first does not help', async () => {
        fixture.attach(
            snapshot([entry(dev, { kind: 'notConnected' }), entry(BUILDER_ID, { kind: 'unreachable', failure: { reason: 'network' } })], {
                uses: { awsServices: dev.id, codeWhisperer: BUILDER_ID.id }
            })
        );
        const guard = fixture.container.get(RequirementMeeting);
        const call = errorOf(guard.ensure({ kind: 'either', of: [{ kind: 'iam' }, { kind: 'token', scopes: [] }] }));
        await settled();
        fixture.backend.connected({ kind: 'failed', failure: { reason: 'accessDenied' } });
        await settled();
        expect(fixture.backend.connects).to.deep.equal([dev.id, BUILDER_ID.id]);
        fixture.use(BUILDER_ID, SIGNED_IN);
        fixture.backend.connected(CONNECTED);
        expect(await call).to.equal(undefined);
        expect(fixture.chooser.asked).to.be.empty;
    });

    it('commands that come before the backend wait for it together, and then run', async () => {
        const commands = ['one', 'two'].map(id => fixture.command(id));
        const calls = ['one', 'two'].map(id => fixture.registry.executeCommand(id));
        await settled();
        expect(fixture.messages.openProgress.map(({ text }) => text)).to.deep.equal(['Waiting for AWS Accounts...']);
        fixture.attach(snapshot([entry(dev, CONNECTED)], { uses: { awsServices: dev.id } }));
        await Promise.all(calls);
        expect(commands.flatMap(({ runs }) => runs)).to.have.length(2);
        expect(fixture.messages.openProgress).to.be.empty;
    });

    it('is called off by the person: nothing runs, and the notification goes', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        const { runs } = fixture.command('deploy');
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        fixture.messages.openProgress[0].cancel();
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(fixture.backend.cancellations).to.deep.equal([dev.id]);
        expect(fixture.messages.openProgress).to.be.empty;
        fixture.backend.connected(CONNECTED);
        await settled();
        expect(runs).to.be.empty;
    });

    it('a line that breaks while AWS is asked stops the command', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        const { runs } = fixture.command('deploy');
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        const broken = new Error('connection closed');
        fixture.backend.breaks(broken);
        expect(await outcome).to.equal(broken);
        expect(runs).to.be.empty;
        expect(fixture.messages.openProgress).to.be.empty;
        expect(fixture.messages.errors).to.deep.equal([
            'Run deploy did not run. AWS Accounts made a mistake with this request. The log of the IDE says more.'
        ]);
        expect(fixture.logger.errors).to.deep.equal(['The guard failed. Error: connection closed']);
    });

    it('a failure is told to the person, once for all who wait', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        fixture.command('deploy');
        const outcomes = [1, 2].map(() => errorOf(fixture.registry.executeCommand('deploy')));
        await settled();
        const error = AwsFailure.toError({ reason: 'timedOut', subject: 'dev' });
        fixture.backend.breaks(error);
        expect(await Promise.all(outcomes)).to.deep.equal([error, error]);
        expect(fixture.messages.errors).to.deep.equal([
            'Run deploy did not run. dev did not answer in time. Every sign-in is kept; try again.'
        ]);
    });

    const LOST: readonly (readonly [name: string, reply: (backend: GuardFixture['backend']) => void])[] = [
        ['and the call breaks', backend => backend.breaks(new Error('reconnecting channel'))],
        ['and the reply never comes, as where Theia keeps the connection', () => undefined],
        ['and the reply comes afterwards', backend => backend.connected(CONNECTED)]
    ];
    for (const [name, reply] of LOST) {
        it(`a line that is lost ends the waiting, and is told once: ${name}`, async () => {
            fixture.attach();
            fixture.use(dev, { kind: 'notConnected' });
            const { runs } = fixture.command('deploy');
            const outcomes = [1, 2].map(() => errorOf(fixture.registry.executeCommand('deploy')));
            await settled();
            fixture.model.disconnect();
            await settled();
            reply(fixture.backend);
            await settled();
            expect(fixture.messages.errors).to.deep.equal([
                'Run deploy did not run. The connection to the backend of the IDE was lost. Try again in a moment.'
            ]);
            expect(fixture.messages.openProgress).to.be.empty;
            (await Promise.all(outcomes)).forEach(outcome => expect(outcome).to.be.instanceOf(Error));
            fixture.attach();
            await settled();
            expect(runs).to.be.empty;
        });
    }

    it('a choice that turns out not to do is told, a decision against it is not', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'expired' });
        fixture.command('deploy');
        for (const decided of [false, true]) {
            const outcome = errorOf(fixture.registry.executeCommand('deploy'));
            await fixture.chooser.question();
            fixture.chooser.answer(decided);
            await outcome;
        }
        expect(fixture.messages.errors).to.deep.equal(['Run deploy did not run. dev has expired.']);
    });

    it('is not told where nobody is to be asked', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        const outcome = errorOf(fixture.container.get(RequirementMeeting).ensure({ kind: 'iam' }, { silent: true }));
        await settled();
        fixture.backend.breaks(new Error('connection closed'));
        expect(await outcome).to.be.instanceOf(Error);
        expect(fixture.messages.errors).to.be.empty;
    });

    it('is asked for again by the next command', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        fixture.command('deploy');
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        fixture.backend.breaks(new Error('connection closed'));
        await outcome;
        const call = fixture.registry.executeCommand('deploy');
        await settled();
        fixture.backend.connected(CONNECTED);
        await call;
        expect(fixture.backend.connects).to.have.length(2);
    });
});
