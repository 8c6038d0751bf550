import type { Readable } from 'node:stream';
import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { AwsPartitions } from '../../common/aws-partitions';
import { toAwsFailure } from '../http/aws-failure-conversion';
import type { CallSettings } from '../http/service-endpoints';
import { AwsClients } from '../http/aws-clients';
import { limitedText } from '../http/limited-body';
import { reasonOfStatus } from '../http/failure-tables';

/** Whose console is opened, and where. */
interface ConsoleVisitor {
    readonly credentials: AwsCredentialIdentity;
    /** ARN of the role's session: it tells the partition. */
    readonly arn: string;
    /** `undefined`: the console opens where the person was last. */
    readonly region: string | undefined;
    /** Name of the profile, for failures. */
    readonly profile: string;
    /** Those of the profile. */
    readonly settings?: CallSettings;
}

/**
 * Exchanges temporary credentials for an address that signs in to the console: getSigninToken of the federation endpoint ("Enable custom
 * identity broker access to the AWS console", IAM User Guide). No `SessionDuration`: it is refused for chained roles, and the session then
 * lasts as long as the credentials.
 */
@injectable()
export class ConsoleFederation {

    @inject(AwsClients) protected readonly clients: AwsClients;

    /**
     * @returns a secret: whoever opens the address within 15 minutes is signed in
     * @throws AwsAccountsError
     */
    async address(visitor: ConsoleVisitor): Promise<URL> {
        const partition = AwsPartitions.ofArn(visitor.arn);
        if (partition === undefined) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: visitor.profile, detail: visitor.arn.split(':')[1] });
        }
        const endpoint = `${this.clients.endpoint('signin', visitor.settings?.endpoints).endpoint?.replace(/\/+$/, '') ?? `https://${partition.federationHost}`}/federation`;
        const { accessKeyId, secretAccessKey, sessionToken } = visitor.credentials;
        const session = JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
        const token = await this.signinToken(withParameters(endpoint, { Action: 'getSigninToken', Session: session }), visitor);
        const region = visitor.region === undefined ? '' : `?${new URLSearchParams({ region: visitor.region })}`;
        return withParameters(endpoint, {
            Action: 'login',
            Destination: `https://${partition.consoleHost}/console/home${region}`,
            SigninToken: token
        });
    }

    protected async signinToken(url: URL, { profile, settings }: ConsoleVisitor): Promise<string> {
        try {
            const { status, text } = await this.get(url, settings?.caBundle);
            if (status !== 200) {
                throw AwsFailure.toError({
                    reason: reasonOfStatus(status, true) ?? 'accessDenied',
                    subject: profile,
                    detail: `HTTP ${status}`
                });
            }
            const { SigninToken: token } = JSON.parse(text) as { readonly SigninToken?: unknown };
            if (typeof token !== 'string') {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject: url.host });
            }
            return token;
        } catch (error) {
            // Without its cause: what is thrown on the way may quote the address, which holds the keys.
            throw AwsFailure.toError(toAwsFailure(error, url.host));
        }
    }

    protected async get(url: URL, caBundle: string | undefined): Promise<{ readonly status: number; readonly text: string }> {
        const { NodeHttpHandler } = await import('@smithy/node-http-handler');
        const handler = new NodeHttpHandler(await this.clients.requestHandler(caBundle));
        const { protocol, hostname, port, pathname, searchParams } = url;
        const request = {
            method: 'GET',
            protocol,
            hostname,
            port: port === '' ? undefined : Number(port),
            path: pathname,
            query: Object.fromEntries(searchParams),
            headers: { host: url.host }
        };
        const { response } = await handler.handle(request as unknown as Parameters<typeof handler.handle>[0]);
        return { status: response.statusCode, text: await limitedText(response.body as Readable) };
    }
}

function withParameters(endpoint: string, parameters: Record<string, string>): URL {
    return new URL(`${endpoint}?${new URLSearchParams(parameters)}`);
}
