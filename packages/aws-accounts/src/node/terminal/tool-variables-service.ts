import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { requireFound } from '../../common/state/connection-not-found';
import { AwsConnection, AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import { ProfileRegion } from '../../common/connection/profile-region';
import type { ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { AwsEnvironment } from '../process/aws-environment';
import { ConnectionStore } from '../connection/connection-store';
import { environmentConnection } from '../credentials/environment/environment-connection';
import type { ProfileLookup } from '../shared-config/profile-chain';
import { classify } from '../shared-config/profile-classification';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { EndpointPlaces } from './endpoint-places';
import { reachOf } from './credential-delivery';
import { environmentVariables, toolVariables } from './tool-variables';

/** Says by which variables other tools act as a profile, or as the environment that they inherit. */
@injectable()
export class ToolVariablesService {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(EndpointPlaces) protected readonly places: EndpointPlaces;

    /** @throws AwsAccountsError `connectionNotFound`, `profileInvalid`, or when the files of the endpoint cannot be written */
    async get(connectionId: AwsConnectionId): Promise<ToolVariables> {
        const { profiles, settings } = await this.reader.read();
        if (connectionId === AwsConnection.ENVIRONMENT) {
            return { connectionId, variables: await this.ofEnvironment(settings) };
        }
        const connection = requireFound(profiles.find(({ id }) => id === connectionId), connectionId);
        const profile = requireFound(settings.profile(connection.name), connectionId);
        const { name, problem } = connection;
        if (problem) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: name, location: problem.location, problem });
        }
        const reach = reachOf(profile, settings);
        const place = reach.kind === 'endpoint' ? await this.places.place(profile, settings) : undefined;
        return { connectionId, variables: toolVariables({ profile: name, region: this.regionOf(connection), reach, place }, process.env) };
    }

    /** The region that the person chose in the IDE, or else that of files and environment. */
    protected regionOf({ id, region }: IamProfileConnection): ProfileRegion {
        const chosen = this.store.current.choices.profiles[id]?.region;
        return chosen === undefined ? region : { name: chosen, origin: 'chosen' };
    }

    protected async ofEnvironment(settings: ProfileLookup): Promise<ToolVariables['variables']> {
        const connection = requireFound(environmentConnection(this.environment.variables, settings), AwsConnection.ENVIRONMENT);
        const { environment, problem } = connection;
        if (problem) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: connection.name, problem });
        }
        const fallback = settings.profile('default');
        const isOvertaken = environment?.kind !== 'keys' && fallback !== undefined && classify(fallback, settings).source !== 'none';
        const files = isOvertaken ? await this.places.withoutCredentials(fallback, settings) : undefined;
        return environmentVariables(this.regionOf(connection), this.environment.variables, files);
    }
}
