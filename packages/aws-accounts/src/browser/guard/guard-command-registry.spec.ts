import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { CancellationError, isCancelled } from '@theia/core/lib/common/cancellation';
import { Command, CommandRegistry } from '@theia/core/lib/common/command';
import { injectable } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { BUILDER_ID, CONNECTED, profile, SIGNED_IN } from '../test/snapshot-samples';
import { GuardCancelled } from './guard-errors';
import { errorOf, GuardFixture, settled } from './test/guard-fixture';
disableJSDOM();

const dev = profile('dev');

describe('a declared command', () => {
    let fixture: GuardFixture;

    beforeEach(() => {
        fixture = new GuardFixture([{ registerRequirements: requirements => requirements.register('deploy', { kind: 'iam' }) }]);
        fixture.attach();
    });

    /** The person chooses a profile that works. */
    async function choose(): Promise<void> {
        await fixture.chooser.question();
        fixture.use(dev, CONNECTED);
        fixture.chooser.answer(true);
    }

    it('waits, then runs exactly once with its own arguments, and its result reaches the caller', async () => {
        const result = { done: true };
        const { runs } = fixture.command('deploy', result);
        const payload = { order: 42 };
        const call = fixture.registry.executeCommand('deploy', payload, undefined, 'third');
        await fixture.chooser.question();
        expect(runs).to.be.empty;
        await choose();
        expect(await call).to.equal(result);
        expect(runs).to.have.length(1);
        expect(runs[0]).to.have.length(3);
        expect(runs[0][0]).to.equal(payload);
    });

    it('cancelled: nothing runs, and the caller gets the error that Theia, its variables and VS Code extensions take for a '
        + 'cancellation', async () => {
        const { runs } = fixture.command('deploy');
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        const error = await outcome;
        expect(error).to.be.instanceOf(GuardCancelled).and.instanceOf(CancellationError);
        expect(error).to.include({ name: 'Canceled', message: 'Cancelled' }).and.not.to.have.property('code');
        expect(isCancelled(error as Error)).to.be.true;
        expect(runs).to.be.empty;
    });

    it('runs without a question while a profile is active', async () => {
        fixture.use(dev, CONNECTED);
        const { runs } = fixture.command('deploy', 'result');
        expect(await fixture.registry.executeCommand('deploy', 1)).to.equal('result');
        expect(runs).to.deep.equal([[1]]);
        expect(fixture.chooser.asked).to.be.empty;
        expect(fixture.backend.connects).to.be.empty;
    });

    it('asks again after a cancellation', async () => {
        const { runs } = fixture.command('deploy');
        const first = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        await first;
        const second = fixture.registry.executeCommand('deploy');
        await choose();
        await second;
        expect(runs).to.have.length(1);
        expect(fixture.chooser.asked).to.have.length(2);
    });

    it('names the command, without the dots that promise a dialog, and says what is wrong', async () => {
        fixture.use(dev, { kind: 'expired' });
        fixture.command('deploy');
        void errorOf(fixture.registry.executeCommand('deploy'));
        expect(await fixture.chooser.question())
            .to.deep.include({ command: 'Run deploy', requirement: { kind: 'iam' } })
            .and.nested.include({ 'verdict.kind': 'expired' });
    });

    it('that is disabled fails as in an IDE without a guard, and nobody is asked', async () => {
        fixture.registry.registerCommand({ id: 'deploy' }, { execute: () => 'ran', isEnabled: () => false });
        expect(await errorOf(fixture.registry.executeCommand('deploy'))).to.include({ code: 'NO_ACTIVE_HANDLER' });
        expect(await errorOf(fixture.registry.executeCommand('unknown'))).to.include({ code: 'NO_ACTIVE_HANDLER' });
        expect(fixture.chooser.asked).to.be.empty;
    });

    it('is never hidden or disabled for being guarded', () => {
        fixture.command('deploy');
        expect(fixture.registry.isEnabled('deploy')).to.be.true;
        expect(fixture.registry.isVisible('deploy')).to.be.true;
        expect(fixture.registry.getActiveHandler('deploy')).not.to.be.undefined;
    });

    it('tells listeners of executions only when it really runs', async () => {
        fixture.command('deploy');
        const events: string[] = [];
        fixture.registry.onWillExecuteCommand(({ commandId }) => events.push(`will ${commandId}`));
        fixture.registry.onDidExecuteCommand(({ commandId }) => events.push(`did ${commandId}`));
        const call = fixture.registry.executeCommand('deploy');
        await fixture.chooser.question();
        expect(events).to.be.empty;
        await choose();
        await call;
        expect(events).to.deep.equal(['will deploy', 'did deploy']);
    });

    it('runs the handler that is active when the answer comes, not the one of the question', async () => {
        const { runs } = fixture.command('deploy', 'old');
        const call = fixture.registry.executeCommand('deploy');
        await fixture.chooser.question();
        fixture.registry.registerHandler('deploy', { execute: () => 'new' });
        await choose();
        expect(await call).to.equal('new');
        expect(runs).to.be.empty;
    });

    it('is stopped whatever handler is registered in front of it', async () => {
        fixture.command('deploy');
        const late: unknown[] = [];
        fixture.registry.registerHandler('deploy', { execute: () => late.push('ran') });
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(late).to.be.empty;
    });

    it('gives the errors of its handler to the caller unchanged', async () => {
        fixture.use(dev, CONNECTED);
        const failure = new Error('deploy failed');
        fixture.registry.registerCommand({ id: 'deploy' }, { execute: () => { throw failure; } });
        expect(await errorOf(fixture.registry.executeCommand('deploy'))).to.equal(failure);
    });
});

