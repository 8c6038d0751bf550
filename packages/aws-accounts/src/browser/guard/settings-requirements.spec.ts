import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Emitter, Event } from '@theia/core/lib/common/event';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import { expect } from 'chai';
import { AwsAccountsPreferences } from '../../common/aws-accounts-preferences';
import { SettingsRequirements } from './settings-requirements';
import { GuardFixture } from './test/guard-fixture';
disableJSDOM();

interface Settings {
    globalValue?: unknown;
    workspaceValue?: unknown;
    workspaceFolderValue?: unknown;
}

const IAM = { kind: 'iam' };
const ROOT = 'file:///work';

describe('requirements in settings', () => {
    let fixture: GuardFixture;
    let settings: Settings;
    let changed: Emitter<{ readonly preferenceName: string }>;

    async function start(initial: Settings): Promise<void> {
        fixture = new GuardFixture([], { product: IAM });
        settings = initial;
        changed = new Emitter();
        const preferences = {
            ready: Promise.resolve(), onPreferenceChanged: changed.event,
            inspect: (_name: string, resource?: string) => ({ ...settings, workspaceFolderValue: resource === ROOT ? settings.workspaceFolderValue : undefined })
        };
        fixture.container.bind<object>(PreferenceService).toConstantValue(preferences);
        fixture.container.bind<object>(WorkspaceService).toConstantValue({ onWorkspaceChanged: Event.None, tryGetRoots: () => [{ resource: { toString: () => ROOT } }] });
        await fixture.container.resolve(SettingsRequirements).onStart();
    }

    function change(next: Settings): void {
        settings = next;
        changed.fire({ preferenceName: AwsAccountsPreferences.REQUIREMENTS });
    }

    function guarded(): string[] {
        return ['product', 'mine', 'theirs', 'folder'].filter(id => fixture.requirements.isDeclared(id));
    }

    it('of user, workspace and folder add up', async () => {
        await start({ globalValue: { mine: IAM }, workspaceValue: { theirs: IAM }, workspaceFolderValue: { folder: IAM } });
        expect(guarded()).to.deep.equal(['product', 'mine', 'theirs', 'folder']);
    });

    const weaker: readonly unknown[] = [{}, { product: [], mine: [] }, { product: null, mine: null }, null, 'nothing', { '*': { kind: 'either', of: [] } }];
    for (const workspaceValue of weaker) {
        it(`of a workspace take nothing away: ${JSON.stringify(workspaceValue)}`, async () => {
            await start({ globalValue: { mine: IAM }, workspaceValue });
            expect(guarded()).to.include.members(['product', 'mine']);
        });
    }

    it('narrow what others declare, and never widen it', async () => {
        await start({ globalValue: { mine: { kind: 'iam', accounts: ['111122223333'] } }, workspaceValue: { mine: { kind: 'iam', accounts: ['111122223333', '444455556666'] } } });
        expect(fixture.requirements.demandOf('mine', []).requirements).to.deep.equal([{ kind: 'iam', accounts: ['111122223333'] }]);
    });

    it('come and go with the settings, and not with those of others', async () => {
        await start({ workspaceValue: { theirs: IAM } });
        change({ workspaceValue: { folder: IAM } });
        expect(guarded()).to.deep.equal(['product', 'folder']);
        change({});
        expect(guarded()).to.deep.equal(['product']);
    });

    it('that cannot be understood stop their command, and are reported', async () => {
        await start({ workspaceValue: { theirs: { kind: 'iamm' } } });
        expect(fixture.requirements.demandOf('theirs', []).broken).to.contain('the workspace settings');
        expect(fixture.logger.errors).to.have.length(1);
    });

    it('leave the commands of this extension alone: they are the way out', async () => {
        await start({ workspaceValue: { '*': IAM, 'aws.accounts.signIn': IAM } });
        expect(fixture.requirements.isDeclared('aws.accounts.signIn')).to.equal(false);
        expect(guarded()).to.have.length(4);
    });
});
