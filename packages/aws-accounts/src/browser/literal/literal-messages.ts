import { MessageService } from '@theia/core/lib/common/message-service';
import type { MessageOptions, Progress, ProgressMessage, ProgressUpdate } from '@theia/core/lib/common/message-service-protocol';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { LiteralText } from './literal-text';
import { LiveRegion } from './live-region';
import { MessageFocus } from './message-focus';

/** Options and actions, or actions alone, as Theia's `MessageService` takes them. */
type Rest = readonly [MessageOptions, ...string[]] | readonly string[];

/**
 * The one door for notifications. Theia renders their text as Markdown, in which a profile name or an error of a server could load an
 * image from elsewhere or offer a link that runs a command: behind this door every text is shown as it is.
 * Theia's notifications are silent, and an answered one leaves the keyboard nowhere: behind this door a text is also said, and the focus
 * goes back to where it was.
 */
@injectable()
export class LiteralMessages {

    @inject(MessageService) protected readonly messages: MessageService;
    @inject(LiveRegion) protected readonly live: LiveRegion;
    @inject(MessageFocus) protected readonly focus: MessageFocus;

    @postConstruct()
    protected init(): void {
        this.focus.watch();
    }

    /** Resolves to the action that the person takes; `undefined`: they close it, or its time is over. */
    info(text: string, ...rest: Rest): Promise<string | undefined> {
        this.live.say(text);
        return this.silentInfo(text, ...rest);
    }

    /** As `info`, for a change that people have heard of already when the state changed. */
    silentInfo(text: string, ...rest: Rest): Promise<string | undefined> {
        return this.answered(this.messages.info(LiteralText.inMarkdown(text), ...(rest as readonly string[])));
    }

    /** As `info`. */
    warn(text: string, ...rest: Rest): Promise<string | undefined> {
        this.live.say(text);
        return this.answered(this.messages.warn(LiteralText.inMarkdown(text), ...(rest as readonly string[])));
    }

    /** As `info`. */
    error(text: string, ...rest: Rest): Promise<string | undefined> {
        this.live.say(text);
        return this.answered(this.messages.error(LiteralText.inMarkdown(text), ...(rest as readonly string[])));
    }

    /** Shows a progress until it is cancelled. Reported texts are as literal as its first one. */
    async showProgress(message: ProgressMessage, onDidCancel?: () => void): Promise<Progress> {
        const progress = await this.messages.showProgress({ ...message, text: LiteralText.inMarkdown(message.text) }, onDidCancel);
        const report = (update: ProgressUpdate): void =>
            progress.report({ ...update, ...update.message !== undefined && { message: LiteralText.inMarkdown(update.message) } });
        return { id: progress.id, result: progress.result, report, cancel: () => progress.cancel() };
    }

    /** Gives the focus back first: what the action opens gives it back to what has it then. */
    protected async answered(message: Promise<string | undefined>): Promise<string | undefined> {
        const answer = await message;
        if (answer !== undefined) {
            this.focus.giveBack();
        }
        return answer;
    }
}
