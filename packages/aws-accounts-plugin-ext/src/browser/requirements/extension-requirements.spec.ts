import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});
// First and whole: parts of it import each other in a circle.
import '@theia/core/lib/browser';

import { CommandContribution, CommandRegistry, CommandService } from '@theia/core/lib/common/command';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Emitter } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { HostedPluginWatcher } from '@theia/plugin-ext/lib/hosted/browser/hosted-plugin-watcher';
import { expect } from 'chai';
import {
    AwsAccountsModel,
    AwsRequirement,
    AwsRequirementContribution,
    AwsRequirementRegistry,
    ProductTokenServices,
    TokenServices,
    ConnectionEntry,
    EnsureOptions,
    LiteralMessages
} from 'theia-aws-accounts/lib/browser';
import { AwsGuard, GuardedCalls, RequirementMeeting } from 'theia-aws-accounts/lib/browser/integration';
import { DeclarationReport } from 'theia-aws-accounts/lib/browser/guard/declaration/declaration-report';
import { ProductRequirements } from 'theia-aws-accounts/lib/browser/guard/declaration/product-requirements';
import { ProductionGuard } from 'theia-aws-accounts/lib/browser/guard/production-guard';
import { guardCommandRegistry } from 'theia-aws-accounts/lib/browser/guard/guard-command-registry';
import { CONNECTED, entry, profile } from 'theia-aws-accounts/lib/browser/test/snapshot-samples';
import type { ExtensionManifest } from '../../common/aws-plugin-protocol';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';
import { FakePluginServer } from '../test/fake-plugin-server';
import { ExtensionRequirements, ExtensionCommands } from './extension-requirements';
disableJSDOM();

const IAM = { kind: 'iam' } as const;

function manifest(awsRequirements: unknown): ExtensionManifest {
    return { extensionId: 'acme.tool', commands: ['tool.deploy'], awsRequirements };
}

