import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { Disposable } from '@theia/core/lib/common/disposable';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { AwsConnectionProviders, BearerToken } from 'theia-aws-accounts/lib/node';
import type { CodeSuggestions, SuggestingConnection, SuggestionAnswer, SuggestionPlace } from '../common/code-suggestions-protocol';
import { LanguageServer, ServiceRefused } from './language-server';
import { ServerProcess } from './server-process';

const SCOPES = ['codewhisperer:completions'];

/** How the service says that it takes a bearer token no more. */
const TOKEN_REFUSED = /bearer token.*invalid/i;

/** A refusal that a sign-in would not mend. */
const PERSON_REFUSED = /profile ?arn|AccessDenied|not authorized|subscription|suspended/i;

interface Running {
    readonly server: LanguageServer;
    readonly feed: Disposable;
    /** The token that the server has: it is what the service refuses. */
    token?: string;
    withdrawn?: boolean;
}

/** Runs AWS's language server for one window, and feeds it from whatever connection the window asks with. */
@injectable()
export class CodeSuggestionsServer implements CodeSuggestions, Disposable {

    @inject(AwsConnectionProviders) protected readonly connections: AwsConnectionProviders;

    protected readonly running = new Map<string, Promise<Running>>();

    async suggest(connection: SuggestingConnection, place: SuggestionPlace, cancellation?: CancellationToken): Promise<SuggestionAnswer> {
        const file = ServerProcess.file;
        if (file === undefined) {
            return { kind: 'notInstalled' };
        }
        const running = await this.serverFor(connection, file);
        if (running.withdrawn) {
            return { kind: 'expired' };
        }
        try {
            const texts = await running.server.suggest(place, cancellation);
            // An empty answer proves nothing: some refusals the language server keeps to itself.
            if (texts.length > 0) {
                this.report(connection);
            }
            return { kind: 'suggested', texts };
        } catch (error) {
            return this.answerTo(error, connection, running);
        }
    }

    async forget(): Promise<void> {
        for (const running of this.running.values()) {
            await (await running).server.documents.close();
        }
    }

    /** What the service says about the person is no secret of this example: every window shows it. */
    protected report({ id, kind }: SuggestingConnection, words?: string): void {
        const use = kind === 'iamProfile' ? 'awsServices' : 'codeWhisperer';
        if (words === undefined) {
            this.connections.reportAcceptance(use, id);
        } else {
            this.connections.reportRefusal(use, words, id);
        }
    }

    protected answerTo(error: unknown, connection: SuggestingConnection, running: Running): SuggestionAnswer {
        const words = error instanceof Error ? error.message : String(error);
        if (error instanceof ServiceRefused) {
            this.report(connection, words);
            return { kind: 'refused', words };
        }
        if (running.withdrawn || /is not signed in/.test(words)) {
            return { kind: 'expired' };
        }
        if (TOKEN_REFUSED.test(words) && running.token !== undefined) {
            this.connections.reportRejection(connection.id, running.token);
            return { kind: 'expired' };
        }
        if (PERSON_REFUSED.test(words)) {
            this.report(connection, words);
            return { kind: 'refused', words };
        }
        return { kind: 'failed', words };
    }

    /** A server for each sign-in, and for each developer profile: one names the region in which it works. */
    protected serverFor(connection: SuggestingConnection, file: string): Promise<Running> {
        const key = JSON.stringify([connection.id, connection.developerProfile?.arn]);
        const known = this.running.get(key);
        if (known) {
            return known;
        }
        const started = this.start(connection, file, () => this.running.delete(key));
        this.running.set(key, started);
        started.catch(() => this.running.delete(key));
        return started;
    }

    protected start(connection: SuggestingConnection, file: string, onEnd: () => void): Promise<Running> {
        const iam = connection.kind === 'iamProfile';
        const mode = iam ? 'iam' : 'token';
        const server = new LanguageServer(ServerProcess.start(file, mode, onEnd), mode, {
            endpoint: process.env.AWS_ENDPOINT_URL_CODEWHISPERER || process.env.AWS_ENDPOINT_URL || undefined,
            region: iam ? 'us-east-1' : undefined,
            developerProfiles: connection.developerProfile !== undefined
        });
        return this.feed(server, connection);
    }

    /** Resolves with the first value: until it has arrived there is nothing to ask with. */
    protected feed(server: LanguageServer, { id, kind, developerProfile }: SuggestingConnection): Promise<Running> {
        return new Promise(resolve => {
            const received = async (push: Promise<unknown>): Promise<void> => {
                await push;
                running.withdrawn = false;
                resolve(running);
            };
            const withdraw = async (): Promise<void> => {
                running.withdrawn = true;
                resolve(running);
                await server.withdraw();
            };
            const receive = (value: BearerToken): Promise<void> => {
                running.token = value.token;
                return received(server.receiveToken({ ...value, developerProfile: developerProfile ?? value.developerProfile }));
            };
            const running: Running = {
                server,
                feed: kind === 'iamProfile'
                    ? this.connections.feedCredentials(id, { receive: value => received(server.receiveCredentials(value)), withdraw })
                    : this.connections.feedToken(id, SCOPES, { receive, withdraw })
            };
        });
    }

    @preDestroy()
    dispose(): void {
        for (const running of this.running.values()) {
            void running.then(({ server, feed }) => {
                feed.dispose();
                server.stop();
            });
        }
        this.running.clear();
    }
}
