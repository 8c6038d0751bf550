import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { NetworkSettings } from '../http/network-settings';
import type { ProfileLookup } from '../shared-config/profile-chain';
import type { Classification } from '../shared-config/own-credentials';
import { classify, classifyAsSource } from '../shared-config/profile-classification';
import { callSettings, profileEndpoints } from '../shared-config/profile-endpoints';
import type { SectionSettings } from '../shared-config/profile-settings';
import { signingKeys } from '../shared-config/signing-keys';
import { AssumedRoleCredentials } from './source/assumed-role-credentials';
import { CredentialSource } from './source/credential-source';
import { LoginCredentials } from './source/login-credentials';
import { MfaSessions } from './mfa/mfa-sessions';
import { ProcessCredentials } from './source/process-credentials';
import { caBundleFor, RunningContext } from './resolution/resolution-context';
import { SsoRoleCredentials } from './source/sso-role-credentials';
import { WebIdentityCredentials } from './source/web-identity-credentials';

/**
 * Resolves the credentials of a profile, each kind of source with a class of its own. They are put together here instead of by the SDK's
 * `fromIni`, so that the order of sources is the AWS CLI's, tokens come from our own token manager, and every call can be cancelled.
 */
@injectable()
export class ProfileCredentials {

    @inject(AssumedRoleCredentials) protected readonly roles: AssumedRoleCredentials;
    @inject(CredentialSource) protected readonly credentialSource: CredentialSource;
    @inject(LoginCredentials) protected readonly login: LoginCredentials;
    @inject(MfaSessions) protected readonly mfaSessions: MfaSessions;
    @inject(ProcessCredentials) protected readonly process: ProcessCredentials;
    @inject(SsoRoleCredentials) protected readonly ssoRoles: SsoRoleCredentials;
    @inject(NetworkSettings) protected readonly network: NetworkSettings;
    @inject(WebIdentityCredentials) protected readonly webIdentity: WebIdentityCredentials;

    /** @throws AwsAccountsError, MfaCancelled */
    async resolve(profile: SectionSettings, lookup: ProfileLookup, asked: RunningContext): Promise<AwsCredentialIdentity> {
        const { problem } = profileEndpoints(profile, lookup, this.network.endpoints);
        if (problem) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: profile.name, location: problem.location, problem });
        }
        const context = { ...asked, ...callSettings(profile, lookup, this.network.endpoints) };
        const classification = classify(profile, lookup);
        const serial = profile.get('mfa_serial');
        if (classification.source === 'accessKeys' && serial !== undefined && classification.problem === undefined) {
            return this.mfaSessions.use({ profile, serial, keys: keysOf(profile) }, context, async session => session);
        }
        return this.fromClassified(classification, profile, lookup, context);
    }

    protected async fromClassified(
        { source, problem }: Classification,
        profile: SectionSettings,
        lookup: ProfileLookup,
        context: RunningContext
    ): Promise<AwsCredentialIdentity> {
        if (problem) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: profile.name, location: problem.location, problem });
        }
        switch (source) {
            case 'accessKeys':
            case 'sessionToken':
                return keysOf(profile);
            case 'assumeRole':
                return this.assumeRole(profile, lookup, context);
            case 'ssoSession':
                return this.fromSsoSession(profile, lookup, context);
            case 'ssoLegacy':
                return this.fromStartUrl(profile, context);
            case 'process':
                return this.process.get(profile, context);
            case 'webIdentity':
                return this.webIdentity.get(profile, context);
            case 'loginSession':
                return this.login.get(profile, context);
            case 'none':
                throw AwsFailure.toError({ reason: 'profileInvalid', subject: profile.name });
        }
    }

    protected async assumeRole(profile: SectionSettings, lookup: ProfileLookup, context: RunningContext): Promise<AwsCredentialIdentity> {
        const credentialSource = profile.get('credential_source');
        if (credentialSource !== undefined) {
            return this.roles.get(
                profile,
                { credentials: await this.credentialSource.get(credentialSource, profile, context.signal) },
                context
            );
        }
        const source = lookup.profile(profile.get('source_profile') ?? '');
        if (source === undefined) {
            throw AwsFailure.toError({ reason: 'profileInvalid', subject: profile.name });
        }
        const classification = classifyAsSource(source, lookup);
        const credentials = await this.fromClassified(classification, source, lookup, context);
        return this.roles.get(
            profile,
            { credentials, mfaSerial: classification.source === 'accessKeys' ? source.get('mfa_serial') : undefined },
            context
        );
    }

    protected fromSsoSession(profile: SectionSettings, lookup: ProfileLookup, context: RunningContext): Promise<AwsCredentialIdentity> {
        const name = profile.get('sso_session') ?? '';
        const section = lookup.ssoSession(name);
        const session = {
            name,
            startUrl: section?.get('sso_start_url') ?? '',
            region: section?.get('sso_region') ?? '',
            caBundle: caBundleFor(profile, context)
        };
        return this.ssoRoles.get(session, profile.get('sso_account_id') ?? '', profile.get('sso_role_name') ?? '', context);
    }

    /** The legacy form: the token file is named after the start URL exactly as written. */
    protected fromStartUrl(profile: SectionSettings, context: RunningContext): Promise<AwsCredentialIdentity> {
        const startUrl = profile.get('sso_start_url') ?? '';
        const session = { name: startUrl, startUrl, region: profile.get('sso_region') ?? '', caBundle: caBundleFor(profile, context) };
        return this.ssoRoles.get(session, profile.get('sso_account_id') ?? '', profile.get('sso_role_name') ?? '', context);
    }
}

function keysOf(profile: SectionSettings): AwsCredentialIdentity {
    const { accessKeyId = '', secretAccessKey = '', sessionToken } = signingKeys(profile);
    return { accessKeyId, secretAccessKey, sessionToken };
}
