import type { MessageService } from '@theia/core/lib/common/message-service';
import type { Progress, ProgressMessage } from '@theia/core/lib/common/message-service-protocol';

interface ShownProgress {
    readonly text: string;
    readonly cancel: () => void;
    open: boolean;
}

/** Notifications: keeps the progress that is shown, with the button that calls it off. */
export class FakeMessages {

    readonly progress: ShownProgress[] = [];

    async showProgress(message: ProgressMessage, onDidCancel: () => void): Promise<Progress> {
        const shown: ShownProgress = { text: message.text, cancel: onDidCancel, open: true };
        this.progress.push(shown);
        return { id: String(this.progress.length), report: () => undefined, cancel: () => { shown.open = false; }, result: Promise.resolve(undefined) };
    }

    get openProgress(): readonly ShownProgress[] {
        return this.progress.filter(({ open }) => open);
    }

    asService(): MessageService {
        return this as unknown as MessageService;
    }
}