describe('requirements that extensions declare', () => {
    let disable: () => void;
    let container: Container;
    let server: FakePluginServer;
    let deployed: Emitter<void>;
    let registry: AwsRequirementRegistry;
    let requirements: ExtensionRequirements;
    let warnings: string[];
    let allowed: boolean;
    let entered: string[];

    before(() => {
        disable = enableJSDOM();
        FrontendApplicationConfigProvider.set({});
    });
    after(() => disable());

    beforeEach(() => {
        [warnings, entered, allowed] = [[], [], true];
        server = new FakePluginServer();
        deployed = new Emitter();
        container = new Container();
        container.bind(ILogger).to(MockLogger);
        container.bind(AwsPluginServerProxy).toConstantValue(server);
        container.bind<object>(HostedPluginWatcher).toConstantValue({ onDidDeploy: deployed.event });
        container.bind<object>(ExtensionCommands).toConstantValue({ hasCommand: (id: string) => id.startsWith('tool.') });
        container.bind<object>(LiteralMessages).toConstantValue({ warn: async (text: string) => warnings.push(text) });
        bindContributionProvider(container, AwsRequirementContribution);
        bindContributionProvider(container, CommandContribution);
        container.bind(CommandService).toService(CommandRegistry);
        container.bind(DeclarationReport).toSelf();
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        container.bind(AwsRequirementRegistry).toSelf().inSingletonScope();
        container.bind<ProductRequirements>(ProductRequirements).toConstantValue(() => undefined);
        container.bind(ExtensionRequirements).toSelf().inSingletonScope();
        container.bind(AwsRequirementContribution).toService(ExtensionRequirements);
        container.bind(CommandRegistry).toSelf().inSingletonScope();
        container.onActivation(CommandRegistry, guardCommandRegistry);
        container.bind(AwsGuard).toConstantValue(createGuard());
        registry = container.get(AwsRequirementRegistry);
        requirements = container.get(ExtensionRequirements);
    });

    class NothingInProduction extends ProductionGuard {
        override async enter(): Promise<void> { }
    }

    /** The real guard, up to the point where it would ask a person. */
    function createGuard(): AwsGuard {
        const found = entry(profile('dev'), CONNECTED);
        const answer = {
            ensure: async (_requirement: AwsRequirement, { command = '' }: EnsureOptions): Promise<ConnectionEntry> => {
                entered.push(command);
                if (!allowed) {
                    throw new Error('Cancelled');
                }
                return found;
            },
            expect: () => found
        } as unknown as RequirementMeeting;
        class GuardWithAnswer extends AwsGuard {
            override requirements = container.get(AwsRequirementRegistry);
            protected override production = new NothingInProduction();
            protected override labelOf = (commandId: string): string => commandId;
            override whenKnown(commandId: string): Promise<void> | undefined {
                return this.requirements.whenKnown(commandId)?.then(() => undefined);
            }
            protected override meeting = answer;
            protected override calls = new GuardedCalls();
            protected override model = { check: () => ({ kind: 'satisfied', entry: found }) } as unknown as AwsAccountsModel;
        }
        return new GuardWithAnswer();
    }

    it('are registered when they have been read', async () => {
        server.manifests = [manifest({ 'tool.deploy': IAM })];
        requirements.start();
        expect(requirements.isReady).to.equal(false);
        await requirements.ready();
        expect(requirements.isReady).to.equal(true);
        expect(registry.demandOf('tool.deploy', []).requirements).to.deep.equal([IAM]);
    });

    it('come and go with the extensions', async () => {
        server.manifests = [manifest({ 'tool.deploy': IAM })];
        requirements.start();
        await requirements.ready();
        server.manifests = [manifest({ 'acme.tool.other': IAM })];
        deployed.fire();
        expect(requirements.isReady).to.equal(false);
        await requirements.ready();
        expect(registry.demandOf('tool.deploy', []).requirements).to.deep.equal([]);
        expect(registry.demandOf('acme.tool.other', []).requirements).to.deep.equal([IAM]);
    });

    it('are those that are deployed last, however late an answer about earlier ones comes', async () => {
        let answer: (manifests: readonly ExtensionManifest[]) => void = () => undefined;
        server.getManifests = () => new Promise(resolve => { answer = resolve; });
        requirements.start();
        const waiting = requirements.ready();
        const late = answer;
        deployed.fire();
        answer([manifest({ 'tool.deploy': IAM })]);
        await requirements.ready();
        late([]);
        await waiting;
        expect(registry.demandOf('tool.deploy', []).requirements).to.deep.equal([IAM]);
    });

    it('that are broken are told once, with extension and reason, and the command does not run', async () => {
        server.manifests = [manifest({ 'tool.deploy': { kind: 'iamm' } })];
        requirements.start();
        await requirements.ready();
        deployed.fire();
        await requirements.ready();
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.contain(
            'acme.tool: contributes.awsRequirements["tool.deploy"]: "kind" has to be "iam", "token" or "either", found "iamm"'
        );
        expect(registry.demandOf('tool.deploy', []).broken).to.contain('iamm');
    });

    describe('while they are not known', () => {
        let commands: CommandRegistry;
        let ran: string[];

        beforeEach(() => {
            ran = [];
            commands = container.get(CommandRegistry);
            for (const id of ['tool.deploy', 'theia.save']) {
                commands.registerCommand({ id }, { execute: () => ran.push(id) });
            }
        });

        it('a command of an extension waits, and then goes through the guard', async () => {
            server.manifests = [manifest({ 'tool.deploy': IAM })];
            allowed = false;
            const error = await commands.executeCommand('tool.deploy').then(() => undefined, ({ message }) => message);
            expect(error).to.equal('Cancelled');
            expect(ran).to.deep.equal([]);
            allowed = true;
            await commands.executeCommand('tool.deploy');
            expect(ran).to.deep.equal(['tool.deploy']);
        });

        it('a command of an extension does not run if they cannot be read, and can be tried again', async () => {
            server.manifests = new Error('gone');
            expect(await commands.executeCommand('tool.deploy').then(() => undefined, ({ message }) => message)).to.equal('gone');
            server.manifests = [];
            await commands.executeCommand('tool.deploy');
            expect({ ran, entered }).to.deep.equal({ ran: ['tool.deploy'], entered: [] });
        });

        it('a command of Theia waits for nothing', async () => {
            server.getManifests = () => new Promise(() => undefined);
            await commands.executeCommand('theia.save');
            expect(ran).to.deep.equal(['theia.save']);
        });
    });
});
