import { injectable } from '@theia/core/shared/inversify';

/** The questions of the guard, one on the screen at a time. */
@injectable()
export class QuestionQueue {

    protected last: Promise<unknown> = Promise.resolve();

    /** Puts a question once all earlier ones are answered. How one ends is of no concern to the next. */
    ask<T>(question: () => Promise<T>): Promise<T> {
        const asked = this.last.then(question);
        this.last = asked.catch(() => undefined);
        return asked;
    }
}
