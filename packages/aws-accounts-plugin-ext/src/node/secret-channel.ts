import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ILogger } from '@theia/core/lib/common/logger';
import type { BackendApplicationContribution } from '@theia/core/lib/node/backend-application';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { PluginHostEnvironmentVariable } from '@theia/plugin-ext/lib/common/plugin-protocol';
import { AwsFailure } from 'theia-aws-accounts/lib/common';
import { LoopbackListener } from 'theia-aws-accounts/lib/node/integration';
import { SecretChannelAddress } from '../common/plugin-secret';
import { SecretTickets } from './secret-tickets';

const LONGEST_BODY = 4096;

/**
 * The way for secrets from the backend to its plugin hosts, which does not lead through the page: a listener on the loopback address that
 * answers only to a key that nobody but the plugin hosts of this process is given. A page has tickets but no key; another process has
 * neither.
 */
@injectable()
export class SecretChannel implements BackendApplicationContribution, PluginHostEnvironmentVariable {

    @inject(SecretTickets) protected readonly tickets: SecretTickets;
    @inject(ILogger) @named('aws-accounts-plugin-ext:SecretChannel') protected readonly logger: ILogger;

    protected readonly key = randomBytes(32).toString('base64url');
    protected listener: LoopbackListener | undefined;

    /** Resolves when plugin hosts can be told the address. */
    async initialize(): Promise<void> {
        const listener = await LoopbackListener.open((request, response) => {
            this.answer(request, response).catch(error => {
                void this.logger.error('A plugin host got no answer.', AwsFailure.of(error).reason);
                response.destroy();
            });
        });
        this.listener = listener.unref();
    }

    /** Called when a plugin host is about to be started. */
    process(env: NodeJS.ProcessEnv): void {
        if (this.listener) {
            const address: SecretChannelAddress = { url: `http://${this.listener.host}/`, key: this.key };
            env[SecretChannelAddress.VARIABLE] = JSON.stringify(address);
        }
    }

    onStop(): void {
        this.listener?.close();
    }

    protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        // A page that guesses the port cannot set the header without a preflight, which is not answered.
        if (request.method !== 'POST' || !this.isKnown(request.headers.authorization)) {
            response.writeHead(403).end();
            return;
        }
        const body = await bodyOf(request);
        try {
            this.send(response, 200, await this.tickets.redeem(body));
        } catch (error) {
            this.send(response, 400, AwsFailure.of(error));
        }
    }

    protected send(response: ServerResponse, status: number, value: object): void {
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(value));
    }

    protected isKnown(authorization: string | undefined): boolean {
        const given = Buffer.from(authorization ?? '');
        const wanted = Buffer.from(`Bearer ${this.key}`);
        return given.length === wanted.length && timingSafeEqual(given, wanted);
    }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
    let body = '';
    for await (const chunk of request) {
        body += String(chunk);
        if (body.length > LONGEST_BODY) {
            throw AwsFailure.toError({ reason: 'invalidRequest' });
        }
    }
    return body;
}
