import { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { AwsSdkSigV4Signer } from '@aws-sdk/core/httpAuthSchemes';
import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';
import { HttpBearerAuthSigner } from '@smithy/core';
import { makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { AwsCredentialIdentity } from '@smithy/types';
import { ERRORS, NAMESPACE, OPERATIONS } from './schemas';

export type OperationName = keyof typeof OPERATIONS;

/** Identity by which a call is made. */
export type Caller = { readonly token: string } | { readonly credentials: AwsCredentialIdentity };

/** Client of one service of CodeWhisperer, at AWS's own address. */
interface Service {
    /** The first part of the header `X-Amz-Target`. */
    readonly target: 'AmazonCodeWhispererService' | 'AWSCodeWhispererService';
    readonly region: string;
    readonly endpoint: string;
    /** The service that a signature is for; absent: CodeWhisperer. */
    readonly signingName?: string;
}

/** The client's rules get its endpoint and its region. */
const ENDPOINT = { Endpoint: { type: 'builtInParams', name: 'endpoint' }, Region: { type: 'builtInParams', name: 'region' } } as const;

const SIG_V4 = {
    httpAuthSchemes: [{
        schemeId: 'aws.auth#sigv4', signer: new AwsSdkSigV4Signer(),
        identityProvider: (known: { getIdentityProvider(scheme: string): unknown }) => known.getIdentityProvider('aws.auth#sigv4')
    }],
    httpAuthSchemeProvider: () => [{
        schemeId: 'aws.auth#sigv4',
        propertiesExtractor: (config: object, context: object) => ({ signingProperties: { config, context } })
    }]
};

/**
 * Client of the AWS SDK that speaks AWS JSON 1.0: AWS's serializer, error parser and signers. Only the schemas of the operations are not
 * AWS's, since no package with them speaks this protocol any more. The client that carries them is that of another service.
 */
export function call(service: Service, caller: Caller, operation: OperationName, input: object): Promise<object> {
    const client = new STSClient({
        region: service.region, endpoint: service.endpoint, maxAttempts: 1, signingName: service.signingName ?? 'codewhisperer',
        ...'credentials' in caller && { credentials: caller.credentials }, protocol: AwsJson1_0Protocol,
        protocolSettings: { defaultNamespace: NAMESPACE, errorTypeRegistries: [ERRORS], serviceTarget: service.target },
        ...'token' in caller ? bearer(caller.token) : SIG_V4
    } as STSClientConfig);
    const command = makeBuilder(ENDPOINT, service.target, 'CodeWhispererClient', getEndpointPlugin as never)(
        {}, () => [], operation, OPERATIONS[operation] as never
    );
    return (client.send as (command: object) => Promise<object>)(new (command as new (input: object) => object)(input));
}

function bearer(token: string): object {
    return {
        httpAuthSchemes: [{
            schemeId: 'smithy.api#httpBearerAuth', identityProvider: () => async () => ({ token }), signer: new HttpBearerAuthSigner()
        }],
        httpAuthSchemeProvider: () => [{ schemeId: 'smithy.api#httpBearerAuth' }]
    };
}
