import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { AwsConnectionProviders, BearerToken } from 'theia-aws-accounts/lib/node';
import type { SuggestionPlace } from '../common/code-suggestions-protocol';
import { OpenDocuments } from './open-documents';
import { ServerMode, ServerProcess } from './server-process';
import { ServerSetup } from './server-setup';

export type IamCredentials = Awaited<ReturnType<ReturnType<AwsConnectionProviders['credentialProvider']>>>;

interface Suggested {
    readonly items?: readonly { readonly insertText?: string }[];
}

interface Notification {
    readonly content?: { readonly text?: string };
}

/** A line of the server's log about an error of the service: its name and its words. */
const FAILURE = /Recommendation failure: (\w+): ([\s\S]+)/;

/** AWS's language server as this example needs it: credentials are pushed, suggestions are asked for. */
export class LanguageServer {

    readonly documents: OpenDocuments;
    /** The service's words when it refused; the server tells that beside an empty answer. */
    protected refusal: string | undefined;
    /** Any other failure of the service. The server answers it with nothing, and writes it into its log alone. */
    protected failure: Error | undefined;
    protected readonly started: Promise<unknown>;
    protected credentials: Promise<unknown>;
    /** One question at a time: the server answers questions that overlap with nothing. */
    protected questions: Promise<unknown> = Promise.resolve();

    constructor(protected readonly process: ServerProcess, protected readonly mode: ServerMode, setup: ServerSetup) {
        const { connection } = process;
        this.documents = new OpenDocuments(connection);
        connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
            items.map(({ section }) => ServerSetup.settings(section)));
        connection.onNotification('aws/window/showNotification', ({ content }: Notification) => this.refusal = content?.text);
        connection.onNotification('window/logMessage', ({ message }: { readonly message?: string }) => this.noteLog(message ?? ''));
        this.started = connection.sendRequest('initialize', ServerSetup.initializeParams(setup))
            .then(() => connection.sendNotification('initialized', {}));
        this.credentials = this.started;
    }

    receiveToken({ token, startUrl, developerProfile }: BearerToken): Promise<unknown> {
        const { connection } = this.process;
        return this.push(async () => {
            await connection.sendRequest('aws/credentials/token/update', {
                data: { token }, metadata: { sso: { startUrl } }, encrypted: false
            });
            if (developerProfile) {
                await connection.sendRequest('aws/updateConfiguration', {
                    section: 'aws.q', settings: { profileArn: developerProfile.arn }
                });
            }
        });
    }

    receiveCredentials({ accessKeyId, secretAccessKey, sessionToken }: IamCredentials): Promise<unknown> {
        return this.push(() => this.process.connection.sendRequest('aws/credentials/iam/update', {
            data: { accessKeyId, secretAccessKey, sessionToken }, encrypted: false
        }));
    }

    withdraw(): Promise<unknown> {
        return this.push(() => this.process.connection.sendNotification(`aws/credentials/${this.mode}/delete`));
    }

    /** @throws what the server answered; `ServiceRefused` with the service's words */
    suggest(place: SuggestionPlace, cancellation?: CancellationToken): Promise<string[]> {
        const question = this.questions.then(() => cancellation?.isCancellationRequested ? [] : this.ask(place));
        this.questions = question.catch(() => undefined);
        return question;
    }

    stop(): void {
        this.process.stop();
    }

    protected async ask(place: SuggestionPlace): Promise<string[]> {
        await this.credentials;
        await this.documents.show(place);
        this.refusal = undefined;
        this.failure = undefined;
        const { items = [] } = await this.process.connection.sendRequest<Suggested>('aws/textDocument/inlineCompletionWithReferences', {
            textDocument: { uri: place.uri },
            position: { line: place.line, character: place.character },
            // Invoked: that the person has paused is decided in the editor.
            context: { triggerKind: 1 }
        });
        if (this.refusal !== undefined) {
            throw new ServiceRefused(this.refusal);
        }
        if (this.failure !== undefined) {
            throw this.failure;
        }
        return items.flatMap(({ insertText }) => insertText || []);
    }

    protected noteLog(line: string): void {
        const [, name, words] = FAILURE.exec(line) ?? [];
        if (name !== undefined) {
            const refused = name === 'AccessDeniedException' || name === 'ValidationException' && /profile/i.test(words);
            this.failure = refused ? new ServiceRefused(words) : new Error(words);
        }
    }

    protected push(act: () => Promise<unknown>): Promise<unknown> {
        const pushed = this.credentials.catch(() => undefined).then(act);
        this.credentials = pushed;
        return pushed;
    }
}

/** The service took the sign-in and refused the person. The message is what it said. */
export class ServiceRefused extends Error { }
