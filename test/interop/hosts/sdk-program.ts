import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { RegisterClientCommand, SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-providers';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { HostRequest, makeCalls } from './host-request';

/** The SDK reads no proxy from its environment: an application gives it one. */
const proxy = process.env.HTTPS_PROXY;
const way = proxy === undefined || proxy === '' ? {} : { requestHandler: { httpsAgent: new HttpsProxyAgent(proxy) } };
const options = { maxAttempts: 1, ...way };
/** The client within the client, which fetches the credentials of a role. */
const credentials = (profile = ''): ReturnType<typeof fromIni> => fromIni({ profile, clientConfig: way });

/** Plain SDK clients, as an application makes them that knows nothing of this product. */
function call({ service, region, profile }: HostRequest): Promise<unknown> {
    switch (service) {
        case 'sts':
        case 'portal':
            return new STSClient({ profile, credentials: credentials(profile), ...options }).send(new GetCallerIdentityCommand({}));
        case 'lambda':
            return new LambdaClient({ profile, ...options }).send(new ListFunctionsCommand({}));
        case 'oidc':
            return new SSOOIDCClient({ region, ...options }).send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public' }));
    }
}

void makeCalls(call);
