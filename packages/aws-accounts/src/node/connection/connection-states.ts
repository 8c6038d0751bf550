import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsConnection, AwsConnectionId, IamProfileConnection, TokenConnection } from '../../common/connection/aws-connection';
import { AwsScopes } from '../../common/token-service/aws-scopes';
import type { ConnectionState } from '../../common/state/connection-state';
import type { SsoSession } from '../shared-config/sso-session';
import { SignInsUnderWay } from '../sso/sign-ins-under-way';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { OwnTokens } from '../sso/token/own-tokens';
import { SsoTokenCache } from '../sso/token/sso-token-cache';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { ConnectionStore } from './connection-store';

const SIGNED_OUT: ConnectionState = { kind: 'signedOut' };

/** The states that connections keep, or take on, when files were read again. */
@injectable()
export class ConnectionStates {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(SignInsUnderWay) protected readonly signIns: SignInsUnderWay;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(OwnTokens) protected readonly own: OwnTokens;

    /** Reads the tokens of the connections, as far as there are any. */
    async tokenStates(connections: readonly TokenConnection[]): Promise<ReadonlyMap<AwsConnectionId, ConnectionState>> {
        const sound = connections.filter(connection => !AwsConnection.problem(connection));
        const sessions = new Map(sound.map(({ id }) => [id, this.sessions.get(id)]));
        const signedIn = new Set(await this.cache.withToken([...sessions.values()].filter(session => session !== undefined)));
        return new Map(await Promise.all([...sessions].map(async ([id, session]) => [
            id, session === undefined || signedIn.has(session) ? await this.tokenState(session) : SIGNED_OUT
        ] as const)));
    }

    /** The states for connections as they are described now, without the initial ones. Does nothing but compute. */
    statesOf(
        connections: readonly AwsConnection[],
        changed: ReadonlySet<AwsConnectionId>,
        tokenStates: ReadonlyMap<AwsConnectionId, ConnectionState>
    ): Map<AwsConnectionId, ConnectionState> {
        const states = new Map<AwsConnectionId, ConnectionState>();
        for (const connection of connections) {
            const previous = this.store.current.states.get(connection.id);
            const state = connection.kind === 'iamProfile'
                ? previous && this.profileState(connection, previous, changed)
                : this.signInState(connection, previous) ?? tokenStates.get(connection.id);
            if (state !== undefined) {
                states.set(connection.id, state);
            }
        }
        return states;
    }

    protected profileState(
        profile: IamProfileConnection,
        previous: ConnectionState,
        changed: ReadonlySet<AwsConnectionId>
    ): ConnectionState | undefined {
        const stays = previous.kind !== 'invalid' && !AwsConnection.problem(profile) &&
            (!changed.has(profile.id) || this.isRotation(profile, previous));
        return stays ? previous : undefined;
    }

    protected signInState({ id }: TokenConnection, previous: ConnectionState | undefined): ConnectionState | undefined {
        const session = this.sessions.get(id);
        return previous?.kind === 'signingIn' && session !== undefined && this.signIns.has(session) ? previous : undefined;
    }

    /** Hosted IDEs replace temporary keys every few minutes; that a profile has others is no reason to make people connect again. */
    protected isRotation({ id, source }: IamProfileConnection, previous: ConnectionState): boolean {
        const before = this.store.find(id);
        return previous.kind === 'connected' && source === 'sessionToken' && before?.kind === 'iamProfile' && before.source === source;
    }

    protected async withOwn(state: ConnectionState, session: SsoSession): Promise<ConnectionState> {
        if (state.kind !== 'signedIn' || !AwsScopes.opensMore(state.scopes, [])) {
            return state;
        }
        const own = await this.own.scopes(session);
        return own.length === 0 ? state : { ...state, own };
    }

    protected async tokenState(session: SsoSession | undefined): Promise<ConnectionState> {
        if (session === undefined) {
            return { kind: 'invalid' };
        }
        try {
            return await this.withOwn(await this.tokens.state(session), session);
        } catch (error) {
            return { kind: 'failed', failure: AwsFailure.of(error) };
        }
    }
}
