import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsError, AwsFailure, AwsFailureReason } from '../../common/aws-accounts-error';
import { AwsPartitions } from '../../common/aws-partitions';
import { AwsEnvironment } from '../aws-environment';
import { REQUEST_HANDLER_OPTIONS } from '../http/aws-clients';
import { toAwsFailure } from '../http/aws-failure-conversion';
import { ProfileLookup, signsWithOwnKeys } from '../shared-config/profile-chain';
import { classify } from '../shared-config/profile-classification';
import type { SectionSettings } from '../shared-config/profile-settings';
import { SsoRoleCredentials } from './sso-role-credentials';

/** A default session name that an administrator recognises in CloudTrail. */
const SESSION_NAME = 'theia-aws-accounts';

/**
 * Resolves the credentials of a profile, each kind of source with its own provider of `@aws-sdk/credential-providers`. The providers are put together
 * here instead of by `fromIni`, so that the order of sources is the AWS CLI's and tokens come from our own token manager. Never prompts.
 */
@injectable()
export class ProfileCredentials {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(SsoRoleCredentials) protected readonly ssoRoles: SsoRoleCredentials;

    /** @throws AwsAccountsError */
    async resolve(profile: SectionSettings, lookup: ProfileLookup): Promise<AwsCredentialIdentity> {
        const { source, problem } = classify(profile, lookup);
        if (problem) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: profile.name, location: problem.location });
        }
        switch (source) {
            case 'accessKeys':
            case 'sessionToken':
                return keysOf(profile);
            case 'assumeRole':
                return this.guarded(profile, 'accessDenied', () => this.assumeRole(profile, lookup));
            case 'ssoSession':
                return this.fromSsoSession(profile, lookup);
            case 'ssoLegacy':
                return this.fromStartUrl(profile);
            case 'process':
                return this.guarded(profile, 'processFailed', () => this.fromProcess(profile));
            case 'webIdentity':
                return this.guarded(profile, 'accessDenied', () => this.fromWebIdentity(profile));
            case 'loginSession':
                return this.guarded(profile, 'signInRequired', () => this.fromLogin(profile));
            case 'none':
                throw AwsFailure.toError({ reason: 'profileInvalid', subject: profile.name });
        }
    }

    protected async assumeRole(profile: SectionSettings, lookup: ProfileLookup): Promise<AwsCredentialIdentity> {
        const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
        const duration = Number(profile.get('duration_seconds'));
        const provider = fromTemporaryCredentials({
            masterCredentials: await this.source(profile, lookup),
            params: {
                RoleArn: profile.get('role_arn'),
                RoleSessionName: profile.get('role_session_name') ?? SESSION_NAME,
                ExternalId: profile.get('external_id'),
                DurationSeconds: Number.isInteger(duration) && duration > 0 ? duration : undefined,
                SerialNumber: profile.get('mfa_serial')
            },
            mfaCodeProvider: () => Promise.reject(AwsFailure.toError({ reason: 'mfaRequired', subject: profile.name })),
            clientConfig: this.clientConfig(profile)
        });
        return provider();
    }

    protected async source(profile: SectionSettings, lookup: ProfileLookup): Promise<AwsCredentialIdentity> {
        const credentialSource = profile.get('credential_source');
        if (credentialSource !== undefined) {
            return this.fromCredentialSource(credentialSource);
        }
        const source = lookup.profile(profile.get('source_profile') ?? '');
        if (source === undefined) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: profile.name });
        }
        return signsWithOwnKeys(source) ? keysOf(source) : this.resolve(source, lookup);
    }

    protected async fromCredentialSource(name: string): Promise<AwsCredentialIdentity> {
        const providers = await import('@aws-sdk/credential-providers');
        switch (name) {
            case 'Environment':
                return providers.fromEnv()();
            case 'EcsContainer':
                return providers.fromContainerMetadata()();
            default:
                return providers.fromInstanceMetadata()();
        }
    }

    protected fromSsoSession(profile: SectionSettings, lookup: ProfileLookup): Promise<AwsCredentialIdentity> {
        const name = profile.get('sso_session') ?? '';
        const section = lookup.ssoSession(name);
        const session = { name, startUrl: section?.get('sso_start_url') ?? '', region: section?.get('sso_region') ?? '' };
        return this.ssoRoles.get(session, profile.get('sso_account_id') ?? '', profile.get('sso_role_name') ?? '');
    }

    /** The legacy form: the token file is named after the start URL exactly as written. */
    protected fromStartUrl(profile: SectionSettings): Promise<AwsCredentialIdentity> {
        const startUrl = profile.get('sso_start_url') ?? '';
        const session = { name: startUrl, startUrl, region: profile.get('sso_region') ?? '' };
        return this.ssoRoles.get(session, profile.get('sso_account_id') ?? '', profile.get('sso_role_name') ?? '');
    }

    protected async fromProcess(profile: SectionSettings): Promise<AwsCredentialIdentity> {
        const { fromProcess } = await import('@aws-sdk/credential-providers');
        const { configFile: configFilepath, credentialsFile: filepath } = this.environment;
        return fromProcess({ profile: profile.name, filepath, configFilepath, ignoreCache: true })();
    }

    protected async fromWebIdentity(profile: SectionSettings): Promise<AwsCredentialIdentity> {
        const { fromTokenFile } = await import('@aws-sdk/credential-providers');
        return fromTokenFile({
            roleArn: profile.get('role_arn'),
            webIdentityTokenFile: profile.get('web_identity_token_file'),
            roleSessionName: profile.get('role_session_name') ?? SESSION_NAME,
            clientConfig: this.clientConfig(profile)
        })();
    }

    protected async fromLogin(profile: SectionSettings): Promise<AwsCredentialIdentity> {
        const { fromLoginCredentials } = await import('@aws-sdk/credential-providers');
        const { configFile: configFilepath, credentialsFile: filepath } = this.environment;
        return fromLoginCredentials({ profile: profile.name, filepath, configFilepath, ignoreCache: true, clientConfig: this.clientConfig(profile) })();
    }

    protected clientConfig(profile: SectionSettings): { region: string; requestHandler: typeof REQUEST_HANDLER_OPTIONS } {
        return { region: profile.get('region') ?? this.environment.region ?? AwsPartitions.DEFAULT_REGION, requestHandler: REQUEST_HANDLER_OPTIONS };
    }

    /** The providers reject with errors of their own that tell no code; `otherwise` says what such an error means for this source. */
    protected async guarded(profile: SectionSettings, otherwise: AwsFailureReason, resolve: () => Promise<AwsCredentialIdentity>): Promise<AwsCredentialIdentity> {
        try {
            return await resolve();
        } catch (error) {
            const failure = error instanceof Error && AwsAccountsError.is(error) ? error.data : toAwsFailure(error, profile.name);
            throw AwsFailure.toError(failure.reason === 'internal' ? { ...failure, reason: otherwise } : failure, error);
        }
    }
}

function keysOf(profile: SectionSettings): AwsCredentialIdentity {
    return {
        accessKeyId: profile.get('aws_access_key_id') ?? '',
        secretAccessKey: profile.get('aws_secret_access_key') ?? '',
        sessionToken: profile.get('aws_session_token')
    };
}
