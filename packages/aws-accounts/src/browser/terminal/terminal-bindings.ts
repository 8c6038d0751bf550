import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { TabBarDecorator } from '@theia/core/lib/browser/shell/tab-bar-decorator';
import { CommandContribution } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { ShellTerminalServerProxy } from '@theia/terminal/lib/common/shell-terminal-protocol';
import { AWS_TOOLS_PATH } from '../../common/protocol/aws-tools-protocol';
import { ConsoleOpener } from '../console/console-opener';
import { ActiveProfileVariables } from './active-profile-variables';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { TerminalCommands } from './terminal-commands';
import { TerminalRecords } from './terminal-records';
import { decorateTerminalServer, TerminalStart } from './terminal-start';
import { OwnShell } from './own-shell';
import { TerminalTabDecorator } from './terminal-tab-decorator';

/** Bindings that carry a profile to terminals and the console. */
export function bindTerminals(bind: interfaces.Bind, onActivation: interfaces.Container['onActivation']): void {
    bind(AwsToolsServerProxy)
        .toDynamicValue(({ container }) => ServiceConnectionProvider.createProxy(container, AWS_TOOLS_PATH))
        .inSingletonScope();
    bind(ActiveProfileVariables).toSelf().inSingletonScope();
    bind(TerminalRecords).toSelf().inSingletonScope();
    bind(OwnShell).toSelf().inSingletonScope();
    bind(TerminalStart).toSelf().inSingletonScope();
    onActivation<ShellTerminalServerProxy>(ShellTerminalServerProxy, ({ container }, server) =>
        decorateTerminalServer(server, () => container.get<TerminalStart>(TerminalStart)));
    bind(TerminalTabDecorator).toSelf().inSingletonScope();
    bind(TabBarDecorator).toService(TerminalTabDecorator);
    bind(FrontendApplicationContribution).toService(TerminalTabDecorator);
    bind(ConsoleOpener).toSelf().inSingletonScope();
    bind(TerminalCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(TerminalCommands);
}
