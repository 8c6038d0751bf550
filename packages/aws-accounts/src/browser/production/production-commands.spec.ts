import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import type { CommandRegistry } from '@theia/core/lib/common/command';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { FailureMessages } from '../diagnosis/failure-messages';
import { entry, profile, snapshot } from '../test/snapshot-samples';
import { ProductionCommands } from './production-commands';
import { ProductionPrompt } from './production-dialog';
disableJSDOM();

describe('Forget the Lost Marks', () => {
    for (const confirmed of [true, false]) {
        it(`${confirmed ? 'is done' : 'is not done'} when the person ${confirmed ? 'confirms' : 'decides against'} it`, async () => {
            const dev = profile('dev', { production: 'presumed' });
            const [asked, changes]: [string[], unknown[]] = [[], []];
            const container = new Container();
            container
                .bind<object>(AwsAccountsModel)
                .toConstantValue({ find: () => entry(dev, { kind: 'notConnected' }), accept: () => undefined });
            container.bind<object>(AwsAccountsServerProxy).toConstantValue({
                changeProfile: async (...args: unknown[]) => {
                    changes.push(args);
                    return snapshot([]);
                }
            });
            container.bind<object>(FailureMessages).toConstantValue({});
            container.bind<ProductionPrompt>(ProductionPrompt).toConstantValue(async ({ title }) => asked.push(title) > 0 && confirmed);
            const handlers = new Map<string, (id: string) => Promise<void>>();
            const registry = {
                registerCommand: ({ id }: { id: string }, { execute }: { execute(id: string): Promise<void> }) => handlers.set(id, execute)
            };
            container.resolve(ProductionCommands).registerCommands(registry as unknown as CommandRegistry);
            await handlers.get('aws.accounts.forgetLostMarks')?.(dev.id);
            expect(asked).to.deep.equal(['Forget the lost marks?']);
            expect(changes).to.deep.equal(confirmed ? [[dev.id, { kind: 'lostMarksForgotten' }]] : []);
        });
    }
});
