import type { SSOOIDCClient, StartDeviceAuthorizationCommandOutput } from '@aws-sdk/client-sso-oidc';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { Clock } from '../clock';
import { AwsClients } from '../http/aws-clients';
import { isAborted, oidcErrorOf, toAwsFailure } from '../http/aws-failure-conversion';
import type { FlowContext, FlowOutcome, SignInFlow, TokenGrant } from './sign-in-flow';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/** What to wait between two polls when the server does not say (RFC 8628 section 3.2), and how much `slow_down` adds (section 3.5). */
const DEFAULT_INTERVAL_MS = 5000;
const SLOW_DOWN_MS = 5000;

/** A started device authorization, with times made absolute. */
interface DeviceAuthorization {
    readonly deviceCode: string;
    readonly deadline: number;
    readonly intervalMs: number;
}

type PollResult = 'pending' | 'slowDown' | Exclude<FlowOutcome, { kind: 'cancelled' }>;

/** OAuth 2.0 Device Authorization Grant (RFC 8628): works wherever the browser is, since it only shows a code. */
@injectable()
export class DeviceCodeFlow implements SignInFlow {

    readonly kind = 'deviceCode';

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    async run(context: FlowContext): Promise<FlowOutcome> {
        try {
            const client = await this.clients.oidc(context.session.region);
            return await this.poll(client, context, await this.start(client, context));
        } catch (error) {
            if (isAborted(error, context.signal)) {
                return { kind: 'cancelled' };
            }
            throw AwsFailure.toError(toAwsFailure(error, context.session.startUrl), error);
        }
    }

    protected async start(client: SSOOIDCClient, context: FlowContext): Promise<DeviceAuthorization> {
        const { StartDeviceAuthorizationCommand } = await import('@aws-sdk/client-sso-oidc');
        const { clientId, clientSecret } = context.registration;
        const startUrl = context.session.startUrl;
        const reply = await client.send(new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }), { abortSignal: context.signal });
        return this.announce(context, reply);
    }

    /** Everything but the device code goes to the asking window. */
    protected announce(context: FlowContext, reply: StartDeviceAuthorizationCommandOutput): DeviceAuthorization {
        const { deviceCode, userCode, verificationUri, verificationUriComplete, expiresIn, interval } = reply;
        if (!deviceCode || !userCode || !verificationUri || !expiresIn) {
            throw AwsFailure.toError({ reason: 'malformedResponse', subject: context.session.startUrl });
        }
        const deadline = this.clock.now() + expiresIn * 1000;
        const expiresAt = new Date(deadline).toISOString();
        context.onProgress({ kind: 'deviceCode', userCode, verificationUri, verificationUriComplete: verificationUriComplete ?? verificationUri, expiresAt });
        return { deviceCode, deadline, intervalMs: interval ? interval * 1000 : DEFAULT_INTERVAL_MS };
    }

    protected async poll(client: SSOOIDCClient, context: FlowContext, { deviceCode, deadline, intervalMs }: DeviceAuthorization): Promise<FlowOutcome> {
        let pauseMs = intervalMs;
        while (this.clock.now() + pauseMs < deadline) {
            await this.clock.delay(pauseMs, context.signal);
            const result = await this.pollOnce(client, context, deviceCode);
            if (result === 'slowDown') {
                pauseMs += SLOW_DOWN_MS;
            } else if (result !== 'pending') {
                return result;
            }
        }
        return { kind: 'timedOut' };
    }

    protected async pollOnce(client: SSOOIDCClient, { registration, signal, session }: FlowContext, deviceCode: string): Promise<PollResult> {
        try {
            const { CreateTokenCommand } = await import('@aws-sdk/client-sso-oidc');
            const { clientId, clientSecret } = registration;
            const { accessToken, refreshToken, expiresIn } = await client.send(
                new CreateTokenCommand({ clientId, clientSecret, deviceCode, grantType: GRANT_TYPE }),
                { abortSignal: signal }
            );
            if (!accessToken || !expiresIn) {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject: session.startUrl });
            }
            const grant: TokenGrant = { accessToken, refreshToken, expiresIn };
            return { kind: 'granted', grant };
        } catch (error) {
            return this.judge(error, signal);
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
                    return 'pending';
                }
                throw error;
        }
    }
}
