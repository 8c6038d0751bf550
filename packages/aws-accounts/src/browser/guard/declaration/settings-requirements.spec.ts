import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Deferred } from '@theia/core/lib/common/promise-util';
import { expect } from 'chai';
import { CONNECTED, profile } from '../../test/snapshot-samples';
import { SettingsRequirements } from './settings-requirements';
import type { SettingsValues } from '../test/fake-settings';
import { errorOf, GuardFixture, settled } from '../test/guard-fixture';
disableJSDOM();

const IAM = { kind: 'iam' };

describe('requirements in settings', () => {
    let fixture: GuardFixture;

    async function start(initial: SettingsValues, trusted: boolean | 'notAsked' = true): Promise<void> {
        fixture = new GuardFixture([], { product: IAM });
        fixture.trust.trusted = trusted === 'notAsked' ? undefined : trusted;
        fixture.settings.values = initial;
        fixture.container.get(SettingsRequirements).onStart();
        await settled();
    }

    function change(next: SettingsValues): void {
        fixture.settings.change(next);
    }

    function guarded(): string[] {
        return ['product', 'mine', 'theirs', 'folder'].filter(id => fixture.requirements.isDeclared(id));
    }

    it('of user, workspace and folder add up', async () => {
        await start({ globalValue: { mine: IAM }, workspaceValue: { theirs: IAM }, workspaceFolderValue: { folder: IAM } });
        expect(guarded()).to.deep.equal(['product', 'mine', 'theirs', 'folder']);
    });

    const weaker: readonly unknown[] = [
        {},
        { product: [], mine: [] },
        { product: null, mine: null },
        null,
        'nothing',
        { '*': { kind: 'either', of: [] } }
    ];
    for (const workspaceValue of weaker) {
        it(`of a workspace take nothing away: ${JSON.stringify(workspaceValue)}`, async () => {
            await start({ globalValue: { mine: IAM }, workspaceValue });
            expect(guarded()).to.include.members(['product', 'mine']);
        });
    }

    it('narrow what others declare, and never widen it', async () => {
        await start({
            globalValue: { mine: { kind: 'iam', accounts: ['111122223333'] } },
            workspaceValue: { mine: { kind: 'iam', accounts: ['111122223333', '444455556666'] } }
        });
        expect(fixture.requirements.demandOf('mine', []).requirements).to.deep.equal([{ kind: 'iam', accounts: ['111122223333'] }]);
    });

    it('come and go with the settings, and not with those of others', async () => {
        await start({ workspaceValue: { theirs: IAM } });
        change({ workspaceValue: { folder: IAM } });
        expect(guarded()).to.deep.equal(['product', 'folder']);
        change({});
        expect(guarded()).to.deep.equal(['product']);
    });

    it('that cannot be understood stop their command, and are told once, with the way to the settings', async () => {
        await start({ workspaceValue: { theirs: { kind: 'iamm' } } });
        const opened: unknown[][] = [];
        fixture.registry.registerCommand({ id: 'preferences:open' }, { execute: (...args: unknown[]) => opened.push(args) });
        expect(fixture.requirements.demandOf('theirs', []).broken).to.contain('the workspace settings');
        change({ workspaceValue: { theirs: { kind: 'iamm' }, more: IAM } });
        expect(fixture.logger.errors).to.have.length(1);
        expect(fixture.messages.warnings).to.have.length(1);
        expect(fixture.messages.warnings[0].text).to.match(/the workspace settings, "theirs": "kind" has to be/);
        expect(fixture.messages.warnings[0].actions).to.deep.equal(['Open Settings']);

        fixture.messages.action = 'Open Settings';
        change({ globalValue: 7 });
        await settled();
        expect(fixture.messages.warnings[1].text).to.contain('the user settings');
        expect(opened).to.deep.equal([['aws.accounts.requirements']]);
    });

    it('leave the commands of this extension alone: they are the way out', async () => {
        await start({ globalValue: { '*': IAM, 'aws.accounts.signIn': IAM } });
        expect(fixture.requirements.isDeclared('aws.accounts.signIn')).to.equal(false);
        expect(guarded()).to.have.length(4);
    });

    describe('of a workspace that nobody trusts', () => {
        const STOPPERS: readonly unknown[] = [{ '*': 5 }, { '*': IAM }, { 'theirs': IAM }, { 'theirs': 5 }, 7, { '*?*?*?*?*!': IAM }];
        for (const workspaceValue of STOPPERS) {
            // @threat workspace-stops-commands
            it(`stop nothing and say nothing: ${JSON.stringify(workspaceValue)}`, async () => {
                await start({ globalValue: { mine: IAM }, workspaceValue, workspaceFolderValue: workspaceValue }, false);
                expect(guarded()).to.deep.equal(['product', 'mine']);
                expect([fixture.messages.warnings, fixture.logger.errors]).to.deep.equal([[], []]);
            });
        }

        it('count from the moment at which it is trusted, and no longer', async () => {
            await start({ workspaceValue: { theirs: IAM } }, false);
            fixture.trust.change(true);
            expect(guarded()).to.include('theirs');
            fixture.trust.change(false);
            expect(guarded()).not.to.include('theirs');
        });

        it('keep what they name waiting while the person has not said whether they trust it, and nothing else', async () => {
            await start({ workspaceValue: { 'theirs': IAM, '*': IAM } }, 'notAsked');
            const [theirs, save] = ['theirs', 'save'].map(id => fixture.command(id));
            void errorOf(fixture.registry.executeCommand('theirs'));
            await fixture.registry.executeCommand('save');
            expect([theirs.runs.length, save.runs.length]).to.deep.equal([0, 1]);
            fixture.trust.change(false);
            await settled();
            expect(theirs.runs).to.have.length(1);
        });
    });

    describe('of a workspace that the person trusts', () => {
        const REFUSED = [
            '*', '?', '**', 'theirs*', '*.deploy', 'the?rs', 'workbench.*', 'workbench.action.*', 'core.?ave', 'editor.action.*', 'file.*'
        ];
        for (const pattern of REFUSED) {
            // @threat workspace-stops-commands
            it(`are told and stop nothing where the pattern has no beginning of its own: ${pattern}`, async () => {
                await start({ workspaceValue: { [pattern]: IAM } });
                const ids = ['theirs', 'core.save', 'workbench.action.files.save', 'editor.action.rename', 'file.save', 'x.deploy'];
                expect(ids.filter(id => fixture.requirements.isDeclared(id))).to.deep.equal([]);
                expect(fixture.messages.warnings).to.have.length(1);
                expect(fixture.messages.warnings[0].text).to.contain(`"${pattern}"`);
            });
        }

        it('stop, where they are broken, only what they name in full', async () => {
            await start({ workspaceValue: { 'theirs.*': 5, 'theirs.exactly': 5 } });
            expect(['theirs.more', 'theirs.exactly'].map(id => fixture.requirements.isDeclared(id))).to.deep.equal([false, true]);
            expect(fixture.messages.warnings).to.have.length(2);
        });

        it('never stop the way to the settings in which they are', async () => {
            await start({ globalValue: { '*': 5 }, workspaceValue: { 'preferences:open': 5 } });
            const { runs } = fixture.command('preferences:open');
            await fixture.registry.executeCommand('preferences:open');
            expect(runs).to.have.length(1);
        });

        it('are told only so many times that a person can read them', async () => {
            const broken = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`theirs${index}`, 5]));
            await start({ workspaceValue: broken });
            expect(fixture.messages.warnings).to.have.length(5);
            expect(fixture.requirements.isDeclared('theirs1999')).to.equal(false);
        });

        it('are told in few words, however long they are', async () => {
            await start({ workspaceValue: { ['x'.repeat(1_000_000)]: IAM, theirs: 'y'.repeat(1_000_000) } });
            expect(fixture.messages.warnings.map(({ text }) => text.length < 500)).to.deep.equal([true, true]);
        });
    });

    describe('that have not been read yet', () => {
        let read: Deferred<void>;

        beforeEach(() => {
            read = new Deferred();
            fixture = new GuardFixture();
            fixture.settings.ready = read.promise;
            fixture.settings.values = { workspaceValue: { deploy: IAM } };
            fixture.attach();
        });

        it('keep every command waiting, which then goes through the guard', async () => {
            const [deploy, save] = ['deploy', 'save'].map(id => fixture.command(id));
            const calls = ['deploy', 'save'].map(id => errorOf(fixture.registry.executeCommand(id, 1)));
            await settled();
            expect([deploy.runs, save.runs]).to.deep.equal([[], []]);
            read.resolve();
            expect(await fixture.chooser.question()).to.deep.include({ requirement: IAM });
            expect(save.runs).to.deep.equal([[1]]);
            expect(deploy.runs).to.be.empty;
            fixture.use(profile('dev'), CONNECTED);
            fixture.chooser.answer(true);
            expect(await Promise.all(calls)).to.deep.equal([undefined, undefined]);
            expect(deploy.runs).to.deep.equal([[1]]);
        });

        it('and cannot be: no command runs, and its caller gets to know why', async () => {
            const { runs } = fixture.command('save');
            const call = errorOf(fixture.registry.executeCommand('save'));
            const failure = new Error('no settings');
            read.reject(failure);
            expect(await call).to.equal(failure);
            expect(runs).to.be.empty;
        });

        it('hold up no start: what Theia starts later may be what reads them', async () => {
            const contributions = [fixture.container.get(SettingsRequirements), { onStart: () => read.resolve() }];
            const deploy = fixture.command('deploy');
            // Theia awaits one start after the other.
            for (const contribution of contributions) {
                const start: unknown = contribution.onStart();
                expect(start).to.equal(undefined);
                await start;
            }
            const call = errorOf(fixture.registry.executeCommand('deploy'));
            expect(await fixture.chooser.question()).to.deep.include({ requirement: IAM });
            fixture.chooser.answer(false);
            expect(await call).to.be.instanceOf(Error);
            expect(deploy.runs).to.be.empty;
        });

        it('and cannot be, are told in the log also where no command waits', async () => {
            fixture.container.get(SettingsRequirements).onStart();
            read.reject(new Error('no settings'));
            await settled();
            expect(fixture.logger.errors.join()).to.contain('no settings');
        });

        it('leave the commands of this extension alone', async () => {
            const { runs } = fixture.command('aws.accounts.signIn');
            await fixture.registry.executeCommand('aws.accounts.signIn');
            expect(runs).to.have.length(1);
        });
    });
});
