import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});
// First and whole: parts of it import each other in a circle.
import '@theia/core/lib/browser';

import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Event } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import {
    AwsAccountsFrontend,
    AwsAccountsModel,
    AwsRequirementContribution,
    AwsRequirementRegistry,
    LiteralMessages,
    ProductTokenServices,
    TokenServices
} from 'theia-aws-accounts/lib/browser';
import { DeclarationReport } from 'theia-aws-accounts/lib/browser/guard/declaration/declaration-report';
import { ProductRequirements } from 'theia-aws-accounts/lib/browser/guard/declaration/product-requirements';
import { AwsGuard, Clock } from 'theia-aws-accounts/lib/browser/integration';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';
import { ConsentQuestion } from '../consent/consent-question';
import { ExtensionConsents } from '../consent/extension-consents';
import { ExtensionRequirements } from '../requirements/extension-requirements';
import { AwsPluginMainImpl } from './aws-plugin-main';
disableJSDOM();

describe('the page, for a plugin host', () => {
    let registry: AwsRequirementRegistry;
    let main: AwsPluginMainImpl;
    /** The promise that the guard still waits for. */
    let known: Promise<void> | undefined;
    /** Messages to the host, in order: all go over one channel. */
    let sent: string[];

    beforeEach(async () => {
        sent = [];
        known = undefined;
        const container = new Container();
        for (const service of [AwsAccountsFrontend, AwsPluginServerProxy, ConsentQuestion, LiteralMessages]) {
            container.bind<object>(service).toConstantValue({});
        }
        container.bind<object>(AwsGuard).toConstantValue({ whenKnown: () => known });
        container.bind<object>(AwsAccountsModel).toConstantValue({ onDidChange: Event.None });
        container.bind<object>(ExtensionConsents).toConstantValue({ onDidChange: Event.None, all: [] });
        container.bind<object>(ExtensionRequirements).toConstantValue({ ready: async () => undefined });
        container.bind(Clock).toConstantValue({ now: () => 0 });
        container.bind(ILogger).to(MockLogger);
        bindContributionProvider(container, AwsRequirementContribution);
        container.bind(AwsRequirementContribution).toConstantValue({ registerRequirements: () => undefined });
        container.bind<ProductRequirements>(ProductRequirements).toConstantValue(() => undefined);
        container.bind<object>(DeclarationReport).toConstantValue({});
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        container.bind(AwsRequirementRegistry).toSelf().inSingletonScope();
        container.bind(AwsPluginMainImpl).toSelf();
        registry = container.get(AwsRequirementRegistry);
        main = container.get(AwsPluginMainImpl);
        main.host = { $onState: () => sent.push('state'), $onRequirements: () => sent.push('requirements') };
        await main.$attach();
    });

    it('sends word of a late declaration before whoever declares goes on, so that nothing the page sets off afterwards is '
        + 'ahead of it', () => {
        registry.register('tool.deploy', { kind: 'iam' });
        sent.push('a command');
        expect(sent).to.deep.equal(['requirements', 'a command']);
    });

    it('says from the declaration on that the command is guarded', async () => {
        expect(await main.$isGuarded('tool.deploy')).to.equal(false);
        registry.register('tool.*', { kind: 'iam' });
        expect(await main.$isGuarded('tool.deploy')).to.equal(true);
    });

    it('does not say whether a command is guarded before all is declared that may mean it, settings too', async () => {
        const read = new Deferred<void>();
        known = read.promise;
        const said = main.$isGuarded('tool.deploy');
        registry.register('tool.deploy', { kind: 'iam' });
        const first = await Promise.race([said.then(() => 'said'), new Promise(resolve => setImmediate(resolve, 'waits'))]);
        read.resolve();
        expect([first, await said]).to.deep.equal(['waits', true]);
    });

    it('sends nothing more to a host that has ended', () => {
        main.dispose();
        registry.register('tool.deploy', { kind: 'iam' });
        expect(sent).to.deep.equal([]);
    });
});
