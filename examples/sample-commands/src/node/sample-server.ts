import { InvokeCommand, LambdaClient, LambdaClientConfig, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsConnectionProviders } from 'theia-aws-accounts/lib/node';
import type { Invocation, SampleServer, SuggestingConnection } from '../common/sample-protocol';
import { CodeWhispererClient } from './codewhisperer-client';

/** Calls AWS with an ordinary SDK client each: all they need from AWS Accounts is a provider. */
@injectable()
export class SampleServerImpl implements SampleServer {

    @inject(AwsConnectionProviders) protected readonly connections: AwsConnectionProviders;
    @inject(CodeWhispererClient) protected readonly codeWhisperer: CodeWhispererClient;

    async listFunctions(connectionId: string): Promise<string[]> {
        const { Functions: functions = [] } = await (await this.lambda(connectionId)).send(new ListFunctionsCommand({}));
        return functions.flatMap(({ FunctionName: name }) => name ?? []);
    }

    async invoke(connectionId: string, { functionName, payload = {} }: Invocation): Promise<unknown> {
        const lambda = await this.lambda(connectionId);
        const call = new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(payload)) });
        const { Payload: answer } = await lambda.send(call);
        return answer && JSON.parse(Buffer.from(answer).toString());
    }

    async callerIdentity(connectionId: string): Promise<string> {
        const client = new STSClient(await this.options(connectionId, 'sts'));
        const { Arn: arn = '' } = await client.send(new GetCallerIdentityCommand({}));
        return arn;
    }

    async suggest({ id, kind }: SuggestingConnection, code: string): Promise<string> {
        if (kind === 'iamProfile') {
            return this.codeWhisperer.recommend(this.connections.credentialProvider(id), code);
        }
        // A token provider, not a token: it is asked for each call, so it is always fresh.
        const provider = this.connections.tokenProvider(id, ['codewhisperer:completions']);
        return this.codeWhisperer.complete(await provider(), code);
    }

    protected async lambda(connectionId: string): Promise<LambdaClient> {
        return new LambdaClient(await this.options(connectionId, 'lambda'));
    }

    /** Caller identity and region, and the endpoint that the profile configures, if any. */
    protected async options(connectionId: string, service: string): Promise<STSClientConfig & LambdaClientConfig> {
        return {
            region: await this.connections.region(connectionId),
            credentials: this.connections.credentialProvider(connectionId),
            ...await this.connections.endpoint(connectionId, service)
        };
    }
}
