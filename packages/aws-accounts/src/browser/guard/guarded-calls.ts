import { injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsEffect } from '../../common/requirement/aws-effect';

/** Admission of one call of a guarded command. */
export interface GuardPass {
    /** All that was declared on the call, as a text that can be compared. */
    readonly demand: string;
    readonly effect?: AwsEffect;
    /** The connections that met the requirements, in their order. */
    readonly admitted: readonly AwsConnectionId[];
    /** Connection, identity and production mark of each, as a text that can be compared. */
    readonly subjects: readonly string[];
}

/**
 * Guarded commands whose handlers have not ended. A browser does not say which of them asks for a connection after it waited for
 * something, so while several run, the strongest of their effects counts.
 */
@injectable()
export class GuardedCalls {

    protected readonly running = new Set<GuardPass>();

    /** Calls `act`, and keeps `pass` until it has ended. */
    async run<T>(pass: GuardPass, act: () => T | Promise<T>): Promise<T> {
        this.running.add(pass);
        try {
            return await act();
        } finally {
            this.running.delete(pass);
        }
    }

    /** The strongest effect of what runs and of `own`, which counts as the worst where nobody knows it. */
    effect(own: AwsEffect | undefined): AwsEffect | undefined {
        const isUnknown = own !== undefined && !AwsEffect.ALL.includes(own);
        return isUnknown ? own : AwsEffect.strongest([own, ...[...this.running].map(({ effect }) => effect)]);
    }

    /** The connections that the one running command was let in with; none where several run, since any of them may be asking. */
    get admitted(): readonly AwsConnectionId[] {
        const [only, ...others] = this.running;
        return only === undefined || others.length > 0 ? [] : only.admitted;
    }

    /** Tells whether a running command was let in with exactly this connection, identity and production mark. */
    wasAdmitted(subject: string): boolean {
        return [...this.running].some(({ subjects }) => subjects.includes(subject));
    }
}
