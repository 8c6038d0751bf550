// A command that needs IAM credentials, declared and wrapped, as the README says.
Object.defineProperty(exports, '__esModule', { value: true });
const { CommandContribution } = require('@theia/core/lib/common/command');
const { ServiceConnectionProvider } = require('@theia/core/lib/browser/messaging/service-connection-provider');
const { ContainerModule } = require('@theia/core/shared/inversify');
const { AwsAccountsFrontend, AwsRequirementContribution } = require('theia-aws-accounts/lib/browser');

const DEPLOY = { id: 'acme.deploy', label: 'Deploy Acme', category: 'Acme' };
const WHO = { id: 'acme.who', label: 'Show Acme Identity', category: 'Acme' };
const ACCOUNT = { id: 'acme.account', label: 'Show Acme Account', category: 'Acme' };
const Backend = Symbol('AcmeBackend');

exports.default = new ContainerModule(bind => {
    bind(Backend).toDynamicValue(({ container }) => container.get(ServiceConnectionProvider).createProxy('/services/acme')).inSingletonScope();
    bind(AwsRequirementContribution).toConstantValue({
        registerRequirements: requirements => requirements.register('acme.dep*', { kind: 'iam' })
    });
    bind(CommandContribution).toDynamicValue(({ container }) => ({
        registerCommands: commands => {
            commands.registerCommand(DEPLOY, { execute: (...args) => ({ deployed: args }) });
            for (const [command, method] of [[WHO, 'identity'], [ACCOUNT, 'account']]) {
                commands.registerCommand(command, {
                    execute: async () => {
                        const connection = await container.get(AwsAccountsFrontend).useFor({ kind: 'iam' }, { command: command.label });
                        return container.get(Backend)[method](connection.id);
                    }
                });
            }
        }
    })).inSingletonScope();
});
