import { inject, injectable } from '@theia/core/shared/inversify';
import { OutputChannelManager } from '@theia/output/lib/browser/output-channel';
import { LiteralMessages } from 'theia-aws-accounts/lib/browser';

/** Shows results where a person sees them: in short as a notification, in full in the Output view. */
@injectable()
export class SampleOutput {

    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(OutputChannelManager) protected readonly channels: OutputChannelManager;

    /** Runs `call`, shows its result under `title`, and gives it back to whoever ran the command. */
    async report<T>(title: string, call: () => Promise<T>): Promise<T | undefined> {
        const result = await this.attempt(title, call);
        if (result !== undefined) {
            const text = typeof result === 'string' ? result : JSON.stringify(result, undefined, 2);
            this.channels.getChannel('AWS Sample').appendLine(`${title}:\n${text}`);
            void this.messages.info(`${title}: ${text}`, { timeout: 15_000 });
        }
        return result;
    }

    /** `undefined`: it failed, and the person has been told. */
    async attempt<T>(title: string, call: () => Promise<T>): Promise<T | undefined> {
        try {
            return await call();
        } catch (error) {
            void this.messages.error(`${title}: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
        }
    }
}
