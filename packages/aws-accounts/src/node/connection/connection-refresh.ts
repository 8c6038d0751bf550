import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { AwsConnection, AwsConnectionId, IamProfileConnection } from '../../common/aws-connection';
import type { ConnectionState } from '../../common/connection-state';
import { ProductTokenServices, TokenService, TokenServiceHere, TokenServices } from '../../common/token-service';
import { TokenServiceHost } from '../../common/token-service-host';
import { AwsEnvironment } from '../process/aws-environment';
import { ConnectionStore } from './connection-store';
import { fingerprint } from '../credentials/profile-fingerprint';
import { AwsCredentials } from '../credentials/aws-credentials';
import { environmentConnection } from '../credentials/environment-connection';
import { EndpointSetting } from '../http/endpoint-settings';
import { NetworkSettings } from '../http/network-settings';
import { LoginRecovery } from './login-recovery';
import { ChoiceMemory } from '../choices/choice-memory';
import { RememberedChoices } from '../choices/remembered-choices';
import type { SharedConfig } from '../shared-config/shared-config';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { SsoSessionWriter } from '../shared-config/editor/sso-session-writer';
import { SignInsUnderWay } from '../sso/sign-ins-under-way';
import type { SsoSession } from '../shared-config/sso-session';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
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
    @inject(SignInsUnderWay) protected readonly signIns: SignInsUnderWay;
    @inject(SsoSessionWriter) protected readonly sessionWriter: SsoSessionWriter;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(SsoTokenWatcher) protected readonly tokenWatcher: SsoTokenWatcher;
    @inject(LoginRecovery) protected readonly logins: LoginRecovery;
    @inject(AwsCredentials) protected readonly credentials: AwsCredentials;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    protected running: Promise<readonly AwsConnection[]> = Promise.resolve([]);
    protected fingerprints = new Map<AwsConnectionId, string>();

    /**
     * One after the other, so that an older reading never replaces a newer one.
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
        this.sessionWriter.noteDescribed(config.ssoSessions.flatMap(({ session }) => session ?? []));
        const tokenConnections = this.sessions.update(config.ssoSessions, choices.ssoSessions);
        // Before the tokens are read: what changes later is told.
        this.tokenWatcher.watch(this.sessions.all());
        this.logins.watch(config);
        const connections: AwsConnection[] = [
            ...tokenConnections,
            ...withChoices([...this.environmentConnections(config), ...config.profiles], choices)
        ];
        const changed = this.noteFingerprints(config);
        const states = new Map<AwsConnectionId, ConnectionState>();
        for (const connection of connections) {
            states.set(connection.id, await this.stateOf(connection, changed));
        }
        const rotated = connections.filter(({ id }) => changed.has(id) && states.get(id)?.kind === 'connected');
        this.store.update({
            connections,
            states,
            choices,
            files: config.files,
            services: this.servicesHere(),
            endpoints: EndpointSetting.shownOfEnvironment(this.network.endpoints),
            failure: this.memory.failure ?? this.sessionWriter.failure
        });
        return rotated;
    }

    /** The token services, with the host that makes some of them take IAM credentials. */
    protected servicesHere(): TokenServices {
        const [first, ...others] = this.services;
        const here = (service: TokenService): TokenServiceHere => {
            const host = TokenServiceHost.detect(this.environment.variables ?? {}, service.hostRule);
            return host === undefined ? service : { ...service, host };
        };
        return [here(first), ...others.map(here)];
    }

    /** First, as in the AWS CLI, which takes what is in the environment before every profile that nobody named. */
    protected environmentConnections({ settings }: SharedConfig): IamProfileConnection[] {
        const connection = environmentConnection(this.environment.variables ?? {}, settings, this.network.endpoints);
        return connection === undefined ? [] : [connection];
    }

    protected async stateOf(connection: AwsConnection, changed: ReadonlySet<AwsConnectionId>): Promise<ConnectionState> {
        if (AwsConnection.problem(connection)) {
            return { kind: 'invalid' };
        }
        const previous = this.store.current.states.get(connection.id);
        if (connection.kind === 'iamProfile') {
            const known =
                previous !== undefined &&
                previous.kind !== 'invalid' &&
                (!changed.has(connection.id) || this.isRotation(connection, previous));
            return known ? previous : { kind: 'notConnected' };
        }
        const session = this.sessions.get(connection.id);
        return previous?.kind === 'signingIn' && session !== undefined && this.signIns.has(session) ? previous : this.tokenState(session);
    }

    /** Hosted IDEs replace temporary keys every few minutes; that a profile has others is no reason to make people connect again. */
    protected isRotation({ id, source }: IamProfileConnection, previous: ConnectionState): boolean {
        const before = this.store.current.connections.find(connection => connection.id === id);
        return previous.kind === 'connected' && source === 'sessionToken' && before?.kind === 'iamProfile' && before.source === source;
    }

    protected async tokenState(session: SsoSession | undefined): Promise<ConnectionState> {
        if (session === undefined) {
            return { kind: 'invalid' };
        }
        try {
            return await this.tokens.state(session);
        } catch (error) {
            return { kind: 'failed', failure: AwsFailure.of(error) };
        }
    }

    /** The profiles whose files have changed since the last reading; their credentials are forgotten. */
    protected noteFingerprints({ profiles, settings }: SharedConfig): Set<AwsConnectionId> {
        const before = this.fingerprints;
        this.fingerprints = new Map();
        const changed = new Set<AwsConnectionId>();
        for (const { id, name, problem } of profiles) {
            const profile = settings.profile(name);
            if (profile === undefined || problem?.kind === 'unreadableName') {
                continue;
            }
            const print = fingerprint(profile, settings);
            this.fingerprints.set(id, print);
            if (before.get(id) !== print) {
                changed.add(id);
                this.credentials.forget(name);
            }
        }
        return changed;
    }
}

/** The profiles of the files, with what the person and this product know of them beside. */
function withChoices(found: readonly IamProfileConnection[], choices: RememberedChoices): IamProfileConnection[] {
    const { roleProfiles, profiles } = choices;
    const ours = new Set(roleProfiles.map(({ name }) => name));
    return found.map(profile => {
        const production = RememberedChoices.productionOf(choices, profile.id);
        const { region } = profiles[profile.id] ?? {};
        return {
            ...profile,
            ...ours.has(profile.name) && { ours: true },
            ...production && { production },
            ...region && { region: { name: region, origin: 'chosen', found: profile.region } }
        };
    });
}
