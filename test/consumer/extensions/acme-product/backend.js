// An AWS SDK client with the connection that the page named.
Object.defineProperty(exports, '__esModule', { value: true });
const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');
const { ConnectionHandler, RpcConnectionHandler } = require('@theia/core/lib/common/messaging');
const { ContainerModule } = require('@theia/core/shared/inversify');
const { AwsConnectionProviders } = require('theia-aws-accounts/lib/node');
// The sample of docs/building/credentials.md, compiled.
const { IdentityServer } = require('./identity-server');

exports.default = new ContainerModule(bind => {
    bind(IdentityServer).toSelf().inSingletonScope();
    bind(ConnectionHandler).toDynamicValue(({ container }) => new RpcConnectionHandler('/services/acme', () => ({
        account: id => container.get(IdentityServer).account(id),
        identity: async id => {
            const connections = container.get(AwsConnectionProviders);
            const client = new STSClient({
                credentials: connections.credentialProvider(id), region: await connections.region(id), ...await connections.endpoint(id, 'sts')
            });
            return (await client.send(new GetCallerIdentityCommand({}))).Arn;
        }
    }))).inSingletonScope();
});
