import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { ConnectionState } from '../../common/state/connection-state';
import type { ResolutionContext, RunningContext } from '../credentials/resolution/resolution-context';
import { SharedTask } from '../process/shared-task';
import { ConnectionCheck } from './connection-check';
import { ConnectionStore } from './connection-store';

interface Attempt {
    /** The state that the connection goes back to when the attempt is cancelled. */
    readonly before: ConnectionState;
    readonly asksPerson: boolean;
    readonly task: SharedTask<void>;
}

/** Keeps the store in step with whether a connection works. All who ask meanwhile share one attempt. */
@injectable()
export class ProfileConnector {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ConnectionCheck) protected readonly check: ConnectionCheck;

    protected readonly running = new Map<string, Attempt>();

    /**
     * Resolves when the connection's state is known; everybody who asks meanwhile waits for the same answer. When all of
     * them cancel, the state is what it was before.
     */
    async connect(connection: AwsConnection, context: ResolutionContext = {}): Promise<void> {
        let attempt: Attempt;
        do {
            attempt = this.running.get(connection.id) ?? this.begin(connection, context);
            await this.join(attempt, connection, context.signal);
        } while (this.lacksPerson(attempt, connection, context) || this.isAskedAnew(attempt, connection, context));
    }

    protected async join(attempt: Attempt, connection: AwsConnection, signal: AbortSignal | undefined): Promise<void> {
        try {
            await attempt.task.join(signal);
        } catch (error) {
            if (!signal?.aborted) {
                throw error;
            }
            this.endCalledOff(connection, attempt);
        }
    }

    /** An attempt that may ask nobody is no answer for somebody who can be asked. */
    protected lacksPerson({ asksPerson }: Attempt, { id }: AwsConnection, { askMfaCode, signal }: ResolutionContext): boolean {
        const state = this.store.stateOf(id);
        const lacks = !asksPerson && 'failure' in state && state.failure?.reason === 'mfaRequired';
        return lacks && askMfaCode !== undefined && signal?.aborted !== true;
    }

    /** Somebody else began to ask again as soon as the answer was there, for example because a file was replaced meanwhile. */
    protected isAskedAnew(attempt: Attempt, { id }: AwsConnection, { signal }: ResolutionContext): boolean {
        const next = this.running.get(id);
        return next !== undefined && next !== attempt && signal?.aborted !== true;
    }

    /** Does not wait for what cannot be cancelled half-way: its answer counts no more. */
    protected endCalledOff({ id }: AwsConnection, attempt: Attempt): void {
        if (attempt.task.isCalledOff && this.running.get(id) === attempt) {
            this.running.delete(id);
            this.store.setState(id, attempt.before);
        }
    }

    protected begin(connection: AwsConnection, { askMfaCode }: ResolutionContext): Attempt {
        const before = this.store.stateOf(connection.id);
        const attempt: Attempt = {
            before, asksPerson: askMfaCode !== undefined,
            task: new SharedTask(signal => this.attempt(connection, before, { signal, askMfaCode }))
        };
        const end = (): boolean => this.running.get(connection.id) === attempt && this.running.delete(connection.id);
        this.running.set(connection.id, attempt);
        attempt.task.outcome.then(end, end);
        return attempt;
    }

    /** A consumer could use the connection: if it was known to be in trouble, that is over. */
    noteSuccess(connection: AwsConnection): void {
        if (ConnectionState.needsAttention(this.store.stateOf(connection.id))) {
            void this.connect(connection);
        }
    }

    /** A consumer could not use the connection. After a sign-out a missing sign-in is no trouble: the person wanted it so. */
    noteFailure(connection: AwsConnection, failure: AwsFailure): void {
        if (failure.reason === 'signInRequired' && this.store.stateOf(connection.id).kind === 'signedOut') {
            return;
        }
        this.store.setState(connection.id, ConnectionState.after(failure));
    }

    protected async attempt(connection: AwsConnection, before: ConnectionState, context: RunningContext): Promise<void> {
        if (connection.kind === 'iamProfile' && before.kind !== 'connected') {
            this.store.setState(connection.id, { kind: 'connecting' });
        }
        const state = await this.check.stateOf(connection, before, context);
        const current = this.store.find(connection.id);
        // The files may have changed meanwhile: an answer about the old content says nothing about the new one.
        if (!context.signal.aborted && current !== undefined && asFound(current) === asFound(connection)) {
            this.store.setState(connection.id, state);
        }
    }
}

/** Description of a connection by the files: choices of a person do not change who it is. */
function asFound(connection: AwsConnection): string {
    return JSON.stringify({ ...connection, production: undefined, ours: undefined, region: undefined });
}
