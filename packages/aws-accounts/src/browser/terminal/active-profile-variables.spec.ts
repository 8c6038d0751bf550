import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { Emitter } from '@theia/core/lib/common/event';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { Container } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import type { ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { CONNECTED, entry, profile } from '../test/snapshot-samples';
import { WorkspaceTrust } from '../trust/workspace-trust';
import { ActiveProfileVariables } from './active-profile-variables';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';
disableJSDOM();

describe('what this window gives to processes of the active profile', () => {

    let inUse: ConnectionEntry | undefined;
    let settings: { globalValue?: unknown; workspaceValue?: unknown; defaultValue?: unknown };
    let server: { variablesOf(id: string): Promise<ToolVariables> };
    let warnings: string[];
    let trusted: boolean;
    let model: { snapshot: unknown; onDidChange: unknown; inUse(): ConnectionEntry | undefined; find(): ConnectionEntry | undefined };
    let changed: Emitter<void>;
    let active: ActiveProfileVariables;

    beforeEach(() => {
        inUse = entry(profile('dev'), CONNECTED);
        settings = { globalValue: true, defaultValue: false };
        server = { variablesOf: async connectionId => ({ connectionId, variables: { AWS_PROFILE: 'dev' } }) };
        warnings = [];
        trusted = true;
        changed = new Emitter<void>();
        model = { snapshot: {}, onDidChange: changed.event, inUse: () => inUse, find: () => inUse };
        const container = new Container();
        container.bind(AwsAccountsModel).toConstantValue(model as unknown as AwsAccountsModel);
        container.bind(PreferenceService).toConstantValue({ inspect: () => settings });
        container
            .bind(LiteralMessages)
            .toConstantValue({ warn: async (text: string) => void warnings.push(text) } as unknown as LiteralMessages);
        container.bind<object>(WorkspaceTrust).toConstantValue({ whenKnown: async () => trusted });
        container.bind(AwsToolsServerProxy).toConstantValue(server);
        active = container.resolve(ActiveProfileVariables);
    });

    it('is what the backend says of it', async () => expect((await active.get())?.connectionId).to.equal('profile:dev'));

    // @threat workspace-shell
    it('is nothing while the workspace is not trusted, which may say what runs', async () => {
        trusted = false;
        expect(await active.get()).to.equal(undefined);
    });

    it('waits for the first word of the backend', async () => {
        model.snapshot = undefined;
        const variables = active.get();
        model.snapshot = {};
        changed.fire();
        expect((await variables)?.connectionId).to.equal('profile:dev');
    });

    const nothing: readonly (readonly [string, () => unknown])[] = [
        ['the person does not want it, whatever the workspace says', () => settings = { globalValue: false, workspaceValue: true }],
        ['nobody said anything', () => settings = { defaultValue: false, workspaceValue: true }],
        ['no profile is in use', () => inUse = undefined],
        ['the profile cannot be used', () => inUse = entry(profile('dev'), { kind: 'invalid' })]
    ];
    for (const [sentence, arrange] of nothing) {
        it(`is nothing when ${sentence}`, async () => {
            arrange();
            expect(await active.get()).to.equal(undefined);
        });
    }

    it('is nothing when the backend has none, which the person is told', async () => {
        server.variablesOf = async () => {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: 'dev' });
        };
        expect(await active.getOrWarn()).to.equal(undefined);
        expect(warnings).to.deep.equal(['Profile dev does not describe credentials that can be used.']);
    });

    it('has the region that somebody named, and no other', () => {
        expect(active.identity).to.deep.equal({ connectionId: 'profile:dev', region: 'eu-central-1' });
        inUse = entry(profile('dev', { region: { name: 'us-east-1', origin: 'default' } }), CONNECTED);
        expect(active.identity).to.deep.equal({ connectionId: 'profile:dev', region: undefined });
    });
});
