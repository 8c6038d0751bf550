import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { Disposable } from '@theia/core/lib/common/disposable';
import { Deferred } from '@theia/core/lib/common/promise-util';
import type { AwsConnectionProviders, BearerToken } from 'theia-aws-accounts/lib/node';
import { REQUIREMENT, SuggestingConnection, SuggestionPlace } from '../common/code-suggestions-protocol';
import { IamCredentials, LanguageServer } from './language-server';
import { ServerProcess } from './server-process';

/** AWS's language server, fed from one connection for as long as it runs. */
export class FedLanguageServer implements Disposable {

    protected readonly server: LanguageServer;
    protected readonly feed: Disposable;
    /** Resolved by the first token, or by the news that there is none: until then there is nothing to ask with. */
    protected readonly fed = new Deferred<void>();
    protected withdrawn = false;
    protected disposed = false;
    protected heldToken: string | undefined;

    /** @param file the bundled server @param onEnd called when the process ends by itself */
    constructor(connections: AwsConnectionProviders, protected readonly connection: SuggestingConnection, file: string, onEnd: () => void) {
        const iam = connection.kind === 'iamProfile';
        const mode = iam ? 'iam' : 'token';
        // Its end while nothing waits for it is no error.
        this.fed.promise.catch(() => undefined);
        this.server = new LanguageServer(ServerProcess.start(file, mode, onEnd), mode, {
            endpoint: process.env.AWS_ENDPOINT_URL_CODEWHISPERER || process.env.AWS_ENDPOINT_URL || undefined,
            region: iam ? 'us-east-1' : undefined,
            developerProfiles: connection.developerProfile !== undefined
        });
        const withdraw = (): Promise<void> => this.withdraw();
        this.feed = iam
            ? connections.feedCredentials(connection.id, { receive: value => this.receiveCredentials(value), withdraw })
            : connections.feedToken(connection.id, REQUIREMENT.scopes, { receive: value => this.receiveToken(value), withdraw });
    }

    /** The token that the server works with; `undefined`: it has none. */
    get token(): string | undefined {
        return this.heldToken;
    }

    /** @returns `undefined`: the sign-in has ended @throws what the language server answered */
    async suggest(place: SuggestionPlace, cancellation?: CancellationToken): Promise<string[] | undefined> {
        try {
            await this.fed.promise;
            return this.withdrawn ? undefined : await this.server.suggest(place, cancellation);
        } catch (error) {
            if (this.disposed) {
                return [];
            }
            throw error;
        }
    }

    dispose(): void {
        this.disposed = true;
        this.feed.dispose();
        this.fed.reject(new Error('The language server has ended.'));
        this.server.stop();
    }

    protected async receiveToken(value: BearerToken): Promise<void> {
        this.heldToken = value.token;
        const { developerProfile = value.developerProfile } = this.connection;
        await this.server.receiveToken({ ...value, developerProfile });
        this.begin();
    }

    protected async receiveCredentials(value: IamCredentials): Promise<void> {
        await this.server.receiveCredentials(value);
        this.begin();
    }

    protected begin(): void {
        this.withdrawn = false;
        this.fed.resolve();
    }

    protected async withdraw(): Promise<void> {
        this.withdrawn = true;
        this.heldToken = undefined;
        this.fed.resolve();
        await this.server.withdraw();
    }
}
