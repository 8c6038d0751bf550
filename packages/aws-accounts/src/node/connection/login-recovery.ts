import { Disposable } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named, preDestroy } from '@theia/core/shared/inversify';
import type { AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import { AwsEnvironment } from '../process/aws-environment';
import { ConnectionStore } from './connection-store';
import { AwsCredentials } from '../credentials/aws-credentials';
import { watchPath } from '../files/file-watch';
import { loginPath } from '../credentials/source/login-path';
import { ProfileConnector } from './profile-connector';
import { chainOf } from '../shared-config/profile-chain';
import { classify } from '../shared-config/profile-classification';
import type { SharedConfig } from '../shared-config/shared-config';

/**
 * Notices that `aws login` was run, or `aws logout`: the profiles that live on its session forget what they had, and those that waited for
 * it connect again. The file of a session is named after the hash of what `login_session` says.
 */
@injectable()
export class LoginRecovery implements Disposable {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(AwsCredentials) protected readonly credentials: AwsCredentials;
    @inject(ProfileConnector) protected readonly connector: ProfileConnector;
    @inject(ILogger) @named('aws-accounts:Login') protected readonly logger: ILogger;

    /** By path: the profiles that live on it. */
    protected profiles = new Map<string, readonly IamProfileConnection[]>();
    protected readonly watches = new Map<string, Disposable>();

    /** Watches the sessions that exactly these profiles live on. */
    watch(config: Pick<SharedConfig, 'profiles' | 'settings'>): void {
        this.profiles = new Map();
        for (const profile of config.profiles) {
            const path = this.pathOf(profile, config);
            if (path !== undefined) {
                this.profiles.set(path, [...this.profiles.get(path) ?? [], profile]);
            }
        }
        for (const [path, watch] of this.watches) {
            if (!this.profiles.has(path)) {
                watch.dispose();
                this.watches.delete(path);
            }
        }
        for (const path of this.profiles.keys()) {
            if (!this.watches.has(path)) {
                this.watches.set(path, watchPath(path, () => this.renew(this.profiles.get(path) ?? [])));
            }
        }
    }

    /** A person signed in to the session of this profile: the change is known before the watch of the file tells it. */
    begin(id: AwsConnectionId): void {
        const sharing = [...this.profiles.values()].filter(profiles => profiles.some(profile => profile.id === id));
        this.renew(sharing.flat());
    }

    /** A person signed out of the session of the file `path`: all that live on it forget what they had, and show that it has ended. */
    async end(path: string): Promise<void> {
        const profiles = this.profiles.get(path) ?? [];
        const connected = profiles.filter(({ id }) => this.store.stateOf(id).kind === 'connected');
        profiles.forEach(({ name }) => this.credentials.forget(name));
        await Promise.all(connected.map(profile => this.connector.connect(profile)));
    }

    protected pathOf(
        { name, problem, loginSession }: IamProfileConnection,
        { settings }: Pick<SharedConfig, 'settings'>
    ): string | undefined {
        // Most profiles have nothing to do with a console sign-in, and need no look at their chain.
        const profile = problem || loginSession === undefined ? undefined : settings.profile(name);
        const last = profile && chainOf(profile, settings).at(-1);
        const session = last?.get('login_session');
        return last === undefined || session === undefined || classify(last, settings).source !== 'loginSession'
            ? undefined
            : loginPath(this.environment.loginCacheFolder, session);
    }

    protected renew(profiles: readonly IamProfileConnection[]): void {
        for (const profile of profiles) {
            this.credentials.forget(profile.name);
            this.connectAgain(profile).catch(() => this.logger.error('AWS Accounts could not connect a profile again after "aws login".'));
        }
    }

    protected async connectAgain(profile: IamProfileConnection): Promise<void> {
        if (this.store.stateOf(profile.id).kind === 'connecting') {
            // It may have read the session before it was there.
            await this.connector.connect(profile);
        }
        const state = this.store.stateOf(profile.id);
        if ('failure' in state && state.failure?.reason === 'awsLoginRequired') {
            await this.connector.connect(profile);
        }
    }

    @preDestroy()
    dispose(): void {
        this.watches.forEach(watch => watch.dispose());
        this.watches.clear();
    }
}
