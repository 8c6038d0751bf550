import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { ConnectionState } from '../../common/state/connection-state';
import { CallerIdentityService } from '../credentials/caller-identity-service';
import { ConnectionCredentials } from '../credentials/connection-credentials';
import type { RunningContext } from '../credentials/resolution/resolution-context';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { renews } from './profile-renewal';
import { MfaCancelled } from '../credentials/mfa/mfa-question';

/** Number of attempts for a profile whose files keep changing meanwhile. */
const ATTEMPTS = 3;

/** Asks AWS whether a connection works, and as whom. */
@injectable()
export class ConnectionCheck {

    @inject(ConnectionCredentials) protected readonly credentials: ConnectionCredentials;
    @inject(CallerIdentityService) protected readonly identities: CallerIdentityService;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;

    /** The state for what the files say at its end: keys may have been replaced while AWS was asked about the old ones. */
    async stateOf(connection: AwsConnection, before: ConnectionState, context: RunningContext): Promise<ConnectionState> {
        for (let attempt = 1; ; attempt += 1) {
            const version = await this.versionOf(connection);
            const state = await this.currentState(connection, before, context);
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

    protected async currentState(connection: AwsConnection, before: ConnectionState, context: RunningContext): Promise<ConnectionState> {
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
