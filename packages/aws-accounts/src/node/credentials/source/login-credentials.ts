import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsEnvironment } from '../../process/aws-environment';
import { FIXED_OPTIONS } from '../../http/client-settings';
import { AwsClients } from '../../http/aws-clients';
import { toAwsFailure } from '../../http/aws-failure-conversion';
import type { SectionSettings } from '../../shared-config/profile-settings';
import { regionOfPartition } from '../../shared-config/region-to-call';
import { LoginCall } from './login-call';
import { withLoginConfig } from './login-config';
import { settleLoginExpiration } from './login-expiration';
import { loginPath } from './login-path';
import { caBundleFor, RunningContext } from '../resolution/resolution-context';

/** Credentials of a session that a console sign-in began, here or by `aws login`. The SDK's provider renews them. */
@injectable()
export class LoginCredentials {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;

    /**
     * @throws AwsAccountsError `awsLoginRequired` when the session has ended or there is none, `accessDenied` when the user may not renew
     * it; what kept the call from AWS is told apart from that; the reason of the signal
     */
    async get(profile: SectionSettings, context: RunningContext): Promise<AwsCredentialIdentity> {
        const call = await LoginCall.create(await this.clients.requestHandler(caBundleFor(profile, context)), context.signal);
        try {
            return await this.fromSession(profile, context, call);
        } catch (error) {
            context.signal.throwIfAborted();
            const failure = call.trouble(profile.name) ?? toAwsFailure(error, profile.name);
            throw AwsFailure.toError(failure.reason === 'internal' ? signInNeeded(profile) : failure, error);
        } finally {
            call.destroy();
        }
    }

    protected async fromSession(profile: SectionSettings, context: RunningContext, call: LoginCall): Promise<AwsCredentialIdentity> {
        const { fromLoginCredentials } = await import('@aws-sdk/credential-providers');
        const region = profile.get('region') ?? this.environment.region ?? regionOfPartition(profile);
        const session = profile.get('login_session') ?? '';
        this.settleCacheFolder();
        if (!await settleLoginExpiration(loginPath(this.environment.loginCacheFolder, session))) {
            throw AwsFailure.toError({ ...signInNeeded(profile), detail: 'expiresAt' });
        }
        const endpoint = this.clients.endpoint('signin', context.endpoints);
        const clientConfig = { ...FIXED_OPTIONS, region, ...endpoint, requestHandler: call };
        return withLoginConfig(session, config => fromLoginCredentials({ ...config, ignoreCache: true, clientConfig })());
    }

    /** The SDK takes the folder as it stands, and the AWS CLI expands it: both and every program below get it expanded. */
    protected settleCacheFolder(): void {
        const { loginCacheFolder } = this.environment;
        if (process.env.AWS_LOGIN_CACHE_DIRECTORY && process.env.AWS_LOGIN_CACHE_DIRECTORY !== loginCacheFolder) {
            process.env.AWS_LOGIN_CACHE_DIRECTORY = loginCacheFolder;
        }
    }
}

function signInNeeded(profile: SectionSettings): AwsFailure {
    return { reason: 'awsLoginRequired', subject: profile.name, location: profile.setting('login_session')?.location };
}
