import { readFile } from 'node:fs/promises';
import { inject, injectable, optional } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { EndpointSetting, EnvironmentEndpoints } from './endpoint-settings';
import { proxyFor, ProxyChoice } from './proxy-choice';
import { ProxyPreferences } from './proxy-preferences';

/** The way of this machine to AWS: the proxy and the certificate authorities. Verification of certificates cannot be switched off here. */
@injectable()
export class NetworkSettings {

    @inject(ProxyPreferences) @optional() protected readonly preferences?: ProxyPreferences;

    protected readonly variables: NodeJS.ProcessEnv = process.env;

    /** The proxy for requests to `url`, as preferences and environment say now. */
    proxyFor(url: URL): ProxyChoice | undefined {
        return proxyFor(url, this.variables, this.preferences?.proxy);
    }

    /** Value of `Proxy-Authorization`, unless the proxy's address has a user name. A secret. */
    get proxyAuthorization(): string | undefined {
        return this.preferences?.authorization;
    }

    /** Resolves when the preferences are known that say something of the network. */
    async ready(): Promise<void> {
        await this.preferences?.ready;
    }

    /** Endpoints to which the environment directs calls instead of to AWS. */
    get endpoints(): EnvironmentEndpoints {
        return EndpointSetting.ofEnvironment(this.variables);
    }

    /**
     * The certificate authorities to trust instead of those of Node.js (which has `NODE_EXTRA_CA_CERTS` from its start); `undefined` for no
     * change. `AWS_CA_BUNDLE` wins over the profile, as in the AWS CLI.
     *
     * @param caBundle the setting `ca_bundle` of the profile
     * @throws AwsAccountsError `fileUnreadable`
     */
    async certificateAuthorities(caBundle: string | undefined): Promise<string | undefined> {
        const file = this.variables.AWS_CA_BUNDLE || caBundle;
        if (!file) {
            return undefined;
        }
        try {
            return await readFile(file, 'utf8');
        } catch (error) {
            throw AwsFailure.toError({ reason: 'fileUnreadable', subject: file, detail: (error as NodeJS.ErrnoException).code }, error);
        }
    }
}
