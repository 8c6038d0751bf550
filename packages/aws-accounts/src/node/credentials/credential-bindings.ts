import type { interfaces } from '@theia/core/shared/inversify';
import { AssumedRoleCredentials } from './source/assumed-role-credentials';
import { ConnectionCredentials } from './connection-credentials';
import { ContainerCredentials } from './source/container-credentials';
import { CredentialSource } from './source/credential-source';
import { EnvironmentCredentials } from './environment-credentials';
import { InstanceCredentials } from './source/instance-credentials';
import { LoginCredentials } from './source/login-credentials';
import { MfaSessions } from './mfa/mfa-sessions';
import { ProcessCredentials } from './source/process-credentials';
import { SsoRoleCredentials } from './source/sso-role-credentials';
import { StsCall } from './resolution/sts-call';
import { WebIdentityCredentials } from './source/web-identity-credentials';

/** One class for each kind of source that credentials can have. */
export function bindCredentialSources(bind: interfaces.Bind): void {
    bind(StsCall).toSelf().inSingletonScope();
    bind(MfaSessions).toSelf().inSingletonScope();
    bind(AssumedRoleCredentials).toSelf().inSingletonScope();
    bind(ContainerCredentials).toSelf().inSingletonScope();
    bind(InstanceCredentials).toSelf().inSingletonScope();
    bind(CredentialSource).toSelf().inSingletonScope();
    bind(LoginCredentials).toSelf().inSingletonScope();
    bind(ProcessCredentials).toSelf().inSingletonScope();
    bind(SsoRoleCredentials).toSelf().inSingletonScope();
    bind(WebIdentityCredentials).toSelf().inSingletonScope();
    bind(EnvironmentCredentials).toSelf().inSingletonScope();
    bind(ConnectionCredentials).toSelf().inSingletonScope();
}
