import { randomBytes } from 'node:crypto';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from 'theia-aws-accounts/lib/common';
import { AwsConnectionProviders } from 'theia-aws-accounts/lib/node';
import { Clock } from 'theia-aws-accounts/lib/node/integration';
import type { SecretRequest } from '../common/aws-plugin-protocol';
import { ExtensionConsent } from '../common/extension-consent';
import type { PluginSecret } from '../common/plugin-secret';
import { ConsentMemory } from './consent-memory';

/** A plugin host fetches at once what it was promised. */
const LIFETIME_MS = 60_000;

interface Ticket {
    readonly request: SecretRequest;
    /** Epoch ms. */
    readonly until: number;
}

/** Tickets travel through the page; what they stand for goes straight from here to the plugin host. */
@injectable()
export class SecretTickets {

    @inject(ConsentMemory) protected readonly consents: ConsentMemory;
    @inject(AwsConnectionProviders) protected readonly connections: AwsConnectionProviders;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly tickets = new Map<string, Ticket>();

    /** @throws AwsAccountsError `accessDenied` without the person's consent */
    async issue(request: SecretRequest): Promise<string> {
        await this.checkConsent(request);
        this.forgetOld();
        const ticket = randomBytes(24).toString('base64url');
        this.tickets.set(ticket, { request, until: this.clock.now() + LIFETIME_MS });
        return ticket;
    }

    /** Gives the secret for a ticket, once. The consent is looked at again. @throws AwsAccountsError */
    async redeem(ticket: string): Promise<PluginSecret> {
        this.forgetOld();
        const found = this.tickets.get(ticket);
        this.tickets.delete(ticket);
        if (found === undefined) {
            throw AwsFailure.toError({ reason: 'accessDenied', subject: 'ticket' });
        }
        await this.checkConsent(found.request);
        return this.secret(found.request);
    }

    protected async secret({ connectionId, scopes }: SecretRequest): Promise<PluginSecret> {
        if (scopes !== undefined) {
            const { token, expiration } = await this.connections.tokenProvider(connectionId, scopes)();
            return { kind: 'token', token, expiresAt: expiration.toISOString() };
        }
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await this.connections.credentialProvider(connectionId)();
        return { kind: 'credentials', accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration?.toISOString() };
    }

    protected async checkConsent({ extensionId, connectionId, scopes }: SecretRequest): Promise<void> {
        // A token for no scope would be one for whatever the sign-in has, of which nobody was told.
        if (scopes?.length === 0 || !ExtensionConsent.has(await this.consents.load(), extensionId, connectionId, scopes)) {
            throw AwsFailure.toError({ reason: 'accessDenied', subject: connectionId, detail: extensionId });
        }
    }

    protected forgetOld(): void {
        for (const [ticket, { until }] of this.tickets) {
            if (until <= this.clock.now()) {
                this.tickets.delete(ticket);
            }
        }
    }
}
