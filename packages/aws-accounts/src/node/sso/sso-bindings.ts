import type { interfaces } from '@theia/core/shared/inversify';
import { AuthorizationCodeFlow } from './flow/authorization-code-flow';
import { ClientRegistrations } from './flow/client-registration';
import { DeviceCodeFlow } from './flow/device-code-flow';
import { PendingRedirects } from './flow/pending-redirects';
import { SignInFlows } from './flow/sign-in-flows';
import { StartPages } from './flow/start-pages';
import { OwnSignOut } from './own-sign-out';
import { SignInTargets } from './sign-in-targets';
import { SignInsUnderWay } from './sign-ins-under-way';
import { SsoServerSession } from './sso-server-session';
import { SsoSessionRegistry } from './sso-session-registry';
import { SsoSignIn } from './sso-sign-in';
import { SsoSignOut } from './sso-sign-out';
import { OwnTokens } from './token/own-tokens';
import { SsoTokenCache } from './token/sso-token-cache';
import { SsoTokenManager } from './token/sso-token-manager';
import { SsoTokenRefresh } from './token/sso-token-refresh';
import { SsoTokenWatcher } from './token/sso-token-watcher';

/** SSO sessions, how a person signs in to them, and their tokens. */
export function bindSso(bind: interfaces.Bind): void {
    bind(SsoSessionRegistry).toSelf().inSingletonScope();
    bind(SsoTokenCache).toSelf().inSingletonScope();
    bind(SsoTokenRefresh).toSelf().inSingletonScope();
    bind(SsoServerSession).toSelf().inSingletonScope();
    bind(SsoSignOut).toSelf().inSingletonScope();
    bind(OwnSignOut).toSelf().inSingletonScope();
    bind(SsoTokenManager).toSelf().inSingletonScope();
    bind(OwnTokens).toSelf().inSingletonScope();
    bind(SsoTokenWatcher).toSelf().inSingletonScope();
    bind(ClientRegistrations).toSelf().inSingletonScope();
    bind(StartPages).toSelf().inSingletonScope();
    bind(DeviceCodeFlow).toSelf().inSingletonScope();
    bind(PendingRedirects).toSelf().inSingletonScope();
    bind(AuthorizationCodeFlow).toSelf().inSingletonScope();
    bind(SignInFlows).toSelf().inSingletonScope();
    bind(SignInsUnderWay).toSelf().inSingletonScope();
    bind(SignInTargets).toSelf().inSingletonScope();
    bind(SsoSignIn).toSelf().inSingletonScope();
}