describe('the guard', () => {

    it('stops commands that were registered before it had anything to do, and commands that come later', async () => {
        const fixture = new GuardFixture();
        fixture.attach();
        const early = fixture.command('early');
        fixture.requirements.register('early', { kind: 'iam' });
        fixture.requirements.register('late', { kind: 'iam' });
        const late = fixture.command('late');
        for (const id of ['early', 'late']) {
            const outcome = errorOf(fixture.registry.executeCommand(id));
            await fixture.chooser.question();
            fixture.chooser.answer(false);
            expect(await outcome, id).to.be.instanceOf(GuardCancelled);
        }
        expect([...early.runs, ...late.runs]).to.be.empty;
    });

    it('guards a command that ran unguarded before, from its declaration on and until that is taken back', async () => {
        const fixture = new GuardFixture();
        fixture.attach();
        const { runs } = fixture.command('deploy');
        await fixture.registry.executeCommand('deploy');
        const declaration = fixture.requirements.register('deploy', { kind: 'iam' });
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        await outcome;
        expect(runs).to.have.length(1);
        declaration.dispose();
        await fixture.registry.executeCommand('deploy');
        expect(runs).to.have.length(2);
    });

    it('stays in front of a registry that somebody else binds anew, and leaves the instance what it is', async () => {
        @injectable()
        class ForeignRegistry extends CommandRegistry { }
        const fixture = new GuardFixture();
        fixture.container.rebind(CommandRegistry).to(ForeignRegistry).inSingletonScope();
        const registry = fixture.container.get(CommandRegistry);
        expect(registry).to.be.instanceOf(ForeignRegistry);
        fixture.requirements.register('deploy', { kind: 'iam' });
        registry.registerCommand({ id: 'deploy' }, { execute: () => 'ran' });
        fixture.attach();
        const outcome = errorOf(registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
    });

    it('asks once for many commands that are stopped for the same reason, and each of them runs once', async () => {
        const fixture = new GuardFixture();
        fixture.attach();
        fixture.requirements.register('*', { kind: 'iam' });
        const commands = ['one', 'two', 'three'].map(id => fixture.command(id));
        const calls = ['one', 'two', 'three', 'one'].map((id, index) => fixture.registry.executeCommand(id, index));
        await fixture.chooser.question();
        await settled();
        expect(fixture.chooser.asked).to.have.length(1);
        fixture.use(dev, CONNECTED);
        fixture.chooser.answer(true);
        await Promise.all(calls);
        expect(commands.map(({ runs }) => runs)).to.deep.equal([[[0], [3]], [[1]], [[2]]]);
        expect(fixture.chooser.asked).to.have.length(1);
    });

    it('stops all of them with one Escape', async () => {
        const fixture = new GuardFixture();
        fixture.attach();
        fixture.requirements.register('*', { kind: 'iam' });
        const commands = ['one', 'two'].map(id => fixture.command(id));
        const outcomes = ['one', 'two'].map(id => errorOf(fixture.registry.executeCommand(id)));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        for (const error of await Promise.all(outcomes)) {
            expect(error).to.be.instanceOf(GuardCancelled);
        }
        expect(commands.flatMap(({ runs }) => runs)).to.be.empty;
        expect(fixture.chooser.asked).to.have.length(1);
    });

    it('asks different questions one after the other', async () => {
        const fixture = new GuardFixture();
        fixture.attach();
        fixture.requirements.register('deploy', { kind: 'iam' });
        fixture.requirements.register('suggest', { kind: 'token', scopes: ['codewhisperer:completions'] });
        const suggest = fixture.command('suggest');
        fixture.command('deploy');
        const first = errorOf(fixture.registry.executeCommand('deploy'));
        const second = fixture.registry.executeCommand('suggest');
        await fixture.chooser.question();
        await settled();
        expect(fixture.chooser.openCount).to.equal(1);
        fixture.chooser.answer(false);
        await first;
        expect((await fixture.chooser.question()).requirement.kind).to.equal('token');
        fixture.use(BUILDER_ID, SIGNED_IN);
        fixture.chooser.answer(true);
        await second;
        expect(suggest.runs).to.have.length(1);
    });

    it('does not touch what is not declared', async () => {
        const fixture = new GuardFixture();
        const command: Command = { id: 'plain' };
        fixture.registry.registerCommand(command, { execute: (...args: unknown[]) => args });
        expect(await fixture.registry.executeCommand('plain', 1, 2)).to.deep.equal([1, 2]);
        expect(fixture.messages.progress).to.be.empty;
    });
});
