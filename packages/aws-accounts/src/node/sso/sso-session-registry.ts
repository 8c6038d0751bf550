import { injectable } from '@theia/core/shared/inversify';
import { requireFound } from '../../common/state/connection-not-found';
import { AwsConnection, AwsConnectionId, IdentityCenterConnection, TokenConnection } from '../../common/connection/aws-connection';
import { StartUrl } from '../../common/sign-in/start-url';
import type { RememberedSsoSession } from '../choices/remembered-choices';
import type { ConfiguredSsoSession } from '../shared-config/shared-config';
import { BUILDER_ID_SESSION, SsoSession } from '../shared-config/sso-session';

const BUILDER_ID: TokenConnection = {
    kind: 'builderId', id: AwsConnection.BUILDER_ID, startUrl: BUILDER_ID_SESSION.startUrl, region: BUILDER_ID_SESSION.region
};

/** The lists of an update, taken over and given. */
interface Update {
    readonly configured: readonly ConfiguredSsoSession[];
    readonly remembered: readonly RememberedSsoSession[];
    readonly connections: readonly TokenConnection[];
}

/** Knows the SSO session of each token connection. */
@injectable()
export class SsoSessionRegistry {

    protected sessions = new Map<AwsConnectionId, SsoSession>([[AwsConnection.BUILDER_ID, BUILDER_ID_SESSION]]);

    /** Names that sections have, also those that cannot be signed in to as they are. */
    protected configuredNames: ReadonlySet<string> = new Set();
    protected last: Update | undefined;

    /**
     * Takes over what the files say and gives the token connections, in their order. A configured session wins over a remembered one of its
     * name. The same lists give the same list.
     */
    update(configured: readonly ConfiguredSsoSession[], remembered: readonly RememberedSsoSession[]): readonly TokenConnection[] {
        if (this.last?.configured !== configured || this.last.remembered !== remembered) {
            this.last = { configured, remembered, connections: this.takeOver(configured, remembered) };
        }
        return this.last.connections;
    }

    protected takeOver(configured: readonly ConfiguredSsoSession[], remembered: readonly RememberedSsoSession[]): TokenConnection[] {
        const names = new Set(configured.map(({ connection }) => connection.name));
        this.configuredNames = names;
        const kept = remembered.filter(({ name }) => !names.has(name) && !SsoSession.isReserved(name));
        const extra = kept.map(session => ({ session, connection: toConnection(session) }));
        this.sessions = new Map([[AwsConnection.BUILDER_ID, BUILDER_ID_SESSION]]);
        for (const { connection, session } of [...configured, ...extra]) {
            if (session) {
                this.sessions.set(connection.id, session);
            }
        }
        return [BUILDER_ID, ...configured.map(({ connection }) => connection), ...extra.map(({ connection }) => connection)];
    }

    /** The session of a token connection; `undefined` when there is none, or when what describes it is incomplete. */
    get(id: AwsConnectionId): SsoSession | undefined {
        return this.sessions.get(id);
    }

    /** The session of a token connection. @throws AwsAccountsError `connectionNotFound` where `get` gives none */
    require(id: AwsConnectionId): SsoSession {
        return requireFound(this.get(id), id);
    }

    all(): SsoSession[] {
        return [...this.sessions.values()];
    }

    /** The session that has this start URL and region already, however the URL is written. */
    find(startUrl: string, region: string): SsoSession | undefined {
        return this.all().find(session => {
            const known = StartUrl.check(session.startUrl);
            return known.kind === 'valid' && known.startUrl.toLowerCase() === startUrl.toLowerCase() && session.region === region;
        });
    }

    /** A name for a new session that no other has, and that is not among `promised`. */
    freeName(startUrl: string, promised: readonly string[] = []): string {
        const wanted = StartUrl.proposeName(startUrl);
        const taken = new Set([...this.configuredNames, ...this.all().map(({ name }) => name), ...promised]);
        for (let number = 1; ; number += 1) {
            const name = number === 1 ? wanted : `${wanted}-${number}`;
            if (!taken.has(name)) {
                return name;
            }
        }
    }
}

function toConnection({ name, startUrl, region }: RememberedSsoSession): IdentityCenterConnection {
    return { kind: 'identityCenter', id: AwsConnection.ssoSessionId(name), name, startUrl, region };
}
