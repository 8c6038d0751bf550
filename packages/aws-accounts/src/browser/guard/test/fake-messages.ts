import type { Progress, ProgressMessage } from '@theia/core/lib/common/message-service-protocol';
import { LiteralMessages } from '../../literal/literal-messages';

interface ShownProgress {
    readonly text: string;
    readonly cancel: () => void;
    open: boolean;
}

/** Notifications: keeps the errors and warnings, and the progress that is shown, with the button that calls it off. */
export class FakeMessages {

    readonly progress: ShownProgress[] = [];
    readonly errors: string[] = [];
    readonly warnings: { readonly text: string; readonly actions: readonly string[] }[] = [];
    /** The action that the person takes on a warning; `undefined`: they close it. */
    action: string | undefined;

    async showProgress(message: ProgressMessage, onDidCancel: () => void): Promise<Progress> {
        const shown: ShownProgress = { text: message.text, cancel: onDidCancel, open: true };
        this.progress.push(shown);
        return {
            id: String(this.progress.length),
            report: () => undefined,
            cancel: () => {
                shown.open = false;
            },
            result: Promise.resolve(undefined)
        };
    }

    async error(text: string): Promise<undefined> {
        this.errors.push(text);
        return undefined;
    }

    async warn(text: string, ...actions: string[]): Promise<string | undefined> {
        this.warnings.push({ text, actions });
        return this.action;
    }

    get openProgress(): readonly ShownProgress[] {
        return this.progress.filter(({ open }) => open);
    }

    asService(): LiteralMessages {
        return this as unknown as LiteralMessages;
    }
}
