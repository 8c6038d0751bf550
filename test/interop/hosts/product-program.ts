import 'reflect-metadata';
import { join } from 'node:path';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { AwsConnectionProviders } from 'theia-aws-accounts/lib/node';
import { AwsAccounts } from 'theia-aws-accounts/lib/node/aws-accounts';
import backendModule from 'theia-aws-accounts/lib/node/aws-accounts-backend-module';
import { AwsClients } from 'theia-aws-accounts/lib/node/http/aws-clients';
import { HostRequest, makeCalls } from './host-request';

const proxy = process.env.HTTPS_PROXY;
const container = new Container();
container.load(backendModule);
container.bind(ILogger).to(MockLogger);
const configFolder = FileUri.create(join(process.env.HOME ?? '', '.theia')).toString();
container.bind(EnvVariablesServer).toConstantValue({ getConfigDirUri: async () => configFolder });

/** The backend of the product, with everything as a process has it: files, environment, network. */
async function call({ service, region, profile }: HostRequest): Promise<unknown> {
    const accounts = container.get(AwsAccounts);
    await accounts.restore();
    switch (service) {
        case 'sts':
        case 'portal':
            return accounts.connect(`profile:${profile}`, {});
        case 'lambda':
            return (await lambda(`profile:${profile}`)).send(new ListFunctionsCommand({}));
        case 'oidc':
            return (await container.get(AwsClients).oidc(region)).send(
                new RegisterClientCommand({ clientName: 'spec', clientType: 'public' })
            );
    }
}

/** A consumer's own client, made of what the public API gives. Its way through a proxy is its own. */
async function lambda(connectionId: string): Promise<LambdaClient> {
    const connections = container.get<AwsConnectionProviders>(AwsConnectionProviders);
    return new LambdaClient({
        maxAttempts: 1,
        region: await connections.region(connectionId),
        credentials: connections.credentialProvider(connectionId),
        ...await connections.endpoint(connectionId, 'lambda'),
        ...proxy && { requestHandler: { httpsAgent: new HttpsProxyAgent(proxy) } }
    });
}

void makeCalls(call).then(() => container.get(AwsAccounts).dispose());
