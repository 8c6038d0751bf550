import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import type { RpcProxy } from '@theia/core/lib/common/messaging/proxy-factory';
import type { interfaces } from '@theia/core/shared/inversify';
import { ASSIGNED_ROLES_PATH, AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import { AWS_ACCOUNTS_PATH, AwsAccountsRemote } from '../../common/protocol/aws-accounts-protocol';
import { AWS_PROFILES_PATH, AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import { ChangingCalls } from '../../common/protocol/changing-calls';
import { withSnapshots } from '../../common/protocol/snapshot-server';
import { AccountsReplica } from '../../common/snapshot/accounts-replica';
import { ProductTokenServices } from '../../common/token-service/token-services';
import { Clock } from '../time/clock';
import { AwsAccountsClientImpl } from './aws-accounts-client';
import { AwsAccountsLink } from './aws-accounts-link';
import { AwsAccountsModel } from './aws-accounts-model';
import { AssignedRolesServerProxy, AwsAccountsRemoteProxy, AwsAccountsServerProxy, AwsProfilesServerProxy } from './backend-services';
import { callsInStep } from './calls-in-step';
import { productTokenServices } from './product-token-services';
import { StatusIntake } from './status-intake';

/** This window's copy of the truth, and the line to the backend. */
export function bindConnection(bind: interfaces.Bind): void {
    bind(Clock).toConstantValue({ now: () => Date.now() });
    bind(ProductTokenServices).toDynamicValue(productTokenServices).inSingletonScope();
    bind(AwsAccountsModel).toSelf().inSingletonScope();
    bind(StatusIntake).toSelf().inSingletonScope();
    bindAccounts(bind);
    bindSubject<AwsProfilesServer>(bind, AwsProfilesServerProxy, AWS_PROFILES_PATH, ChangingCalls.PROFILES);
    bindSubject<AssignedRolesServer>(bind, AssignedRolesServerProxy, ASSIGNED_ROLES_PATH, ChangingCalls.ROLES);
    bind(AwsAccountsLink).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(AwsAccountsLink);
}

/** The proxy of the server of one subject, whose calls end once this window has what they changed. */
export function bindSubject<Server extends object>(
    bind: interfaces.Bind, proxy: symbol, path: string, changing: ChangingCalls<Server>
): void {
    bind(proxy).toDynamicValue(({ container }) =>
        callsInStep<Server, RpcProxy<Server>>(ServiceConnectionProvider.createProxy(container, path), changing, container.get(StatusIntake))
    ).inSingletonScope();
}

function bindAccounts(bind: interfaces.Bind): void {
    bind(AwsAccountsClientImpl).toSelf().inSingletonScope();
    bind<RpcProxy<AwsAccountsRemote>>(AwsAccountsRemoteProxy)
        .toDynamicValue(({ container }) =>
            ServiceConnectionProvider.createProxy(container, AWS_ACCOUNTS_PATH, container.get<AwsAccountsClientImpl>(AwsAccountsClientImpl))
        )
        .inSingletonScope();
    bind(AccountsReplica).toDynamicValue(({ container }) => {
        const remote = container.get<AwsAccountsRemote>(AwsAccountsRemoteProxy);
        return new AccountsReplica((digest, piece) => remote.catalogue(digest, piece));
    }).inSingletonScope();
    bind(AwsAccountsServerProxy).toDynamicValue(({ container }) => callsInStep(
        withSnapshots(container.get<RpcProxy<AwsAccountsRemote>>(AwsAccountsRemoteProxy), container.get(AccountsReplica)),
        ChangingCalls.ACCOUNTS, container.get(StatusIntake)
    )).inSingletonScope();
}
