import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { CONNECTED, profile } from '../test/snapshot-samples';
import { guardMonacoCommands, MonacoCommands } from './guard-monaco-commands';
import { errorOf, GuardFixture } from './test/guard-fixture';
disableJSDOM();

describe('A command that only the editor knows', () => {
    let fixture: GuardFixture;
    let runs: unknown[][];
    let monaco: MonacoCommands;

    beforeEach(() => {
        runs = [];
        fixture = new GuardFixture();
        fixture.attach();
        fixture.container.bind<MonacoCommands>('monaco').toConstantValue({ executeMonacoCommand: async (...call) => runs.push(call) });
        fixture.container.onActivation<MonacoCommands>('monaco', guardMonacoCommands);
        monaco = fixture.container.get('monaco');
    });

    // @threat editor-commands
    it('stays where it is until what it needs is there, and then runs once with its arguments', async () => {
        fixture.requirements.register('editor.deploy', { kind: 'iam' });
        const call = monaco.executeMonacoCommand('editor.deploy', 1, 'two');
        await fixture.chooser.question();
        expect(runs).to.be.empty;
        fixture.use(profile('dev'), CONNECTED);
        fixture.chooser.answer(true);
        expect(await call).to.equal(1);
        expect(runs).to.deep.equal([['editor.deploy', 1, 'two']]);
    });

    it('does not run when the person decides against it', async () => {
        fixture.requirements.register('editor.*', { kind: 'iam' });
        const call = errorOf(monaco.executeMonacoCommand('editor.deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await call).to.be.instanceOf(Error);
        expect(runs).to.be.empty;
    });

    it('runs as ever where nothing is declared on it', async () => {
        await monaco.executeMonacoCommand('editor.rename');
        await monaco.executeMonacoCommand('editor.rename', 2);
        expect(runs).to.deep.equal([['editor.rename'], ['editor.rename', 2]]);
    });
});
