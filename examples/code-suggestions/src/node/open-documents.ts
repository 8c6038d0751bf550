import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import type { SuggestionPlace } from '../common/code-suggestions-protocol';

/** Documents as the language server has them. */
export class OpenDocuments {

    protected readonly versions = new Map<string, { version: number; text: string }>();

    constructor(protected readonly connection: ProtocolConnection) { }

    /** Sees to it that the server has the text of `place`. */
    async show({ uri, languageId, text }: SuggestionPlace): Promise<void> {
        const known = this.versions.get(uri);
        if (known === undefined) {
            this.versions.set(uri, { version: 1, text });
            await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
        } else if (known.text !== text) {
            const version = known.version + 1;
            this.versions.set(uri, { version, text });
            await this.connection.sendNotification('textDocument/didChange', {
                textDocument: { uri, version }, contentChanges: [{ text }]
            });
        }
    }

    async close(): Promise<void> {
        const uris = [...this.versions.keys()];
        this.versions.clear();
        await Promise.all(uris.map(uri => this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })));
    }
}
