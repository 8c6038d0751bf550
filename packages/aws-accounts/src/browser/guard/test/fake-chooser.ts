import { Deferred } from '@theia/core/lib/common/promise-util';
import type { ConnectionChooser } from '../../use/connection-chooser';
import type { ConnectionAnswer, ConnectionQuestion } from '../../dialog/choice/connection-question';

interface OpenQuestion {
    readonly question: ConnectionQuestion;
    readonly answer: Deferred<ConnectionAnswer | undefined>;
}

/** Stands for the dialog and the person in front of it: keeps every question until a spec answers it. */
export class FakeChooser {

    readonly asked: ConnectionQuestion[] = [];
    protected readonly open: OpenQuestion[] = [];
    protected readonly waiting: Deferred<ConnectionQuestion>[] = [];

    choose(question: ConnectionQuestion): Promise<ConnectionAnswer | undefined> {
        const answer = new Deferred<ConnectionAnswer | undefined>();
        this.asked.push(question);
        this.open.push({ question, answer });
        this.waiting.splice(0).forEach(waiting => waiting.resolve(question));
        return answer.promise;
    }

    /** Number of dialogs on the screen. */
    get openCount(): number {
        return this.open.length;
    }

    /** The question that is on the screen, or the next one that comes. */
    async question(): Promise<ConnectionQuestion> {
        if (this.open.length > 0) {
            return this.open[0].question;
        }
        const waiting = new Deferred<ConnectionQuestion>();
        this.waiting.push(waiting);
        return waiting.promise;
    }

    /** The person presses Escape (`false`) or one of the other buttons (`true`), which may name a production account. */
    answer(decided: boolean, named: Partial<ConnectionAnswer> = {}): void {
        this.take().answer.resolve(decided ? { connectionId: '', tokenServices: 'keep', remember: false, ...named } : undefined);
    }

    /** Carrying out what the person decided fails. */
    fail(error: Error): void {
        this.take().answer.reject(error);
    }

    asService(): ConnectionChooser {
        return this as unknown as ConnectionChooser;
    }

    protected take(): OpenQuestion {
        const [first] = this.open.splice(0, 1);
        if (first === undefined) {
            throw new Error('Nothing is being asked.');
        }
        return first;
    }
}
