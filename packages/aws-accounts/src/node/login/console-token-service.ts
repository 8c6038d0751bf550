import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { AwsPartitions } from '../../common/aws-partitions';
import { AwsClients } from '../http/aws-clients';
import { reasonOfStatus } from '../http/failure-tables';
import { JsonAnswer, postJson } from '../http/json-post';
import { Clock } from '../process/clock';
import { DpopKey } from './dpop-key';
import { ConsoleGrant, LoginSession } from './login-session';

/** What is given for a grant. */
export interface CodeToRedeem {
    readonly clientId: string;
    readonly code: string;
    readonly codeVerifier: string;
    readonly redirectUri: string;
}

/** AWS Sign-In: CreateOAuth2Token, which the SDK has inside of a provider alone. */
@injectable()
export class ConsoleTokenService {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    /** Base address of the service in `region`, without a slash at its end. @throws AwsAccountsError `invalidRequest` */
    baseOf(region: string): string {
        const { endpoint } = this.clients.endpoint('signin');
        const partition = AwsPartitions.ofRegion(region);
        if (endpoint === undefined && partition === undefined) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: region, detail: 'region' });
        }
        return endpoint?.replace(/\/+$/, '') ?? `https://${region}.${partition?.federationHost}`;
    }

    /** @returns `timedOut`: the code is too old @throws AwsAccountsError, or what kept the call from AWS */
    async redeem(base: string, key: DpopKey, request: CodeToRedeem, signal: AbortSignal): Promise<ConsoleGrant | 'timedOut'> {
        const url = new URL(`${base}/v1/token`);
        const body = JSON.stringify({ ...request, grantType: 'authorization_code' });
        const answer = await postJson(this.clients, url, { DPoP: key.proof('POST', url.href, this.clock.now()) }, body, signal);
        if (answer.status !== 200) {
            return this.refusal(answer, url.host);
        }
        const grant = parsed(answer);
        if (!LoginSession.isGrant(grant)) {
            throw AwsFailure.toError({ reason: 'malformedResponse', subject: url.host });
        }
        return grant;
    }

    /** Source: "CreateOAuth2Token", AWS Sign-In API Reference. A session that has ended at its begin is one of a wrong clock. */
    protected refusal(answer: JsonAnswer, host: string): 'timedOut' {
        const { error } = parsed(answer) as { readonly error?: unknown };
        switch (error) {
            case 'AUTHCODE_EXPIRED':
                return 'timedOut';
            case 'INSUFFICIENT_PERMISSIONS':
                throw AwsFailure.toError({ reason: 'accessDenied', subject: host, detail: error });
            case 'TOKEN_EXPIRED':
                throw AwsFailure.toError({ reason: 'clockSkew', subject: host, detail: error });
            default:
                throw AwsFailure.toError({
                    reason: reasonOfStatus(answer.status, true) ?? 'accessDenied', subject: host, detail: `HTTP ${answer.status}`
                });
        }
    }
}

function parsed({ text }: JsonAnswer): object {
    try {
        return { ...JSON.parse(text) as object };
    } catch (error) {
        if (error instanceof SyntaxError) {
            return {};
        }
        throw error;
    }
}
