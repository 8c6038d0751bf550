import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { Disposable } from '@theia/core/lib/common/disposable';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { ProductTokenServices, TokenServices } from 'theia-aws-accounts';
import { AwsConnectionProviders } from 'theia-aws-accounts/lib/node';
import {
    CodeSuggestions, SuggestingConnection, SuggestionAnswer, SuggestionPlace, suggestingService
} from '../common/code-suggestions-protocol';
import { FedLanguageServer } from './fed-language-server';
import { ServiceRefused } from './language-server';
import { ServerProcess } from './server-process';

/** The service's words for a bearer token that it takes no more. */
const TOKEN_REFUSED = /bearer token.*invalid/i;

/** A refusal that a sign-in would not mend. */
const PERSON_REFUSED = /profile ?arn|AccessDenied|not authorized|subscription|suspended/i;

/** Runs AWS's language server for one window, fed from the connection that the window asks with. */
@injectable()
export class CodeSuggestionsServer implements CodeSuggestions, Disposable {

    @inject(AwsConnectionProviders) protected readonly connections: AwsConnectionProviders;

    @inject(ProductTokenServices) protected readonly services: TokenServices;

    protected running: { readonly key: string; readonly server: FedLanguageServer } | undefined;

    async suggest(connection: SuggestingConnection, place: SuggestionPlace, cancellation?: CancellationToken): Promise<SuggestionAnswer> {
        const use = suggestingService(this.services)?.id;
        if (use === undefined) {
            return { kind: 'suggested', texts: [] };
        }
        const file = ServerProcess.file;
        if (file === undefined) {
            return { kind: 'notInstalled' };
        }
        const server = this.serverFor(connection, file);
        try {
            const texts = await server.suggest(place, cancellation);
            if (texts === undefined) {
                return { kind: 'expired' };
            }
            // An empty answer proves nothing: some refusals the language server keeps to itself.
            if (texts.length > 0) {
                this.connections.reportAcceptance(use, connection.id);
            }
            return { kind: 'suggested', texts };
        } catch (error) {
            return this.answerTo(error, use, connection, server);
        }
    }

    async end(): Promise<void> {
        this.dispose();
    }

    /** @param use the token service that was asked */
    protected answerTo(error: unknown, use: string, { id }: SuggestingConnection, { token }: FedLanguageServer): SuggestionAnswer {
        const words = error instanceof Error ? error.message : String(error);
        if (/is not signed in/.test(words)) {
            return { kind: 'expired' };
        }
        if (TOKEN_REFUSED.test(words) && token !== undefined) {
            this.connections.reportRejection(id, token);
            return { kind: 'expired' };
        }
        if (error instanceof ServiceRefused || PERSON_REFUSED.test(words)) {
            this.connections.reportRefusal(use, words, id);
            return { kind: 'refused', words };
        }
        return { kind: 'failed', words };
    }

    /** One for the sign-in and the developer profile, which names the region in which it works: another one ends it. */
    protected serverFor(connection: SuggestingConnection, file: string): FedLanguageServer {
        const key = JSON.stringify([connection.id, connection.developerProfile?.arn]);
        if (this.running?.key !== key) {
            this.dispose();
            const ended = (): void => {
                if (this.running?.server === server) {
                    this.dispose();
                }
            };
            const server = new FedLanguageServer(this.connections, connection, file, ended);
            this.running = { key, server };
        }
        return this.running.server;
    }

    @preDestroy()
    dispose(): void {
        const ended = this.running?.server;
        this.running = undefined;
        ended?.dispose();
    }
}
