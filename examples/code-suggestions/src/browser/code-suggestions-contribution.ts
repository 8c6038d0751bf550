import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { CancellationToken, CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { inject, injectable } from '@theia/core/shared/inversify';
import * as monaco from '@theia/monaco-editor-core';
import { AwsAccountsModel } from 'theia-aws-accounts/lib/browser';
import { SuggestionNotices } from './suggestion-notices';
import { SuggestionSource, WindowAnswer } from './suggestion-source';

type Completions = monaco.languages.InlineCompletions;

/** A pause in typing: each key would be a call. Milliseconds. */
const PAUSE_MS = 300;

/** Monaco's actions that ask for grey text, and take it away. */
const SUGGEST = 'editor.action.inlineSuggest.trigger';
const HIDE = 'editor.action.inlineSuggest.hide';

/** Offers what the token service of the product suggests as grey text, in every editor. Tab accepts it. */
@injectable()
export class CodeSuggestionsContribution
    implements FrontendApplicationContribution, monaco.languages.InlineCompletionsProvider<Completions> {

    @inject(SuggestionSource) protected readonly source: SuggestionSource;
    @inject(SuggestionNotices) protected readonly notices: SuggestionNotices;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;

    protected readonly toDispose = new DisposableCollection();
    protected connected: string | undefined;

    onStart(): void {
        this.toDispose.push(monaco.languages.registerInlineCompletionsProvider({ pattern: '**' }, this));
        this.toDispose.push(this.model.onDidChange(() => this.noteConnection()));
    }

    onStop(): void {
        this.toDispose.dispose();
    }

    async provideInlineCompletions(
        document: monaco.editor.ITextModel, position: monaco.Position, _context: unknown, token: monaco.CancellationToken
    ): Promise<Completions | undefined> {
        const { service } = this.source;
        if (service === undefined || document.uri.scheme !== 'file' || !await pause(token)) {
            return undefined;
        }
        const answer = await this.source.suggest({
            uri: document.uri.toString(), languageId: document.getLanguageId(), text: document.getValue(),
            line: position.lineNumber - 1, character: position.column - 1
        }, cancellationOf(token));
        if (answer === undefined || token.isCancellationRequested) {
            return undefined;
        }
        if (answer.kind === 'suggested') {
            this.notices.reset();
            const range = monaco.Range.fromPositions(position);
            return { items: answer.texts.map(insertText => ({ insertText, range })) };
        }
        this.tell(answer, service.label, document);
        return undefined;
    }

    protected tell(
        answer: Exclude<WindowAnswer, { readonly kind: 'suggested' }>, service: string, document: monaco.editor.ITextModel
    ): void {
        if (answer.kind === 'signInNeeded') {
            void this.notices.offerSignIn(service, () => this.signIn(document));
        } else {
            this.notices.tell(answer, service, editorOf(document));
        }
    }

    disposeInlineCompletions(): void {
        // Nothing is kept for them.
    }

    freeInlineCompletions(): void {
        // As above, under its name of Monaco before 0.53.
    }

    /** Suggests once the person has signed in, without a further key. */
    protected async signIn(document: monaco.editor.ITextModel): Promise<void> {
        await this.source.signIn();
        this.notices.reset();
        editorOf(document)?.trigger(SUGGEST, SUGGEST, undefined);
    }

    /** A sign-in lets everything be said anew; without a connection, what was suggested goes. */
    protected noteConnection(): void {
        const { service } = this.source;
        const entry = service && this.model.inUse(service.id);
        const before = this.connected;
        this.connected = entry && `${entry.connection.id} ${entry.state.kind === 'signedIn'}`;
        if (entry?.state.kind === 'signedIn' && this.connected !== before) {
            this.notices.reset();
        }
        if (entry === undefined && before !== undefined) {
            monaco.editor.getEditors().forEach(editor => editor.trigger(HIDE, HIDE, undefined));
            void this.source.end();
        }
    }
}

/** Monaco's token as Theia's calls to the backend take it. */
function cancellationOf(token: monaco.CancellationToken): CancellationToken {
    const source = new CancellationTokenSource();
    token.onCancellationRequested(() => source.cancel());
    return source.token;
}

/** Resolves to whether the person has paused; `false` as soon as they type on. */
function pause(token: monaco.CancellationToken): Promise<boolean> {
    return new Promise(resolve => {
        const toDispose: Disposable[] = [];
        const end = (paused: boolean): void => {
            toDispose.forEach(disposable => disposable.dispose());
            resolve(paused && !token.isCancellationRequested);
        };
        const timer = setTimeout(() => end(true), PAUSE_MS);
        toDispose.push(Disposable.create(() => clearTimeout(timer)), token.onCancellationRequested(() => end(false)));
    });
}

function editorOf(document: monaco.editor.ITextModel): monaco.editor.ICodeEditor | undefined {
    return monaco.editor.getEditors().find(editor => editor.getModel() === document);
}
