import { nls } from '@theia/core/lib/common/nls';
import type { EnvironmentOrigin, IamProfileConnection } from '../../../common/connection/aws-connection';
import { connectionKindText, portalText, SEPARATOR } from './connection-wording';

/** Says how a profile gets its credentials, with what tells it apart from others of its kind. */
export function profileSourceText(profile: IamProfileConnection): string {
    const source = sourceText(profile);
    return profile.needsMfa ? [source, nls.localize('theia/aws-accounts/source/mfa', 'MFA')].join(SEPARATOR) : source;
}

function sourceText({ source, sourceProfile, ssoSession, environment }: IamProfileConnection): string {
    switch (source) {
        case 'environment':
            return environmentSourceText(environment);
        case 'accessKeys':
            return nls.localize('theia/aws-accounts/source/accessKeys', 'access keys');
        case 'sessionToken':
            return nls.localize('theia/aws-accounts/source/sessionToken', 'temporary keys');
        case 'assumeRole':
            return sourceProfile === undefined
                ? nls.localize('theia/aws-accounts/source/assumeRole', 'role')
                : nls.localize('theia/aws-accounts/source/assumeRoleThrough', 'role through {0}', sourceProfile);
        case 'ssoSession':
        case 'ssoLegacy':
            return ssoSession === undefined
                ? connectionKindText('identityCenter')
                : nls.localize('theia/aws-accounts/source/ssoSession', 'SSO {0}', portalText(ssoSession));
        case 'process':
            return nls.localize('theia/aws-accounts/source/process', 'external process');
        case 'webIdentity':
            return webIdentityText();
        case 'loginSession':
            return nls.localize('theia/aws-accounts/source/loginSession', 'console sign-in');
        case 'none':
            return noCredentialsText();
    }
}

function environmentSourceText(environment: EnvironmentOrigin | undefined): string {
    switch (environment?.kind) {
        case 'webIdentity':
            return webIdentityText();
        case 'container':
            return nls.localize('theia/aws-accounts/source/container', 'role of the container');
        case 'instance':
            return nls.localize('theia/aws-accounts/source/instance', 'role of the EC2 instance');
        case 'keys':
        case undefined:
            return nls.localize('theia/aws-accounts/source/environmentKeys', 'keys in variables');
    }
}

export function noCredentialsText(): string {
    return nls.localize('theia/aws-accounts/source/none', 'no credentials');
}

function webIdentityText(): string {
    return nls.localize('theia/aws-accounts/source/webIdentity', 'web identity');
}
