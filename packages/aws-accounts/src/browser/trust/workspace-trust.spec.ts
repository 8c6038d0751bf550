import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Emitter, Event } from '@theia/core/lib/common/event';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { Container } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import { WorkspaceTrustService } from '@theia/workspace/lib/browser/workspace-trust-service';
import { expect } from 'chai';
import { WorkspaceTrust } from './workspace-trust';
disableJSDOM();

type Place = 'defaultValue' | 'globalValue' | 'workspaceValue' | 'workspaceFolderValue';
type Values = { readonly [place in Place]?: unknown };

const ENABLED = 'security.workspace.trust.enabled';

describe('Trust in a workspace', () => {
    let settings: { [name: string]: Values };
    let answer: Deferred<boolean>;
    let changed: Emitter<boolean>;
    let trust: WorkspaceTrust;

    beforeEach(() => {
        settings = { [ENABLED]: { defaultValue: true } };
        answer = new Deferred();
        changed = new Emitter();
        const container = new Container();
        container.bind<object>(WorkspaceTrustService)
            .toConstantValue({ getWorkspaceTrust: () => answer.promise, onDidChangeWorkspaceTrust: changed.event });
        container.bind<object>(PreferenceService)
            .toConstantValue({ inspect: (name: string) => settings[name], onPreferenceChanged: Event.None });
        container.bind<object>(WorkspaceService).toConstantValue({ tryGetRoots: () => [] });
        trust = container.resolve(WorkspaceTrust);
    });

    async function answered(trusted: boolean): Promise<void> {
        answer.resolve(trusted);
        await answer.promise;
    }

    it('is not known before the person answers', () => expect(trust.trusted).to.equal(undefined));

    for (const trusted of [true, false]) {
        it(`is what the person answers: ${trusted}`, async () => {
            await answered(trusted);
            expect(trust.trusted).to.equal(trusted);
            changed.fire(!trusted);
            expect(trust.trusted).to.equal(!trusted);
        });
    }

    it('is given where the person works without it', () => {
        settings[ENABLED] = { defaultValue: true, globalValue: false, workspaceValue: true };
        expect(trust.trusted).to.equal(true);
    });

    for (const [name, value] of Object.entries({
        [ENABLED]: false, 'security.workspace.trust.trustedFolders': ['file:///work'], 'security.workspace.trust.emptyWindow': true
    })) {
        for (const place of ['workspaceValue', 'workspaceFolderValue']) {
            // @threat workspace-trusts-itself
            it(`is not what a workspace says of itself: ${name} as ${place}`, async () => {
                settings[name] = { ...settings[name], [place]: value };
                await answered(true);
                expect(trust.trusted).to.equal(false);
            });
        }
    }
});
