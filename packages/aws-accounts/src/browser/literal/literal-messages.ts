import { MessageService } from '@theia/core/lib/common/message-service';
import type { MessageOptions, Progress, ProgressMessage, ProgressUpdate } from '@theia/core/lib/common/message-service-protocol';
import { inject, injectable } from '@theia/core/shared/inversify';
import { LiteralText } from './literal-text';

/** Options and actions, or actions alone, as Theia's `MessageService` takes them. */
type Rest = readonly [MessageOptions, ...string[]] | readonly string[];

/**
 * The one door for notifications. Theia renders their text as Markdown, in which a profile name or an error of a server could load an
 * image from elsewhere or offer a link that runs a command: behind this door every text is shown as it is.
 */
@injectable()
export class LiteralMessages {

    @inject(MessageService) protected readonly messages: MessageService;

    /** Resolves to the action that the person takes; `undefined`: they close it, or its time is over. */
    info(text: string, ...rest: Rest): Promise<string | undefined> {
        return this.messages.info(LiteralText.inMarkdown(text), ...(rest as readonly string[]));
    }

    /** As `info`. */
    warn(text: string, ...rest: Rest): Promise<string | undefined> {
        return this.messages.warn(LiteralText.inMarkdown(text), ...(rest as readonly string[]));
    }

    /** As `info`. */
    error(text: string, ...rest: Rest): Promise<string | undefined> {
        return this.messages.error(LiteralText.inMarkdown(text), ...(rest as readonly string[]));
    }

    /** Shows a progress until it is cancelled. Reported texts are as literal as its first one. */
    async showProgress(message: ProgressMessage, onDidCancel?: () => void): Promise<Progress> {
        const progress = await this.messages.showProgress({ ...message, text: LiteralText.inMarkdown(message.text) }, onDidCancel);
        const report = (update: ProgressUpdate): void =>
            progress.report({ ...update, ...update.message !== undefined && { message: LiteralText.inMarkdown(update.message) } });
        return { id: progress.id, result: progress.result, report, cancel: () => progress.cancel() };
    }
}
