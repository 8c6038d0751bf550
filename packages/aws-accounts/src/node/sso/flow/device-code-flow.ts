import type { StartDeviceAuthorizationCommandOutput } from '@aws-sdk/client-sso-oidc';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { Clock } from '../../process/clock';
import { AwsClients } from '../../http/aws-clients';
import { isAborted, oidcErrorOf, toAwsFailure } from '../../http/aws-failure-conversion';
import { oidcEndpoint } from './oidc-endpoint';
import { retryTransient } from '../../http/transient-retry';
import { DEFAULT_INTERVAL_MS, nextPace, pauseOf, PollPace, PollReply } from './poll-pace';
import type { FlowContext, FlowOutcome, SignInFlow } from './sign-in-flow';
import { requestGrant } from './token-grant';
import { isPageOfAws } from './verification-link';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/** A started device authorization, with times made absolute. */
interface DeviceAuthorization {
    readonly deviceCode: string;
    readonly deadline: number;
    readonly intervalMs: number;
}

type PollResult = PollReply | Exclude<FlowOutcome, { kind: 'cancelled' }>;

/** OAuth 2.0 Device Authorization Grant (RFC 8628): works wherever the browser is, since it only shows a code. */
@injectable()
export class DeviceCodeFlow implements SignInFlow {

    readonly kind = 'deviceCode';

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    async run(context: FlowContext): Promise<FlowOutcome> {
        try {
            return await this.poll(context, await retryTransient(this.clock, context.signal, () => this.start(context)));
        } catch (error) {
            if (isAborted(error, context.signal)) {
                return { kind: 'cancelled' };
            }
            throw AwsFailure.toError(toAwsFailure(error, context.session.startUrl), error);
        }
    }

    protected async start(context: FlowContext): Promise<DeviceAuthorization> {
        const { StartDeviceAuthorizationCommand } = await import('@aws-sdk/client-sso-oidc');
        const { session: { startUrl, region, caBundle }, registration: { clientId, clientSecret } } = context;
        const client = await this.clients.oidc(region, caBundle);
        const reply = await client.send(new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }), {
            abortSignal: context.signal
        });
        const { hostname } = await oidcEndpoint(client);
        return this.announce(context, reply, hostname);
    }

    /** The asking window gets all of the answer but the device code. */
    protected announce(context: FlowContext, reply: StartDeviceAuthorizationCommandOutput, serviceHost: string): DeviceAuthorization {
        const { deviceCode, userCode, verificationUri, expiresIn, interval } = reply;
        const { startUrl } = context.session;
        const verificationUriComplete = reply.verificationUriComplete ?? verificationUri;
        if (!deviceCode || !userCode || !verificationUri || !verificationUriComplete || !expiresIn) {
            throw AwsFailure.toError({ reason: 'malformedResponse', subject: startUrl });
        }
        for (const link of [verificationUri, verificationUriComplete]) {
            if (!isPageOfAws(link, [serviceHost, new URL(startUrl).hostname])) {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject: startUrl, detail: 'verificationUri' });
            }
        }
        const deadline = this.clock.now() + expiresIn * 1000;
        const expiresAt = new Date(deadline).toISOString();
        context.onProgress({ kind: 'deviceCode', userCode, verificationUri, verificationUriComplete, expiresAt });
        return { deviceCode, deadline, intervalMs: interval ? interval * 1000 : DEFAULT_INTERVAL_MS };
    }

    protected async poll(context: FlowContext, { deviceCode, deadline, intervalMs }: DeviceAuthorization): Promise<FlowOutcome> {
        let pace: PollPace = { intervalMs, unanswered: 0 };
        while (this.clock.now() + pauseOf(pace) < deadline) {
            await this.clock.delay(pauseOf(pace), context.signal);
            const result = await this.pollOnce(context, deviceCode);
            if (typeof result !== 'string') {
                return result;
            }
            pace = nextPace(pace, result);
        }
        return { kind: 'timedOut' };
    }

    protected async pollOnce(context: FlowContext, deviceCode: string): Promise<PollResult> {
        try {
            return { kind: 'granted', grant: await requestGrant(this.clients, context, { grantType: GRANT_TYPE, deviceCode }) };
        } catch (error) {
            return this.judge(error, context.signal);
        }
    }

    /** Network and server trouble while a person is busy in the browser does not end the sign-in: the next poll may get through. */
    protected judge(error: unknown, signal: AbortSignal): PollResult {
        if (isAborted(error, signal)) {
            throw error;
        }
        switch (oidcErrorOf(error)) {
            case 'authorization_pending':
                return 'pending';
            case 'slow_down':
                return 'slowDown';
            case 'access_denied':
                return { kind: 'denied' };
            case 'expired_token':
                return { kind: 'timedOut' };
            default:
                if (AwsFailure.isTransient(toAwsFailure(error))) {
                    return 'unanswered';
                }
                throw error;
        }
    }
}
