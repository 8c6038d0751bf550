import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AuthenticationMain, PLUGIN_RPC_CONTEXT } from '@theia/plugin-ext/lib/common/plugin-api-rpc';
import type { RPCProtocol } from '@theia/plugin-ext/lib/common/rpc-protocol';
import { AuthenticationProviderId } from '../../common/authentication-provider-id';
import { SessionGrant } from './session-grant';

/**
 * Stands in front of the object that answers `vscode.authentication` calls of one plugin host. Requests for our providers are decided by
 * `SessionGrant`; all others go on to Theia unchanged.
 */
@injectable()
export class SessionGate {

    @inject(SessionGrant) protected readonly grant: SessionGrant;
    @inject(ILogger) @named('aws-accounts-plugin-ext:SessionGate') protected readonly logger: ILogger;

    /** True when the gate stands. If not, no session may be offered in this window: Theia would hand it out unasked. */
    install(rpc: RPCProtocol): boolean {
        const main = (rpc as Partial<{ readonly locals: Map<string, AuthenticationMain> }>).locals?.get(
            PLUGIN_RPC_CONTEXT.AUTHENTICATION_MAIN.id
        );
        if (typeof main?.$getSession !== 'function' || typeof main.$getAccounts !== 'function') {
            void this.logger.error('Theia has changed where it answers requests for sessions: AWS sessions are not offered to extensions.');
            return false;
        }
        this.replaceGetSession(main);
        this.replaceGetAccounts(main);
        return true;
    }

    protected replaceGetSession(main: AuthenticationMain): void {
        const original = main.$getSession.bind(main);
        main.$getSession = async (provider, scopes, extensionId, extensionName, options) =>
            AuthenticationProviderId.is(provider)
                ? this.grant.get({
                      provider,
                      scopes,
                      extension: { id: extensionId.toLowerCase(), name: extensionName },
                      options: options ?? {}
                  })
                : original(provider, scopes, extensionId, extensionName, options);
    }

    protected replaceGetAccounts(main: AuthenticationMain): void {
        const original = main.$getAccounts.bind(main);
        main.$getAccounts = provider => AuthenticationProviderId.is(provider) ? this.grant.accounts(provider) : original(provider);
    }
}
