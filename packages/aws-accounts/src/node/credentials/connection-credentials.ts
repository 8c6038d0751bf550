import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { IamProfileConnection } from '../../common/connection/aws-connection';
import type { CallSettings } from '../http/service-endpoints';
import { AwsCredentials } from './aws-credentials';
import { EnvironmentCredentials } from './environment-credentials';
import type { ResolutionContext } from './resolution/resolution-context';

/** Credentials of an IAM connection, wherever it is described: in the shared config files or in the environment. */
@injectable()
export class ConnectionCredentials {

    @inject(AwsCredentials) protected readonly profiles: AwsCredentials;
    @inject(EnvironmentCredentials) protected readonly environment: EnvironmentCredentials;

    /**
     * @throws AwsAccountsError, MfaCancelled when the person who was asked closed the prompt, the reason of the signal when it is aborted
     */
    get({ name, source }: IamProfileConnection, context: ResolutionContext = {}): Promise<AwsCredentialIdentity> {
        return source === 'environment' ? this.environment.get(context) : this.profiles.get(name, context);
    }

    /** Changes whenever the connection is described differently; the environment of a process stays as it is. */
    async versionOf({ name, source }: IamProfileConnection): Promise<string | undefined> {
        return source === 'environment' ? source : this.profiles.versionOf(name);
    }

    /** Settings by which calls with the credentials reach AWS, as the files say now. */
    async callSettingsOf({ name, source }: IamProfileConnection): Promise<CallSettings> {
        return source === 'environment' ? this.environment.callSettings() : this.profiles.callSettingsOf(name);
    }

    /** The next caller resolves anew. */
    forget({ name, source }: IamProfileConnection): void {
        if (source === 'environment') {
            this.environment.forget();
        } else {
            this.profiles.forget(name);
        }
    }
}
