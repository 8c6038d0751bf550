import { inject, injectable, interfaces } from '@theia/core/shared/inversify';
import type { MainPluginApiProvider } from '@theia/plugin-ext/lib/common/plugin-ext-api-contribution';
import type { RPCProtocol } from '@theia/plugin-ext/lib/common/rpc-protocol';
import { AWS_PLUGIN_EXT, AWS_PLUGIN_MAIN, AwsPluginExt } from '../../common/plugin-host-protocol';
import { AwsAuthenticationContribution } from '../authentication/aws-authentication-contribution';
import { SessionGate } from '../authentication/session-gate';
import { AwsPluginMainImpl } from './aws-plugin-main';

/** Called for each plugin host, after Theia's own objects are in place and before any extension runs. */
@injectable()
export class PluginHostSetup implements MainPluginApiProvider {

    @inject(SessionGate) protected readonly gate: SessionGate;
    @inject(AwsAuthenticationContribution) protected readonly authentication: AwsAuthenticationContribution;

    initialize(rpc: RPCProtocol, container: interfaces.Container): void {
        if (!this.gate.install(rpc)) {
            this.authentication.withdraw();
        }
        const main = container.get<AwsPluginMainImpl>(AwsPluginMainImpl);
        main.host = rpc.getProxy<AwsPluginExt>(AWS_PLUGIN_EXT);
        // The protocol disposes what it was given when the host ends.
        rpc.set(AWS_PLUGIN_MAIN, main);
    }
}
