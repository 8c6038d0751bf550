import type { Disposable } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { RememberedChoices } from '../choices/remembered-choices';
import { ConnectionStore } from '../connection/connection-store';
import { Clock } from '../process/clock';
import { ConnectionFeed, FeedReceiver, FeedSource } from './connection-feed';

/** Source of one feed, without what is the same for all. */
type ValueSource<T> = Omit<FeedSource<T>, 'known' | 'onDidChange'>;

/** Starts feeds that follow the state of their connection in the store. */
@injectable()
export class ConnectionFeeds {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ILogger) @named('aws-accounts:AwsConnectionProviders') protected readonly logger: ILogger;

    /**
     * @param workspace URI of the workspace whose developer profile counts
     * @returns ends the feed
     */
    start<T>(id: AwsConnectionId, receiver: FeedReceiver<T>, source: ValueSource<T>, workspace = ''): Disposable {
        const known = (): ReturnType<FeedSource<T>['known']> => this.known(id, workspace);
        const onDidChange = (listener: () => void): Disposable => this.store.onDidChange(listener);
        return new ConnectionFeed({ ...source, known, onDidChange }, receiver, this.clock, error => this.reportUndelivered(id, error));
    }

    /** The state of the connection as far as a value depends on it. */
    protected known(id: AwsConnectionId, workspace: string): { readonly state: string; readonly endsAt?: string } {
        const state = this.store.stateOf(id);
        const profile = RememberedChoices.developerProfileOf(this.store.current.choices, id, workspace);
        const own = state.kind === 'signedIn' ? state.own ?? [] : [];
        return {
            state: [state.kind, profile?.arn ?? '', ...own].join(' '), endsAt: 'expiresAt' in state ? state.expiresAt : undefined
        };
    }

    /** Leaves out the message: it is the receiver's, which has just seen a secret. */
    protected reportUndelivered(id: AwsConnectionId, error: unknown): void {
        const { reason } = AwsFailure.of(error);
        void this.logger.error(`AWS Accounts could not hand over a token or credentials of ${id} to their receiver: ${reason}.`);
    }
}
