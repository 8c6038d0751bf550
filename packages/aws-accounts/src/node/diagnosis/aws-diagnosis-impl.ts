import { homedir } from 'node:os';
import { ApplicationServer } from '@theia/core/lib/common/application-protocol';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named, optional } from '@theia/core/shared/inversify';
import type { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { ConfiguredEndpoint } from '../../common/connection/configured-endpoint';
import type { AwsDiagnosis } from '../../common/protocol/aws-diagnosis-protocol';
import { AwsPartitions } from '../../common/region/aws-partitions';
import { AwsEnvironment } from '../process/aws-environment';
import { Clock } from '../process/clock';
import { ConnectionStore } from '../connection/connection-store';
import { EndpointSetting } from '../http/endpoint-settings';
import { PartitionData } from '../http/partition-data';
import { NetworkSettings } from '../http/network-settings';
import { ProxyPreferences } from '../http/proxy-preferences';
import { withKnownErrors } from '../rpc/known-errors';
import type { SharedConfig } from '../shared-config/shared-config';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { SsoSessionRegistry } from '../sso/sso-session-registry';
import { connectionSection, failureSection } from './connection-section';
import { withoutSecrets } from './diagnosis-redaction';
import { DiagnosisSection, diagnosisText } from './diagnosis-text';
import { knownSecrets } from './known-secrets';
import { environmentSection, networkSection } from './network-section';
import { productSection } from './product-section';

/** An address for every endpoint of AWS: which proxy serves them is one answer, unless NO_PROXY names single hosts. */
function anEndpoint(): URL {
    const region = AwsPartitions.DEFAULT_REGION;
    return new URL(`https://sts.${region}.${PartitionData.ofRegion(region).dnsSuffix}`);
}

@injectable()
export class AwsDiagnosisImpl implements AwsDiagnosis {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(ProxyPreferences) protected readonly preferences: ProxyPreferences;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ApplicationServer) @optional() protected readonly application?: ApplicationServer;
    @inject(ILogger) @named('aws-accounts:Diagnosis') protected readonly logger: ILogger;

    protected readonly variables: NodeJS.ProcessEnv = process.env;

    async describe(connectionId: AwsConnectionId | undefined, told?: AwsFailure): Promise<string> {
        return withKnownErrors(this.logger, async () => {
            await this.preferences.ready;
            const config = await this.reader.read();
            const { name, entry } = this.find(connectionId ?? undefined);
            const failure = told ?? failureOf(entry);
            const text = diagnosisText([
                this.head(),
                productSection(await this.application?.getApplicationInfo()),
                ...entry ? [connectionSection(entry, this.clock.now())] : [],
                ...failure ? [failureSection(failure)] : [],
                this.networkSection(config, name, connectionId ?? undefined),
                environmentSection(this.variables)
            ]);
            return withoutSecrets(text, { homes: [this.environment.home, homedir()], secrets: this.secrets(config) });
        });
    }

    protected head(): DiagnosisSection {
        const at = new Date(this.clock.now()).toISOString();
        return {
            title: 'Diagnosis of AWS Accounts',
            lines: [
                ['Made at', at],
                ['Note', 'No secrets in here. Account ids are shortened to their last four digits.']
            ]
        };
    }

    protected find(id: AwsConnectionId | undefined): { readonly name?: string; readonly entry?: ConnectionEntry } {
        const connection = id === undefined ? undefined : this.store.find(id);
        return connection === undefined ? {} : {
            name: connection.kind === 'iamProfile' ? connection.name : undefined,
            entry: { connection, state: this.store.stateOf(connection.id) }
        };
    }

    protected networkSection({ settings }: SharedConfig, profile: string | undefined, id: AwsConnectionId | undefined): DiagnosisSection {
        const session = id === undefined ? undefined : this.sessions.get(id);
        return networkSection({
            variables: this.variables,
            endpoints: this.endpoints(id),
            proxy: this.network.proxyFor(anEndpoint()),
            caBundle: profile === undefined ? session?.caBundle : settings.profile(profile)?.get('ca_bundle'),
            wantsNoVerification: this.preferences.wantsNoVerification,
            hasProxyAuthorization: this.preferences.authorization !== undefined
        });
    }

    protected endpoints(id: AwsConnectionId | undefined): readonly ConfiguredEndpoint[] {
        const connection = id === undefined ? undefined : this.store.find(id);
        const ofEnvironment = EndpointSetting.shownOfEnvironment(this.network.endpoints)?.all ?? [];
        return connection?.kind !== 'iamProfile'
            ? ofEnvironment
            : connection.ignoresEndpoints
              ? []
              : [...ofEnvironment, ...(connection.endpoints ?? [])];
    }

    protected secrets(config: SharedConfig): string[] {
        const { authorization, proxy } = this.preferences;
        return [...knownSecrets(config, this.variables, proxy), ...authorization === undefined ? [] : [authorization]];
    }
}

function failureOf(entry: ConnectionEntry | undefined): AwsFailure | undefined {
    return entry !== undefined && 'failure' in entry.state ? entry.state.failure : undefined;
}
