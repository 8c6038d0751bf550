import { CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { AwsRequirement } from '../../common/requirement/aws-requirement';
import { AwsEffect } from '../../common/requirement/aws-effect';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsRequirementRegistry } from './declaration/aws-requirement-registry';
import { CommandRequirements } from './declaration/command-requirements';
import { DeclarationWait } from './declaration-wait';
import { ProductionUnconfirmed } from './guard-errors';
import { GuardedCalls, GuardPass } from './guarded-calls';
import { ProductionGuard } from './production-guard';
import { EnsureOptions, RequirementMeeting } from './requirement-meeting';

/** Lets a command run only while what it needs is there. After any error in here the command does not run. */
@injectable()
export class AwsGuard {

    @inject(AwsRequirementRegistry) protected readonly requirements: AwsRequirementRegistry;
    @inject(DeclarationWait) protected readonly declarations: DeclarationWait;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(RequirementMeeting) protected readonly meeting: RequirementMeeting;
    @inject(ProductionGuard) protected readonly production: ProductionGuard;
    @inject(GuardedCalls) protected readonly calls: GuardedCalls;
    @inject(CommandRegistry) protected readonly commands: CommandRegistry;

    @postConstruct()
    protected init(): void {
        this.requirements.aliases.follow(this.commands);
    }

    /** Tells whether the command was looked up before and nothing is declared on it. One look-up; never throws. */
    isKnownFree(commandId: string): boolean {
        return this.requirements.isKnownFree(commandId);
    }

    /**
     * Resolves when all that may be declared on the command is known; rejects when it cannot be known, or when the person calls the command
     * off meanwhile. `undefined`: it is known now.
     */
    whenKnown(commandId: string): Promise<void> | undefined {
        const known = this.requirements.whenKnown(commandId);
        return known && this.declarations.until(known, this.labelOf(commandId));
    }

    /** Tells whether this call of the command is guarded, by what is known. */
    applies(commandId: string, args: readonly unknown[] = []): boolean {
        return this.requirements.demandOf(commandId, args) !== CommandRequirements.NONE;
    }

    /**
     * Resolves when the command may run, to what it was let in with.
     *
     * @throws GuardCancelled; RequirementNotMet; a plain Error that gives the reason, for a declaration that is broken
     */
    async enter(commandId: string, args: readonly unknown[] = []): Promise<GuardPass> {
        const demand = this.requirements.demandOf(commandId, args);
        const { requirements, effect, broken } = demand;
        if (broken !== undefined) {
            throw new Error(`Command '${commandId}' does not run: ${broken}`);
        }
        const command = this.labelOf(commandId);
        let confirmed: string | undefined;
        for (const requirement of requirements) {
            await this.meeting.ensure(requirement, { command, effect }, subject => { confirmed = subject; });
        }
        await this.production.enter(demand, command, confirmed);
        return this.passFor(demand);
    }

    /**
     * Calls the handler of a command that was let in with `pass`. Between the two its extension may have been activated, which takes up to
     * 30 s, so a call for which another connection, identity, mark or requirement counts by now has to enter once more.
     */
    async call<T>(commandId: string, args: readonly unknown[], pass: GuardPass, handler: () => T | Promise<T>): Promise<T> {
        let current = pass;
        while (!this.holds(commandId, args, current)) {
            current = await this.enter(commandId, args);
        }
        return this.calls.run(current, handler);
    }

    protected holds(commandId: string, args: readonly unknown[], pass: GuardPass): boolean {
        const demand = this.requirements.demandOf(commandId, args);
        return JSON.stringify(demand) === pass.demand && demand.requirements.every((requirement, index) => {
            const verdict = this.model.check(requirement);
            return verdict.kind === 'satisfied' && ProductionGuard.subjectOf(verdict.entry) === pass.subjects[index];
        });
    }

    /** Checks once more, since the answer to one question may have undone another. */
    protected passFor(demand: CommandRequirements): GuardPass {
        const entries = demand.requirements.map(requirement => this.meeting.expect(requirement));
        return {
            demand: JSON.stringify(demand),
            effect: demand.effect,
            admitted: entries.map(({ connection }) => connection.id),
            subjects: entries.map(ProductionGuard.subjectOf)
        };
    }

    /**
     * Resolves to a connection that meets `requirement` and may be used for what `options.effect` says. Inside a guarded command its
     * effect counts too, and the connection is the one that it was let in with.
     *
     * @throws as `RequirementMeeting.ensure`; GuardCancelled when the person decides against it in production; ProductionUnconfirmed when
     * nobody was to be asked
     */
    async admit(requirement: AwsRequirement, options: EnsureOptions = {}): Promise<ConnectionEntry> {
        // A caller that names its command is a command of its own, which is to follow what the person uses now.
        const inherited = options.command === undefined ? this.calls.admitted : [];
        const admitted = inherited.map(id => this.model.checkWith(requirement, id)).find(({ kind }) => kind === 'satisfied');
        if (admitted?.kind === 'satisfied' && this.calls.wasAdmitted(ProductionGuard.subjectOf(admitted.entry))) {
            return admitted.entry;
        }
        const { silent, command = nls.localize('theia/aws-accounts/guard/unnamed', 'A command') } = options;
        const effect = this.calls.effect(options.effect);
        let confirmed: string | undefined;
        const entry = await this.meeting.ensure(requirement, { ...options, ...(effect && { command, effect }) }, subject => {
            confirmed = subject;
        });
        if (silent && AwsEffect.changes(effect) && AwsConnection.isProduction(entry.connection)) {
            throw new ProductionUnconfirmed(entry.connection.id);
        }
        return this.production.admit(requirement, effect, command, confirmed);
    }

    protected labelOf(commandId: string): string {
        const label = this.commands.getCommand(commandId)?.label ?? commandId;
        return label.replace(/(\.\.\.|…)$/, '');
    }
}
