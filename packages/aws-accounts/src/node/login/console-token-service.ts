import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsClients } from '../http/aws-clients';
import { reasonOfStatus } from '../http/failure-tables';
import { JsonAnswer, postJson } from '../http/json-post';
import type { CallSettings } from '../http/service-endpoints';
import { Clock } from '../process/clock';
import { DpopKey } from './dpop-key';
import { ConsoleGrant, LoginSession } from './login-session';

/** A code, and what proves that it was asked for here. */
interface CodeToRedeem {
    readonly clientId: string;
    readonly code: string;
    readonly codeVerifier: string;
    readonly redirectUri: string;
}

/** The form of a region, so that nothing else gets into the name of a host. */
const REGION = /^[a-z]{2,}(-[a-z0-9]+)+$/;

/** AWS Sign-In: CreateOAuth2Token, which the SDK has inside of a provider alone. */
@injectable()
export class ConsoleTokenService {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    /**
     * Base address of the service in `region`, without a slash at its end: as the SDK has it, unless settings of environment or profile
     * lead elsewhere.
     *
     * @throws AwsAccountsError `invalidRequest` for what is no region
     */
    async baseOf(region: string, { endpoints }: Pick<CallSettings, 'endpoints'>): Promise<string> {
        if (!REGION.test(region)) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: region, detail: 'region' });
        }
        const { endpoint, useFipsEndpoint = false, useDualstackEndpoint = false } = this.clients.endpoint('signin', endpoints);
        if (endpoint !== undefined) {
            return endpoint.replace(/\/+$/, '');
        }
        const { SigninClient } = await import('@aws-sdk/nested-clients/signin');
        const { endpointProvider } = new SigninClient({ region }).config;
        return endpointProvider({ Region: region, UseFIPS: useFipsEndpoint, UseDualStack: useDualstackEndpoint }).url.origin;
    }

    /** @returns `timedOut`: the code is too old @throws AwsAccountsError, or what kept the call from AWS */
    async redeem(
        base: string, key: DpopKey, request: CodeToRedeem, signal: AbortSignal, caBundle: string | undefined
    ): Promise<ConsoleGrant | 'timedOut'> {
        const url = new URL(`${base}/v1/token`);
        const body = JSON.stringify({ ...request, grantType: 'authorization_code' });
        const answer = await postJson(this.clients, url, { DPoP: key.proof('POST', url.href, this.clock.now()) }, body, signal, caBundle);
        if (answer.status !== 200) {
            return this.refusal(answer, url.host);
        }
        const grant = parsed(answer);
        if (!LoginSession.isGrant(grant)) {
            throw AwsFailure.toError({ reason: 'malformedResponse', subject: url.host });
        }
        return grant;
    }

    /**
     * Source: "CreateOAuth2Token", AWS Sign-In API Reference. A session that is over when it begins means that
     * this machine's clock is wrong.
     */
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
