import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../common/aws-accounts-error';
import type { AwsConnection, IamProfileConnection } from '../common/aws-connection';
import { ConnectionState } from '../common/connection-state';
import { ConnectionStore } from './connection-store';
import { AwsCredentials } from './credentials/aws-credentials';
import { CallerIdentityService } from './credentials/caller-identity-service';
import { SsoSessionRegistry } from './sso/sso-session-registry';
import { SsoTokenManager } from './sso/sso-token-manager';

/** Finds out whether a connection works, and as whom. */
@injectable()
export class ProfileConnector {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(AwsCredentials) protected readonly credentials: AwsCredentials;
    @inject(CallerIdentityService) protected readonly identities: CallerIdentityService;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;

    protected readonly running = new Map<string, Promise<void>>();

    /** Resolves when the connection's state is known; everybody who asks meanwhile waits for the same answer. */
    connect(connection: AwsConnection): Promise<void> {
        const running = this.running.get(connection.id);
        if (running) {
            return running;
        }
        const attempt = this.attempt(connection).finally(() => this.running.delete(connection.id));
        this.running.set(connection.id, attempt);
        return attempt;
    }

    /** A consumer could use the connection: if it was known to be in trouble, that is over. */
    noteSuccess(connection: AwsConnection): void {
        if (ConnectionState.needsAttention(this.store.stateOf(connection.id))) {
            void this.connect(connection);
        }
    }

    /** A consumer could not use the connection. */
    noteFailure(connection: AwsConnection, failure: AwsFailure): void {
        this.store.setState(connection.id, stateAfter(failure));
    }

    protected async attempt(connection: AwsConnection): Promise<void> {
        const before = this.store.stateOf(connection.id);
        if (connection.kind === 'iamProfile' && before.kind !== 'connected') {
            this.store.setState(connection.id, { kind: 'connecting' });
        }
        const state = await this.stateOf(connection);
        const current = this.store.current.connections.find(({ id }) => id === connection.id);
        // The files may have changed meanwhile: an answer about the old content says nothing about the new one.
        if (current !== undefined && JSON.stringify(current) === JSON.stringify(connection)) {
            this.store.setState(connection.id, state);
        }
    }

    protected async stateOf(connection: AwsConnection): Promise<ConnectionState> {
        try {
            return connection.kind === 'iamProfile' ? await this.identify(connection) : await this.tokenState(connection);
        } catch (error) {
            return stateAfter(AwsFailure.of(error));
        }
    }

    protected async identify({ name, region, source }: IamProfileConnection): Promise<ConnectionState> {
        const credentials = await this.credentials.get(name);
        try {
            const identity = await this.identities.identify(credentials, region.name, name);
            return { kind: 'connected', identity, expiresAt: credentials.expiration?.toISOString(), renews: source !== 'sessionToken' };
        } catch (error) {
            if (!AwsFailure.isTransient(AwsFailure.of(error))) {
                this.credentials.forget(name);
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

/** Trouble on the way is told apart from a refusal: only the latter needs a person. */
function stateAfter(failure: AwsFailure): ConnectionState {
    if (AwsFailure.isTransient(failure)) {
        return { kind: 'unreachable', failure };
    }
    return AwsFailure.needsSignIn(failure) ? { kind: 'expired', failure } : { kind: 'failed', failure };
}
