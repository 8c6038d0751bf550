import { ConnectionHandler, RpcConnectionHandler } from '@theia/core/lib/common/messaging';
import { BackendApplicationContribution } from '@theia/core/lib/node/backend-application';
import type { interfaces } from '@theia/core/shared/inversify';
import { AWS_TOOLS_PATH, AwsToolsServer } from '../../common/aws-tools-protocol';
import { ConsoleFederation } from '../console/console-federation';
import { ConsoleRoute } from '../console/console-route';
import { ConsoleTickets } from '../console/console-tickets';
import { ConsoleVisit } from '../console/console-visit';
import { DesktopConsoleLink } from '../console/desktop-console-link';
import { PageValidator, pageValidator } from '../console/page-validator';
import { CallShape } from '../rpc/call-shapes';
import { checkedCalls } from '../rpc/checked-calls';
import { AwsToolsServerImpl } from './aws-tools-server';
import { EndpointPlaces } from './endpoint-places';
import { ToolEnvironments } from './tool-environments';

/** Terminals and other tools, and the console. */
export function bindTools(bind: interfaces.Bind): void {
    bind(EndpointPlaces).toSelf().inSingletonScope();
    bind(ToolEnvironments).toSelf().inSingletonScope();
    bind(ConsoleTickets).toSelf().inSingletonScope();
    bind(ConsoleFederation).toSelf().inSingletonScope();
    bind(ConsoleVisit).toSelf().inSingletonScope();
    bind(DesktopConsoleLink).toSelf().inSingletonScope();
    bind(PageValidator).toDynamicValue(pageValidator).inSingletonScope();
    bind(ConsoleRoute).toSelf().inSingletonScope();
    bind(BackendApplicationContribution).toService(ConsoleRoute);
    bind(AwsToolsServerImpl).toSelf().inSingletonScope();
    bind(AwsToolsServer).toService(AwsToolsServerImpl);
    bind(ConnectionHandler)
        .toDynamicValue(({ container }) => new RpcConnectionHandler(
            AWS_TOOLS_PATH, () => checkedCalls(container.get<AwsToolsServer>(AwsToolsServer), CallShape.TOOLS)
        ))
        .inSingletonScope();
}
