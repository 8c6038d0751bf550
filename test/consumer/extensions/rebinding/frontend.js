// An extension that makes services of Theia its own: subclasses that count what they are asked for in `window.acme`.
Object.defineProperty(exports, '__esModule', { value: true });
const { BrowserMenuNodeFactory } = require('@theia/core/lib/browser/menu/browser-menu-node-factory');
const { ServiceConnectionProvider } = require('@theia/core/lib/browser/messaging/service-connection-provider');
const { QuickCommandService } = require('@theia/core/lib/browser/quick-input/quick-command-service');
const { TabBarToolbarRegistry } = require('@theia/core/lib/browser/shell/tab-bar-toolbar/tab-bar-toolbar-registry');
const { CommandContribution, CommandRegistry } = require('@theia/core/lib/common/command');
const { ContributionProvider } = require('@theia/core/lib/common/contribution-provider');
const { ContainerModule, decorate, inject, injectable, named } = require('@theia/core/shared/inversify');
const { ShellTerminalServerProxy, shellTerminalPath } = require('@theia/terminal/lib/common/shell-terminal-protocol');
const { TerminalWatcher } = require('@theia/terminal/lib/common/terminal-watcher');
const { AwsRequirementContribution } = require('theia-aws-accounts/lib/browser');

const counts = window.acme = { commands: 0, palette: 0, menus: 0, toolbars: 0, terminals: 0 };

class AcmeCommandRegistry extends CommandRegistry {
    constructor(contributions) {
        super(contributions);
    }
    executeCommand(...args) {
        counts.commands++;
        return super.executeCommand(...args);
    }
}
decorate(injectable(), AcmeCommandRegistry);
decorate(inject(ContributionProvider), AcmeCommandRegistry, 0);
decorate(named(CommandContribution), AcmeCommandRegistry, 0);

class AcmeQuickCommandService extends QuickCommandService {
    getPicks(...args) {
        counts.palette++;
        return super.getPicks(...args);
    }
}
decorate(injectable(), AcmeQuickCommandService);

class AcmeMenuNodeFactory extends BrowserMenuNodeFactory {
    createCommandMenu(...args) {
        counts.menus++;
        return super.createCommandMenu(...args);
    }
}
decorate(injectable(), AcmeMenuNodeFactory);

class AcmeToolbarRegistry extends TabBarToolbarRegistry {
    visibleItems(...args) {
        counts.toolbars++;
        return super.visibleItems(...args);
    }
}
decorate(injectable(), AcmeToolbarRegistry);

exports.default = new ContainerModule((bind, unbind, isBound, rebind) => {
    rebind(CommandRegistry).to(AcmeCommandRegistry).inSingletonScope();
    rebind(QuickCommandService).to(AcmeQuickCommandService).inSingletonScope();
    rebind(BrowserMenuNodeFactory).to(AcmeMenuNodeFactory).inSingletonScope();
    rebind(TabBarToolbarRegistry).to(AcmeToolbarRegistry).inSingletonScope();
    rebind(ShellTerminalServerProxy).toDynamicValue(({ container }) => {
        const server = container.get(ServiceConnectionProvider).createProxy(shellTerminalPath, container.get(TerminalWatcher).getTerminalClient());
        return new Proxy(server, {
            get: (target, member) => member === 'create' ? options => (counts.terminals++, target.create(options)) : target[member]
        });
    }).inSingletonScope();
    bind(AwsRequirementContribution).toConstantValue({ registerRequirements: requirements => requirements.register('acme.deploy', { kind: 'iam' }) });
    bind(CommandContribution).toConstantValue({
        registerCommands: commands => {
            commands.registerCommand({ id: 'acme.deploy', label: 'Deploy Acme', category: 'Acme' }, { execute: (...args) => ({ deployed: args }) });
        }
    });
});
