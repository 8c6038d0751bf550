import { inject, injectable } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { AwsRequirement } from '../../common/requirement/aws-requirement';
import { AwsEffect } from '../../common/requirement/aws-effect';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { ProductionPrompt } from '../production/production-dialog';
import { ProductionQuestion } from '../production/production-question';
import type { CommandRequirements } from './declaration/command-requirements';
import { GuardCancelled, RequirementNotMet } from './guard-errors';
import { QuestionQueue } from './question-queue';

/** Asks a person before a command changes something with a profile that they marked as production: each command, each time. */
@injectable()
export class ProductionGuard {

    /** One account with one profile, and whether it counts as production, as a text that can be compared. */
    static subjectOf({ connection, state }: ConnectionEntry): string {
        return JSON.stringify([connection.id, state.kind === 'connected' && state.identity, AwsConnection.isProduction(connection)]);
    }

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ProductionPrompt) protected readonly prompt: ProductionPrompt;
    @inject(QuestionQueue) protected readonly questions: QuestionQueue;

    /**
     * Resolves when the command may run with the profile in use, which has met its requirements a moment ago.
     *
     * @param confirmed subject to which the person said yes while they chose the profile
     * @throws GuardCancelled when the person decides against it; RequirementNotMet when the profile went away meanwhile
     */
    async enter({ requirements, effect }: CommandRequirements, command: string, confirmed?: string): Promise<void> {
        if (AwsEffect.changes(effect)) {
            // All that a profile meets is met by the one that AWS services use: one question is enough.
            const requirement = requirements.find(one => AwsConnection.isProduction(this.met(one).connection));
            await (requirement && this.admit(requirement, effect, command, confirmed));
        }
    }

    /** The same for one requirement. Resolves to the connection that the person said yes to. */
    async admit(requirement: AwsRequirement, effect: AwsEffect | undefined, command: string, confirmed?: string): Promise<ConnectionEntry> {
        const entry = this.met(requirement);
        if (!AwsEffect.changes(effect) || !this.isOpen(entry, confirmed)) {
            return entry;
        }
        return this.questions.ask(() => this.confirm(requirement, command, effect, confirmed));
    }

    /** The confirmation covers one account with one profile: when another is in use by then, that is another question. */
    protected async confirm(
        requirement: AwsRequirement,
        command: string,
        effect: 'change' | 'destroy',
        confirmed?: string
    ): Promise<ConnectionEntry> {
        let entry = this.met(requirement);
        while (this.isOpen(entry, confirmed)) {
            if (await this.prompt(ProductionQuestion.beforeCommand(entry, command, effect)) !== true) {
                throw new GuardCancelled();
            }
            confirmed = ProductionGuard.subjectOf(entry);
            entry = this.met(requirement);
        }
        return entry;
    }

    protected isOpen(entry: ConnectionEntry, confirmed: string | undefined): boolean {
        return AwsConnection.isProduction(entry.connection) && ProductionGuard.subjectOf(entry) !== confirmed;
    }

    protected met(requirement: AwsRequirement): ConnectionEntry {
        const verdict = this.model.check(requirement);
        if (verdict.kind !== 'satisfied') {
            throw new RequirementNotMet(requirement, verdict);
        }
        return verdict.entry;
    }
}
