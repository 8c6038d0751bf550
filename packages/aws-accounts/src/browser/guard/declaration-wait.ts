import type { Progress } from '@theia/core/lib/common/message-service-protocol';
import { nls } from '@theia/core/lib/common/nls';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { inject, injectable } from '@theia/core/shared/inversify';
import { Timer } from '../time/timer';
import { GuardCancelled } from './guard-errors';
import { GuardReport } from './guard-report';
import { LiteralMessages } from '../literal/literal-messages';

/** Commands run before everything is declared at every start, so what takes no longer is not worth a word. */
const UNNOTICED_MS = 1000;

/** Commands that wait for declarations. The wait has no end of its own, since none would be safe: a person sees it, and may call it off. */
@injectable()
export class DeclarationWait {

    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(GuardReport) protected readonly report: GuardReport;
    @inject(Timer) protected readonly timer: Timer;

    protected readonly waiting = new Set<Deferred<never>>();
    /** Failures that those who wait now have in common. */
    protected readonly told = new Set<unknown>();
    protected shown: Promise<Progress> | undefined;

    /**
     * Resolves when `known` does.
     *
     * @param command what waits, as people know it
     * @throws GuardCancelled when the person calls it off; as `known` rejects, which the person is told
     */
    async until(known: Promise<unknown>, command: string): Promise<void> {
        const calledOff = this.join();
        try {
            await Promise.race([known, calledOff.promise]);
        } catch (error) {
            if (!this.told.has(error)) {
                this.told.add(error);
                this.report.tell(command, error);
            }
            throw error;
        } finally {
            this.leave(calledOff);
        }
    }

    protected join(): Deferred<never> {
        const calledOff = new Deferred<never>();
        if (this.waiting.size === 0) {
            this.timer.set(UNNOTICED_MS, () => this.show());
        }
        this.waiting.add(calledOff);
        return calledOff;
    }

    protected leave(calledOff: Deferred<never>): void {
        this.waiting.delete(calledOff);
        if (this.waiting.size === 0) {
            this.timer.dispose();
            this.told.clear();
            void this.shown?.then(progress => progress.cancel());
            this.shown = undefined;
        }
    }

    protected show(): void {
        const text = nls.localize('theia/aws-accounts/guard/declarations', 'Reading which connections commands need...');
        const callOff = (): void => this.waiting.forEach(calledOff => calledOff.reject(new GuardCancelled()));
        this.shown = this.messages.showProgress({ text, options: { cancelable: true } }, callOff);
    }
}
