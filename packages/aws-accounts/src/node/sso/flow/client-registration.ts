import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RegisterClientCommandInput } from '@aws-sdk/client-sso-oidc';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../../process/aws-environment';
import { Instant } from '../../process/instant';
import { Clock } from '../../process/clock';
import { writeAtomically } from '../../files/atomic-file';
import { readSteadily } from '../../files/steady-read';
import { AwsClients } from '../../http/aws-clients';
import { toAwsFailure } from '../../http/aws-failure-conversion';
import { retryTransient } from '../../http/transient-retry';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { parseJson } from '../../../common/value/json-value';
import type { SignInFlowKind } from '../../../common/sign-in/sign-in-flow';
import { REDIRECT_PATH } from './redirect-address';
import type { SsoSession } from '../../shared-config/sso-session';

/** The name under which this product registers; people see it on the AWS page that asks for their consent. */
const CLIENT_NAME = 'AWS Accounts for Theia';

/** A registration that ends sooner is not worth starting a sign-in with. Milliseconds. */
const MARGIN_MS = 60 * 60 * 1000;

/** Grants of a registration. The device flow names none: a client with both kinds is refused. */
const GRANTS: { readonly [flow in SignInFlowKind]: (session: SsoSession) => Partial<RegisterClientCommandInput> } = {
    deviceCode: () => ({}),
    // The redirect address is registered without its port, which differs each time (RFC 8252 section 7.3).
    authorizationCode: ({ startUrl }) => ({
        grantTypes: ['authorization_code', 'refresh_token'], redirectUris: [`http://127.0.0.1${REDIRECT_PATH}`], issuerUrl: startUrl
    })
};

/** A public OAuth client registered with AWS (RFC 7591, SSO-OIDC RegisterClient). */
export interface ClientRegistration {
    readonly clientId: string;
    readonly clientSecret: string;
    /** ISO instant. */
    readonly expiresAt: string;
}

/** Purpose of a registration. One made for one flow is refused by the other, so each flow and scope set has its own. */
export interface RegistrationPurpose {
    readonly flow: SignInFlowKind;
    readonly session: SsoSession;
    readonly scopes: readonly string[];
}

/** Registers this product with AWS and remembers that for as long as it lasts (90 days). */
@injectable()
export class ClientRegistrations {

    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    /** Client ids that AWS has refused, so that one is not used again even where its file cannot be deleted. */
    protected readonly refused = new Set<string>();

    /**
     * The registration for `purpose`, made if there is none that lasts.
     *
     * @throws AwsAccountsError when AWS cannot be reached or refuses
     */
    async ensure(purpose: RegistrationPurpose, signal: AbortSignal): Promise<ClientRegistration> {
        const path = this.pathOf(purpose);
        const known = await this.recall(path);
        if (known && !this.refused.has(known.clientId) && (Instant.parse(known.expiresAt) ?? 0) - this.clock.now() > MARGIN_MS) {
            return known;
        }
        const registration = await this.register(purpose, signal);
        // A registration that cannot be remembered still serves this sign-in; the token's own failure to be written is reported.
        await writeAtomically(path, JSON.stringify({ ...registration, scopes: purpose.scopes })).catch(() => undefined);
        return registration;
    }

    /** Drops a registration that AWS no longer accepts: the next `ensure` makes a new one. */
    forget({ clientId }: ClientRegistration): void {
        this.refused.add(clientId);
    }

    /** A file that cannot be read, or makes no sense, is the same as none: it is replaced. */
    protected async recall(path: string): Promise<ClientRegistration | undefined> {
        const known = await readSteadily(path, this.clock, parse).catch(() => 'broken' as const);
        return typeof known === 'object' ? known : undefined;
    }

    /**
     * Not a name of the AWS CLI's, whose registrations have other fields; without an access token in it `aws sso logout` leaves the file
     * alone.
     */
    protected pathOf({ flow, session, scopes }: RegistrationPurpose): string {
        const key = JSON.stringify([flow, session.startUrl, session.region, [...scopes].sort()]);
        return join(
            this.environment.ssoCacheFolder,
            `theia-aws-accounts-client-${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`
        );
    }

    protected async register({ flow, session, scopes }: RegistrationPurpose, signal: AbortSignal): Promise<ClientRegistration> {
        const { RegisterClientCommand } = await import('@aws-sdk/client-sso-oidc');
        const client = await this.clients.oidc(session.region, session.caBundle);
        const command = new RegisterClientCommand({
            clientName: CLIENT_NAME,
            clientType: 'public',
            scopes: [...scopes],
            ...GRANTS[flow](session)
        });
        try {
            const reply = await retryTransient(this.clock, signal, () => client.send(command, { abortSignal: signal }));
            if (!reply.clientId || !reply.clientSecret || !reply.clientSecretExpiresAt) {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject: session.startUrl });
            }
            return {
                clientId: reply.clientId,
                clientSecret: reply.clientSecret,
                expiresAt: new Date(reply.clientSecretExpiresAt * 1000).toISOString()
            };
        } catch (error) {
            throw AwsFailure.toError(toAwsFailure(error, session.startUrl), error);
        }
    }
}

function parse(text: string): ClientRegistration | undefined {
    const { clientId, clientSecret, expiresAt } = (parseJson(text) ?? {}) as Partial<ClientRegistration>;
    return clientId && clientSecret && expiresAt ? { clientId, clientSecret, expiresAt } : undefined;
}
