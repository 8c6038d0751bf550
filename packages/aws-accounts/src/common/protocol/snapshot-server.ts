import type { AccountsReplica } from '../snapshot/accounts-replica';
import type { AwsAccountsSnapshot } from '../snapshot/aws-accounts-snapshot';
import type { AwsAccountsRemote, AwsAccountsServer } from './aws-accounts-protocol';

/** The methods that resolve to a snapshot, computed, so that a new one does not compile before it is composed here. */
type SnapshotMethod = {
    [Name in keyof AwsAccountsServer]: ReturnType<AwsAccountsServer[Name]> extends Promise<AwsAccountsSnapshot> ? Name : never
}[keyof AwsAccountsServer];

/** `remote` as the window sees it: what answers with a status resolves to the snapshot that contains it. */
export function withSnapshots<T extends AwsAccountsRemote>(
    remote: T,
    replica: Pick<AccountsReplica, 'restart' | 'take'>
): Omit<T, keyof AwsAccountsServer> & AwsAccountsServer {
    const composed: Pick<AwsAccountsServer, SnapshotMethod> = {
        attach: async workspace => replica.restart(await remote.attach(workspace)),
        setUse: async (use, connectionId) => replica.take(await remote.setUse(use, connectionId)),
        setPinned: async (pin, pinned) => replica.take(await remote.setPinned(pin, pinned)),
        changeProfile: async (connectionId, change) => replica.take(await remote.changeProfile(connectionId, change)),
        connect: async (connectionId, cancellation) => replica.take(await remote.connect(connectionId, cancellation)),
        refresh: async () => replica.take(await remote.refresh())
    };
    return new Proxy(remote as never, {
        get: (target, name) => name in composed ? composed[name as keyof typeof composed] : bound(target, name)
    });
}

/** Without `then`, by which a container would take the server for a promise. */
function bound(target: object, name: string | symbol): unknown {
    const value: unknown = name === 'then' ? undefined : Reflect.get(target, name);
    return typeof value === 'function' ? value.bind(target) : value;
}
