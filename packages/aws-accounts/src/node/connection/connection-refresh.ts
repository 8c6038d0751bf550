import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsConnection, AwsConnectionId, IamProfileConnection, TokenConnection } from '../../common/connection/aws-connection';
import { TokenService } from '../../common/token-service/token-service';
import { ProductTokenServices, TokenServiceHere, TokenServices } from '../../common/token-service/token-services';
import { TokenServicePlatform } from '../../common/token-service/token-service-platform';
import { AwsEnvironment } from '../process/aws-environment';
import { ConnectionStore } from './connection-store';
import { AwsCredentials } from '../credentials/aws-credentials';
import { environmentConnection } from '../credentials/environment/environment-connection';
import { EndpointSetting } from '../http/endpoint-settings';
import { NetworkSettings } from '../http/network-settings';
import { ConnectionStates } from './connection-states';
import { DescribedConnections } from './described-connections';
import { MarkedProfiles } from './marked-profiles';
import { ProfileFingerprints } from './profile-fingerprints';
import { inSlices } from '../process/slices';
import { LoginRecovery } from './login-recovery';
import { ChoiceMemory } from '../choices/choice-memory';
import type { RememberedChoices } from '../choices/remembered-choices';
import type { SharedConfig } from '../shared-config/shared-config';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { SsoSessionWriter } from '../shared-config/editor/sso-session-writer';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { SsoTokenWatcher } from '../sso/token/sso-token-watcher';

/**
 * Brings the store in step with the files: config, credentials, tokens, remembered choices. Makes no network call and starts no process.
 */
@injectable()
export class ConnectionRefresh {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(ChoiceMemory) protected readonly memory: ChoiceMemory;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(ConnectionStates) protected readonly states: ConnectionStates;
    @inject(SsoSessionWriter) protected readonly sessionWriter: SsoSessionWriter;
    @inject(SsoTokenWatcher) protected readonly tokenWatcher: SsoTokenWatcher;
    @inject(LoginRecovery) protected readonly logins: LoginRecovery;
    @inject(AwsCredentials) protected readonly credentials: AwsCredentials;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    protected running: Promise<readonly AwsConnection[]> = Promise.resolve([]);
    protected readonly fingerprints = new ProfileFingerprints();
    protected readonly marked = new MarkedProfiles();
    protected readonly described = new DescribedConnections();
    protected lastConfig: SharedConfig | undefined;

    /**
     * Runs one after the other, so that an older reading never replaces a newer one.
     *
     * @returns connected profiles whose temporary keys were replaced: they are still shown as connected, and AWS should be asked who the
     * new keys are
     */
    run(): Promise<readonly AwsConnection[]> {
        this.running = this.running.catch(() => undefined).then(() => this.readAll());
        return this.running;
    }

    protected async readAll(): Promise<readonly AwsConnection[]> {
        const [config, choices] = await Promise.all([this.reader.read(), this.memory.load()]);
        const tokenConnections = this.noteSessions(config, choices);
        const changed = await this.noteConfig(config);
        const described = {
            ...this.described.of(config, [
                tokenConnections,
                this.marked.of(this.environmentConnections(config), choices),
                this.marked.of(config.profiles, choices)
            ]),
            files: config.files,
            services: this.servicesHere(),
            endpoints: EndpointSetting.shownOfEnvironment(this.network.endpoints)
        };
        const tokenStates = await this.states.tokenStates(tokenConnections);
        await this.store.prepare(described);
        // Nothing is awaited from here on: a state that somebody sets meanwhile is not lost.
        const states = this.states.statesOf(described.connections, changed, tokenStates);
        this.store.update({ ...described, states, choices, failure: this.memory.failure ?? this.sessionWriter.failure });
        return changed.size === 0
            ? []
            : described.connections.filter(({ id }) => changed.has(id) && states.get(id)?.kind === 'connected');
    }

    protected noteSessions(config: SharedConfig, choices: RememberedChoices): readonly TokenConnection[] {
        this.sessionWriter.noteDescribed(config.ssoSessions.flatMap(({ session }) => session ?? []));
        const connections = this.sessions.update(config.ssoSessions, choices.ssoSessions);
        // Before the tokens are read: what changes later is told.
        this.tokenWatcher.watch(this.sessions.all());
        return connections;
    }

    /** @returns the profiles that the files describe in another way than before */
    protected async noteConfig(config: SharedConfig): Promise<ReadonlySet<AwsConnectionId>> {
        if (config === this.lastConfig) {
            return new Set();
        }
        this.lastConfig = config;
        this.logins.watch(config);
        return inSlices(this.fingerprints.note(config, ({ name }) => this.credentials.forget(name)));
    }

    /** The token services, with the platform that makes some of them take IAM credentials. */
    protected servicesHere(): TokenServices {
        const [first, ...others] = this.services;
        const here = (service: TokenService): TokenServiceHere => {
            const platform = TokenServicePlatform.detect(this.environment.variables, service.hostRule);
            return platform === undefined ? service : { ...service, host: platform };
        };
        return [here(first), ...others.map(here)];
    }

    /** First, as in the AWS CLI, which takes what is in the environment before every profile that nobody named. */
    protected environmentConnections({ settings }: SharedConfig): IamProfileConnection[] {
        const connection = environmentConnection(this.environment.variables, settings, this.network.endpoints);
        return connection === undefined ? [] : [connection];
    }
}
