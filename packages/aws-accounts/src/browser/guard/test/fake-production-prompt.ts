import { Deferred } from '@theia/core/lib/common/promise-util';
import type { ProductionPrompt } from '../../production/production-dialog';
import type { ProductionQuestion } from '../../production/production-question';

/** Stands for the question about production and the person in front of it. */
export class FakeProductionPrompt {

    readonly asked: ProductionQuestion[] = [];
    protected readonly open: Deferred<boolean>[] = [];

    readonly ask: ProductionPrompt = question => {
        const answer = new Deferred<boolean>();
        this.asked.push(question);
        this.open.push(answer);
        return answer.promise;
    };

    /** Number of questions on the screen. */
    get openCount(): number {
        return this.open.length;
    }

    /** The person presses the button (`true`), or Cancel or Escape. */
    answer(confirmed: boolean): void {
        this.take().resolve(confirmed);
    }

    /** The dialog itself breaks. */
    fail(error: Error): void {
        this.take().reject(error);
    }

    protected take(): Deferred<boolean> {
        const [first] = this.open.splice(0, 1);
        if (first === undefined) {
            throw new Error('Nothing is being asked.');
        }
        return first;
    }
}
