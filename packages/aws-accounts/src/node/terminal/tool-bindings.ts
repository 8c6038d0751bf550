import type { interfaces } from '@theia/core/shared/inversify';
import { AwsToolsServer } from '../../common/protocol/aws-tools-protocol';
import { ConsoleFederation } from '../console/console-federation';
import { ConsoleVisitor } from '../console/console-route';
import { ConsoleTickets } from '../console/console-tickets';
import { ConsoleVisit } from '../console/console-visit';
import { DesktopConsoleLink } from '../console/desktop-console-link';
import { AwsToolsServerImpl } from './aws-tools-server';
import { EndpointPlaces } from './endpoint-places';
import { ShellStartUp } from './shell-start-up';
import { ToolVariablesService } from './tool-variables-service';

/** Terminals and other tools, and the console. */
export function bindTools(bind: interfaces.Bind): void {
    bind(EndpointPlaces).toSelf().inSingletonScope();
    bind(ShellStartUp).toSelf().inSingletonScope();
    bind(ToolVariablesService).toSelf().inSingletonScope();
    bind(ConsoleTickets).toSelf().inSingletonScope();
    bind(ConsoleFederation).toSelf().inSingletonScope();
    bind(ConsoleVisit).toSelf().inSingletonScope();
    bind(DesktopConsoleLink).toSelf().inSingletonScope();
    bind(ConsoleVisitor).toService(ConsoleVisit);
    bind(AwsToolsServerImpl).toSelf().inSingletonScope();
    bind(AwsToolsServer).toService(AwsToolsServerImpl);
}
