import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { AwsUse } from '../../common/token-service/connection-use';
import { ServiceRefusal } from '../../common/token-service/service-refusal';
import { ConnectionStore } from './connection-store';

/** Keeps in the store which services refuse the person who is signed in. */
@injectable()
export class ServiceRefusals {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;

    /** Notes what a service said about the person who is signed in. */
    note(use: AwsUse, id: AwsConnectionId, words: string): void {
        this.store.update({ refusals: ServiceRefusal.noted(this.store.current.refusals ?? [], use, id, words) });
    }

    /** The service takes the person who is signed in: what it said before is no longer true. */
    withdraw(use: AwsUse, id: AwsConnectionId): void {
        this.change(refusals => ServiceRefusal.withdrawn(refusals, use, id));
    }

    /** Another sign-in may be of another person. */
    forget(id: AwsConnectionId): void {
        this.change(refusals => ServiceRefusal.forgotten(refusals, id));
    }

    protected change(change: (refusals: readonly ServiceRefusal[]) => readonly ServiceRefusal[]): void {
        const { refusals } = this.store.current;
        if (refusals?.length) {
            this.store.update({ refusals: change(refusals) });
        }
    }
}
