import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import { ConnectionState } from '../../common/state/connection-state';
import { ConnectionStore } from './connection-store';
import { CallerIdentityService } from '../credentials/caller-identity-service';
import { ConnectionCredentials } from '../credentials/connection-credentials';
import { MfaCancelled } from '../credentials/mfa/mfa-cancelled';
import type { ResolutionContext, RunningContext } from '../credentials/resolution/resolution-context';
import { renews } from './profile-renewal';
import { SharedTask } from '../process/shared-task';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { SsoTokenManager } from '../sso/token/sso-token-manager';

/** Number of attempts for a profile whose files keep changing meanwhile. */
const ATTEMPTS = 3;

interface Attempt {
    /** The state that the connection goes back to when the attempt is called off. */
    readonly before: ConnectionState;
    readonly asksPerson: boolean;
    readonly task: SharedTask<void>;
}

/** Finds out whether a connection works, and as whom. */
@injectable()
export class ProfileConnector {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ConnectionCredentials) protected readonly credentials: ConnectionCredentials;
    @inject(CallerIdentityService) protected readonly identities: CallerIdentityService;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;

    protected readonly running = new Map<string, Attempt>();

    /**
     * Resolves when the connection's state is known; everybody who asks meanwhile waits for the same answer. Called off by everybody who
     * waits, the state is what it was before.
     */
    async connect(connection: AwsConnection, context: ResolutionContext = {}): Promise<void> {
        let attempt: Attempt;
        do {
            attempt = this.running.get(connection.id) ?? this.begin(connection, context);
            await this.join(attempt, connection, context.signal);
        } while (this.lacksPerson(attempt, connection, context));
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

    /** Does not wait for what cannot be called off half-way: its answer counts no more. */
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
        const state = await this.lastingState(connection, before, context);
        const current = this.store.find(connection.id);
        // The files may have changed meanwhile: an answer about the old content says nothing about the new one.
        if (!context.signal.aborted && current !== undefined && asFound(current) === asFound(connection)) {
            this.store.setState(connection.id, state);
        }
    }

    /** The state for what the files say at its end: keys may have been replaced while AWS was asked about the old ones. */
    protected async lastingState(connection: AwsConnection, before: ConnectionState, context: RunningContext): Promise<ConnectionState> {
        for (let attempt = 1; ; attempt += 1) {
            const version = await this.versionOf(connection);
            const state = await this.stateOf(connection, before, context);
            if (context.signal.aborted || version === await this.versionOf(connection)) {
                return state;
            }
            if (attempt === ATTEMPTS) {
                return { kind: 'notConnected' };
            }
        }
    }

    protected async versionOf(connection: AwsConnection): Promise<string | undefined> {
        return connection.kind === 'iamProfile' ? this.credentials.versionOf(connection) : undefined;
    }

    protected async stateOf(connection: AwsConnection, before: ConnectionState, context: RunningContext): Promise<ConnectionState> {
        try {
            return connection.kind === 'iamProfile' ? await this.identify(connection, context) : await this.tokenState(connection);
        } catch (error) {
            return error instanceof MfaCancelled ? before : ConnectionState.after(AwsFailure.of(error));
        }
    }

    protected async identify(connection: IamProfileConnection, context: RunningContext): Promise<ConnectionState> {
        const { name, region } = connection;
        const credentials = await this.credentials.get(connection, context);
        try {
            const settings = await this.credentials.callSettingsOf(connection);
            const identity = await this.identities.identify(credentials, region.name, name, { settings, signal: context.signal });
            return { kind: 'connected', identity, expiresAt: credentials.expiration?.toISOString(), renews: renews(connection) };
        } catch (error) {
            if (!context.signal.aborted && !AwsFailure.isTransient(AwsFailure.of(error))) {
                this.credentials.forget(connection);
            }
            throw error;
        }
    }

    protected async tokenState({ id }: AwsConnection): Promise<ConnectionState> {
        const session = this.sessions.get(id);
        if (session === undefined) {
            return { kind: 'invalid' };
        }
        const signedIn = await this.tokens.state(session);
        if (signedIn.kind !== 'signedOut') {
            await this.tokens.getToken(session);
        }
        return this.tokens.state(session);
    }
}

/** Description of a connection by the files: choices of a person do not change who it is. */
function asFound(connection: AwsConnection): string {
    return JSON.stringify({ ...connection, production: undefined, ours: undefined, region: undefined });
}
