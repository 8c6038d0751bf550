import type { Readable } from 'node:stream';
import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { toAwsFailure } from '../http/aws-failure-conversion';
import type { CallSettings } from '../http/service-endpoints';
import { AwsClients } from '../http/aws-clients';
import { ConsoleHosts } from '../http/console-hosts';
import { PartitionData } from '../http/partition-data';
import { limitedText } from '../http/limited-body';
import { reasonOfStatus } from '../http/failure-tables';

/** The identity whose console is opened, and its place. */
export interface ConsoleVisitor {
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

const FORM = 'application/x-www-form-urlencoded';

type FederationParameters = { readonly [name: string]: string };

interface Endpoint {
    readonly url: URL;
    /** The parameters go in a body, not in the address. */
    readonly posts: boolean;
}

interface Answer {
    readonly status: number;
    readonly text: string;
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
        const partition = PartitionData.ofArn(visitor.arn);
        if (partition === undefined) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: visitor.profile, detail: visitor.arn.split(':')[1] });
        }
        const hosts = await ConsoleHosts.of(partition);
        const configured = this.endpoint(visitor.settings);
        const endpoint = `${configured?.href.replace(/\/+$/, '') ?? `https://${hosts.federation}`}/federation`;
        const { accessKeyId, secretAccessKey, sessionToken } = visitor.credentials;
        const session = JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
        const posts = configured !== undefined || hosts.federationTakesPost;
        const token = await this.signinToken({ url: new URL(endpoint), posts }, { Action: 'getSigninToken', Session: session }, visitor);
        const region = visitor.region === undefined ? '' : `?${new URLSearchParams({ region: visitor.region })}`;
        return withParameters(endpoint, {
            Action: 'login',
            Destination: `https://${hosts.console}/console/home${region}`,
            SigninToken: token
        });
    }

    /**
     * The endpoint that is configured for the console. The keys go there as they are, so one for all services does not count.
     *
     * @returns `undefined`: AWS's own
     * @throws AwsAccountsError `invalidEndpoint` when it is no address, or one at which others could read the keys
     */
    endpoint(settings: CallSettings | undefined): URL | undefined {
        return this.clients.endpointForKeys('signin', settings?.endpoints);
    }

    protected async signinToken(
        endpoint: Endpoint,
        parameters: FederationParameters,
        { profile, settings }: ConsoleVisitor
    ): Promise<string> {
        const { host } = endpoint.url;
        try {
            const { status, text } = await this.send(endpoint, parameters, settings?.caBundle);
            if (status !== 200) {
                throw AwsFailure.toError({
                    reason: reasonOfStatus(status, true) ?? 'accessDenied',
                    subject: profile,
                    detail: `HTTP ${status}`
                });
            }
            const { SigninToken: token } = JSON.parse(text) as { readonly SigninToken?: unknown };
            if (typeof token !== 'string') {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject: host });
            }
            return token;
        } catch (error) {
            // Without its cause: what is thrown on the way may quote the request, which holds the keys.
            throw AwsFailure.toError(toAwsFailure(error, host));
        }
    }

    protected async send({ url, posts }: Endpoint, parameters: FederationParameters, caBundle: string | undefined): Promise<Answer> {
        const { NodeHttpHandler } = await import('@smithy/node-http-handler');
        const handler = new NodeHttpHandler(await this.clients.requestHandler(caBundle));
        const { protocol, hostname, port, pathname, host } = url;
        const form = String(new URLSearchParams(parameters));
        const sent = posts
            ? { method: 'POST', headers: { host, 'content-type': FORM, 'content-length': String(Buffer.byteLength(form)) }, body: form }
            : { method: 'GET', headers: { host }, query: parameters };
        const request = { protocol, hostname, port: port === '' ? undefined : Number(port), path: pathname, query: {}, ...sent };
        const { response } = await handler.handle(request as unknown as Parameters<typeof handler.handle>[0]);
        return { status: response.statusCode, text: await limitedText(response.body as Readable) };
    }
}

function withParameters(endpoint: string, parameters: FederationParameters): URL {
    return new URL(`${endpoint}?${new URLSearchParams(parameters)}`);
}
