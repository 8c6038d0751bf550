import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { CommandRegistry } from '@theia/core/lib/common/command';
import { Disposable } from '@theia/core/lib/common/disposable';
import { expect } from 'chai';
import { GuardCancelled } from '../guard-errors';
import { errorOf, GuardFixture } from '../test/guard-fixture';
disableJSDOM();

interface Aliasing {
    registerAlias(aliasId: string, targetId: string): Disposable;
}

/** Gives the registry what that of Theia 1.75 has: the ids by which others know a command. A newer Theia has it by itself. */
function withAliases(registry: CommandRegistry): CommandRegistry & Aliasing {
    const aliases = new Map<string, Set<string>>();
    const added = {
        registerAlias: (aliasId: string, targetId: string) => {
            aliases.set(targetId, (aliases.get(targetId) ?? new Set()).add(aliasId));
            return Disposable.create(() => { aliases.get(targetId)?.delete(aliasId); });
        },
        getAliases: (commandId: string) => [...aliases.get(commandId) ?? []]
    };
    return Object.assign(registry, 'registerAlias' in registry ? {} as typeof added : added);
}

describe('a requirement on an alias of a command', () => {

    let fixture: GuardFixture;
    let registry: CommandRegistry & Aliasing;
    let runs: readonly unknown[];

    beforeEach(() => {
        fixture = new GuardFixture([{ registerRequirements: requirements => requirements.register('vscode.deploy', { kind: 'iam' }) }]);
        fixture.attach();
        registry = withAliases(fixture.registry);
        ({ runs } = fixture.command('theia.deploy'));
    });

    /** The command does not run before a person has decided. */
    async function expectAsked(commandId: string): Promise<void> {
        const outcome = errorOf(registry.executeCommand(commandId));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(runs).to.be.empty;
    }

    it('holds for the command that it stands for', async () => {
        registry.registerAlias('vscode.deploy', 'theia.deploy');
        await expectAsked('theia.deploy');
    });

    it('holds from the moment when the alias comes, also for a command that ran freely before', async () => {
        await registry.executeCommand('theia.deploy');
        expect(runs.length).to.equal(1);
        registry.registerAlias('vscode.deploy', 'theia.deploy');
        const outcome = errorOf(registry.executeCommand('theia.deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(runs.length).to.equal(1);
    });

    it('ends with the alias', async () => {
        await registry.executeCommand('theia.deploy');
        registry.registerAlias('vscode.deploy', 'theia.deploy').dispose();
        await registry.executeCommand('theia.deploy');
        expect(runs.length).to.equal(2);
    });

    it('holds through an alias of the alias, and through a circle of them', async () => {
        registry.registerAlias('other.deploy', 'theia.deploy');
        registry.registerAlias('theia.deploy', 'other.deploy');
        registry.registerAlias('vscode.deploy', 'other.deploy');
        await expectAsked('theia.deploy');
    });

    it('does not hold for the alias of what it is declared on', async () => {
        registry.registerAlias('theia.deploy', 'vscode.deploy');
        await registry.executeCommand('theia.deploy');
        expect(runs.length).to.equal(1);
    });

    it('waits for declarations that may mean the alias', async () => {
        await registry.executeCommand('theia.deploy');
        let declared: () => void = () => undefined;
        const ready = new Promise<void>(resolve => { declared = resolve; });
        fixture.requirements.announce({ concerns: id => id === 'late.deploy', ready: () => ready });
        registry.registerAlias('late.deploy', 'theia.deploy');
        const call = registry.executeCommand('theia.deploy');
        expect(fixture.requirements.whenKnown('theia.deploy')).to.not.equal(undefined);
        declared();
        await call;
        expect(runs.length).to.equal(2);
    });
});
