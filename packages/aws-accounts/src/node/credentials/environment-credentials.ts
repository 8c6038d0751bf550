import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { EnvironmentOrigin } from '../../common/connection/aws-connection';
import { AwsEnvironment } from '../process/aws-environment';
import { NetworkSettings } from '../http/network-settings';
import type { CallSettings } from '../http/service-endpoints';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { ContainerCredentials } from './source/container-credentials';
import { CredentialCache, CredentialOrigin } from './credential-cache';
import { environmentCallSettings, ENVIRONMENT_NAME } from './environment/environment-connection';
import { environmentKeys } from './environment/environment-keys';
import { environmentOrigin, Variables } from './environment/environment-origin';
import { environmentProblem } from './environment/environment-problem';
import { InstanceCredentials } from './source/instance-credentials';
import type { ResolutionContext, RunningContext } from './resolution/resolution-context';
import { WebIdentityCredentials } from './source/web-identity-credentials';

interface EnvironmentContent extends CredentialOrigin {
    readonly origin: EnvironmentOrigin;
}

/** Credentials of the backend's own environment: its variables, and the container or the instance that they speak of. */
@injectable()
export class EnvironmentCredentials extends CredentialCache<EnvironmentContent> {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(ContainerCredentials) protected readonly container: ContainerCredentials;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(SharedConfigReader) protected readonly reader: SharedConfigReader;
    @inject(InstanceCredentials) protected readonly instance: InstanceCredentials;
    @inject(WebIdentityCredentials) protected readonly webIdentity: WebIdentityCredentials;

    /** @throws AwsAccountsError, the reason of the signal when it is aborted */
    async get(context: ResolutionContext = {}): Promise<AwsCredentialIdentity> {
        const origin = environmentOrigin(this.variables);
        if (origin === undefined) {
            throw AwsFailure.toError({ reason: 'credentialSourceEmpty', subject: ENVIRONMENT_NAME });
        }
        const problem = environmentProblem(origin, this.variables);
        if (problem !== undefined) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: ENVIRONMENT_NAME, problem });
        }
        return this.remembered({ name: ENVIRONMENT_NAME, fingerprint: origin.kind, origin }, context);
    }

    /** Settings by which calls with the credentials reach AWS, as variables and files say now. */
    async callSettings(): Promise<CallSettings> {
        const { settings } = await this.reader.read();
        return environmentCallSettings(this.variables, settings, this.network.endpoints);
    }

    /** The next caller resolves anew. */
    forget(): void {
        this.resolutions.clear();
    }

    protected get variables(): Variables {
        return this.environment.variables;
    }

    protected override async resolve({ origin }: EnvironmentContent, { signal }: RunningContext): Promise<AwsCredentialIdentity> {
        switch (origin.kind) {
            case 'keys':
                return environmentKeys(this.variables, ENVIRONMENT_NAME, this.clock.now());
            case 'webIdentity':
                return this.webIdentity.get(
                    { name: ENVIRONMENT_NAME, get: key => this.variables[WEB_IDENTITY_VARIABLES[key] ?? ''] || undefined },
                    { signal, ...(await this.callSettings()) }
                );
            case 'container':
                return this.container.get(this.variables, ENVIRONMENT_NAME, signal);
            case 'instance':
                return this.instance.get(ENVIRONMENT_NAME, signal);
        }
    }
}

/** By which variable the environment says what a profile says by a setting. */
const WEB_IDENTITY_VARIABLES: { readonly [setting: string]: string } = {
    role_arn: 'AWS_ROLE_ARN',
    role_session_name: 'AWS_ROLE_SESSION_NAME',
    web_identity_token_file: 'AWS_WEB_IDENTITY_TOKEN_FILE'
};
