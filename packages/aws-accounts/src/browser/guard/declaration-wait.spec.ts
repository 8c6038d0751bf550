import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Deferred } from '@theia/core/lib/common/promise-util';
import { expect } from 'chai';
import { GuardCancelled } from './guard-errors';
import { errorOf, GuardFixture, settled } from './test/guard-fixture';
disableJSDOM();

const TEXT = 'Reading which connections commands need...';

describe('commands that wait for declarations', () => {
    let fixture: GuardFixture;
    let read: Deferred<void>;

    beforeEach(() => {
        fixture = new GuardFixture();
        fixture.attach();
        read = new Deferred();
        fixture.requirements.announce({ concerns: id => id !== 'free', ready: () => read.promise });
    });

    async function call(...ids: string[]): Promise<Promise<unknown>[]> {
        const calls = ids.map(id => errorOf(fixture.registry.executeCommand(id)));
        await settled();
        return calls;
    }

    it('for a moment show nothing', async () => {
        const { runs } = fixture.command('deploy');
        const calls = await call('deploy');
        expect(fixture.messages.progress).to.be.empty;
        read.resolve();
        expect(await Promise.all(calls)).to.deep.equal([undefined]);
        expect(runs).to.have.length(1);
        fixture.timer.ring();
        expect(fixture.messages.progress).to.be.empty;
    });

    it('for longer say so after a second, all in one notification, which goes when they run', async () => {
        const commands = ['one', 'two'].map(id => fixture.command(id));
        const calls = await call('one', 'two');
        expect(fixture.timer.delayMs).to.equal(1000);
        fixture.timer.ring();
        expect(fixture.messages.openProgress.map(({ text }) => text)).to.deep.equal([TEXT]);
        calls.push(...await call('one'));
        expect(fixture.messages.progress).to.have.length(1);
        read.resolve();
        expect(await Promise.all(calls)).to.deep.equal([undefined, undefined, undefined]);
        await settled();
        expect(fixture.messages.openProgress).to.be.empty;
        expect(commands.map(({ runs }) => runs.length)).to.deep.equal([2, 1]);
    });

    it('are called off by the person, and do not run when the declarations come', async () => {
        const commands = ['one', 'two'].map(id => fixture.command(id));
        const calls = await call('one', 'two');
        fixture.timer.ring();
        fixture.messages.openProgress[0].cancel();
        for (const outcome of await Promise.all(calls)) {
            expect(outcome).to.be.instanceOf(GuardCancelled);
        }
        await settled();
        expect(fixture.messages.openProgress).to.be.empty;
        read.resolve();
        await settled();
        expect(commands.flatMap(({ runs }) => runs)).to.be.empty;
        expect(fixture.messages.errors).to.be.empty;
    });

    it('may be called again after that, and say again that they wait', async () => {
        const { runs } = fixture.command('deploy');
        const [first] = await call('deploy');
        fixture.timer.ring();
        fixture.messages.openProgress[0].cancel();
        await first;
        const [second] = await call('deploy');
        fixture.timer.ring();
        expect(fixture.messages.openProgress).to.have.length(1);
        read.resolve();
        expect(await second).to.equal(undefined);
        expect(runs).to.have.length(1);
    });

    it('tell the person when the declarations cannot be read, once for all that waited', async () => {
        const { runs } = fixture.command('deploy');
        const calls = await call('deploy', 'deploy');
        const failure = new Error('connection closed');
        read.reject(failure);
        expect(await Promise.all(calls)).to.deep.equal([failure, failure]);
        const text = 'Run deploy did not run. AWS Accounts made a mistake with this request. The log of the IDE says more.';
        expect(fixture.messages.errors).to.deep.equal([text]);
        await Promise.all(await call('deploy'));
        expect(fixture.messages.errors).to.deep.equal([text, text]);
        expect(runs).to.be.empty;
    });

    it('hold up no other command', async () => {
        const { runs } = fixture.command('free');
        expect(await Promise.all(await call('free'))).to.deep.equal([undefined]);
        expect(runs).to.have.length(1);
    });
});
