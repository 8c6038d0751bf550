import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Deferred } from '@theia/core/lib/common/promise-util';
import type { AwsAccountsServer } from '../../../common/protocol/aws-accounts-protocol';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { ConnectionState } from '../../../common/state/connection-state';
import type { AwsAccountsModel } from '../../connection/aws-accounts-model';
import { entry } from '../../test/snapshot-samples';

/** A backend that answers `connect` when a spec says so, and has nothing else to do. */
export class FakeBackend implements Pick<AwsAccountsServer, 'connect'> {

    readonly connects: AwsConnectionId[] = [];
    readonly cancellations: AwsConnectionId[] = [];
    protected readonly answers: Deferred<AwsAccountsSnapshot>[] = [];

    constructor(protected readonly model: AwsAccountsModel) { }

    connect(connectionId: AwsConnectionId, cancellation?: CancellationToken): Promise<AwsAccountsSnapshot> {
        const answer = new Deferred<AwsAccountsSnapshot>();
        this.connects.push(connectionId);
        this.answers.push(answer);
        cancellation?.onCancellationRequested(() => this.cancellations.push(connectionId));
        return answer.promise;
    }

    /** AWS has been asked, and this is the state that followed. */
    connected(state: ConnectionState): void {
        const { snapshot } = this.model;
        if (snapshot === undefined) {
            throw new Error('The window is not attached.');
        }
        const connections = snapshot.connections.map(known =>
            known.connection.id === this.connects[0] ? entry(known.connection, state) : known
        );
        this.answers.splice(0).forEach(answer => answer.resolve({ ...snapshot, connections, revision: snapshot.revision + 1 }));
    }

    /** The line to the backend breaks while AWS is being asked. */
    breaks(error: Error): void {
        this.answers.splice(0).forEach(answer => answer.reject(error));
    }
}
