import { inject, injectable } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/aws-accounts-snapshot';
import { AwsConnection } from '../../common/aws-connection';
import type { AwsRequirement } from '../../common/aws-requirement';
import { AwsEffect } from '../../common/aws-requirement-declaration';
import { AwsAccountsModel } from '../aws-accounts-model';
import { ProductionPrompt } from '../production/production-dialog';
import { ProductionQuestion } from '../production/production-question';
import type { CommandDemand } from './command-demand';
import { GuardCancelled } from './guard-cancelled';
import { QuestionQueue } from './question-queue';
import { RequirementNotMet } from './requirement-not-met';

/** Asks a person before a command changes something with a profile that they marked as production: each command, each time. */
@injectable()
export class ProductionGuard {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ProductionPrompt) protected readonly prompt: ProductionPrompt;
    @inject(QuestionQueue) protected readonly questions: QuestionQueue;

    /**
     * Resolves when the command may run with the profile in use, which has met its requirements a moment ago.
     *
     * @throws GuardCancelled when the person decides against it; RequirementNotMet when the profile went away meanwhile
     */
    async enter({ requirements, effect }: CommandDemand, command: string): Promise<void> {
        if (AwsEffect.changes(effect)) {
            // All that a profile meets is met by the one that AWS services use: one question is enough.
            const requirement = requirements.find(one => AwsConnection.isProduction(this.met(one).connection));
            await (requirement && this.questions.ask(() => this.confirm(requirement, command, effect)));
        }
    }

    /** What was confirmed is one account with one profile: when another is in use by then, that is another question. */
    protected async confirm(requirement: AwsRequirement, command: string, effect: 'change' | 'destroy'): Promise<void> {
        let entry = this.met(requirement);
        while (AwsConnection.isProduction(entry.connection)) {
            if (await this.prompt(ProductionQuestion.beforeCommand(entry, command, effect)) !== true) {
                throw new GuardCancelled();
            }
            const now = this.met(requirement);
            if (subjectOf(now) === subjectOf(entry)) {
                return;
            }
            entry = now;
        }
    }

    protected met(requirement: AwsRequirement): ConnectionEntry {
        const verdict = this.model.check(requirement);
        if (verdict.kind !== 'satisfied') {
            throw new RequirementNotMet(requirement, verdict);
        }
        return verdict.entry;
    }
}

function subjectOf({ connection, state }: ConnectionEntry): string {
    return JSON.stringify([connection.id, state.kind === 'connected' && state.identity]);
}
