import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionId, IamProfileConnection } from '../common/connection/aws-connection';
import type { SignOutOutcome } from '../common/sign-in/sign-in';
import { ConnectionStore } from './connection/connection-store';
import { FilesRefresh } from './connection/files-refresh';
import { LoginRecovery } from './connection/login-recovery';
import { ServiceRefusals } from './connection/service-refusals';
import { AwsCredentials } from './credentials/aws-credentials';
import { ConsoleSignOut } from './login/console-sign-out';
import type { SsoSession } from './shared-config/sso-session';
import { OwnSignOut } from './sso/own-sign-out';
import { SsoSessionRegistry } from './sso/sso-session-registry';
import { SsoSignOut } from './sso/sso-sign-out';

/** Signs out, and forgets what came from the session. */
@injectable()
export class SignOutService {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ServiceRefusals) protected readonly refusals: ServiceRefusals;
    @inject(FilesRefresh) protected readonly files: FilesRefresh;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(OwnSignOut) protected readonly ownSignOut: OwnSignOut;
    @inject(SsoSignOut) protected readonly ssoSignOut: SsoSignOut;
    @inject(ConsoleSignOut) protected readonly consoleSignOut: ConsoleSignOut;
    @inject(LoginRecovery) protected readonly recovery: LoginRecovery;
    @inject(AwsCredentials) protected readonly credentials: AwsCredentials;

    /** @throws AwsAccountsError `connectionNotFound` */
    async signOut(connectionId: AwsConnectionId): Promise<SignOutOutcome> {
        const connection = this.store.find(connectionId);
        return connection?.kind === 'iamProfile' && connection.source === 'loginSession'
            ? this.ofConsole(connection)
            : this.ofSession(connectionId, this.sessions.require(connectionId));
    }

    protected async ofConsole(profile: IamProfileConnection): Promise<SignOutOutcome> {
        await this.recovery.end(await this.consoleSignOut.signOut(profile));
        return { kind: 'signedOut' };
    }

    protected async ofSession(connectionId: AwsConnectionId, session: SsoSession): Promise<SignOutOutcome> {
        const outcome = await this.ssoSignOut.signOut(session);
        await this.ownSignOut.run(session);
        this.refusals.forget(connectionId);
        this.forgetProfilesOf(session);
        await this.files.refresh();
        return outcome;
    }

    /** Credentials that came from a session end with it; everything else is left alone. A profile names its session, or its start URL. */
    protected forgetProfilesOf({ name, startUrl }: SsoSession): void {
        const states = new Map(this.store.current.states);
        for (const connection of this.store.current.connections) {
            const isOfSession = connection.kind === 'iamProfile' && connection.ssoSession !== undefined
                && [name, startUrl].includes(connection.ssoSession);
            if (isOfSession && !connection.problem) {
                this.credentials.forget(connection.name);
                states.delete(connection.id);
            }
        }
        this.store.update({ states });
    }
}
