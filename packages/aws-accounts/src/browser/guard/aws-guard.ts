import { CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/aws-accounts-snapshot';
import { AwsConnection } from '../../common/aws-connection';
import { AwsRequirement, AwsVerdict } from '../../common/aws-requirement';
import { AwsEffect } from '../../common/aws-effect';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { ConnectionChooser } from '../use/connection-chooser';
import { accountOf } from '../wording';
import { AwsRequirementRegistry } from './declaration/aws-requirement-registry';
import { CommandRequirements } from './declaration/command-requirements';
import { ConnectionSettling } from './connection-settling';
import { DeclarationWait } from './declaration-wait';
import { GuardCancelled, ProductionUnconfirmed, RequirementNotMet } from './guard-errors';
import { GuardReport } from './guard-report';
import { ProductionGuard } from './production-guard';
import { QuestionQueue } from './question-queue';

export interface EnsureOptions {
    /** What is about to run, as people know it. */
    readonly command?: string;
    /** What it does in AWS: with a profile that is marked as production, a person is asked before it changes or destroys something. */
    readonly effect?: AwsEffect;
    /** Throw `RequirementNotMet` instead of asking or waiting for the backend: for callers without a person in front of them. */
    readonly silent?: boolean;
}

/** Lets a command run only while what it needs is there. Whatever goes wrong in here, the command does not run. */
@injectable()
export class AwsGuard {

    @inject(AwsRequirementRegistry) protected readonly requirements: AwsRequirementRegistry;
    @inject(DeclarationWait) protected readonly declarations: DeclarationWait;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ConnectionSettling) protected readonly settling: ConnectionSettling;
    @inject(ConnectionChooser) protected readonly chooser: ConnectionChooser;
    @inject(GuardReport) protected readonly report: GuardReport;
    @inject(ProductionGuard) protected readonly production: ProductionGuard;
    @inject(QuestionQueue) protected readonly questions: QuestionQueue;
    @inject(CommandRegistry) protected readonly commands: CommandRegistry;

    protected readonly shared = new Map<string, Promise<ConnectionEntry>>();

    @postConstruct()
    protected init(): void {
        this.requirements.aliases.follow(this.commands);
    }

    /** Whether the command was looked up before and nothing is declared on it. One look-up; never throws. */
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

    /** Whether this call of the command is guarded, by what is known. */
    applies(commandId: string, args: readonly unknown[] = []): boolean {
        return this.requirements.demandOf(commandId, args) !== CommandRequirements.NONE;
    }

    /** Resolves when the command may run. @throws GuardCancelled; RequirementNotMet */
    async enter(commandId: string, args: readonly unknown[] = []): Promise<void> {
        const demand = this.requirements.demandOf(commandId, args);
        const { requirements, effect, broken } = demand;
        if (broken !== undefined) {
            throw new Error(`Command '${commandId}' does not run: ${broken}`);
        }
        const command = this.labelOf(commandId);
        let confirmed: string | undefined;
        for (const requirement of requirements) {
            await this.ensure(requirement, { command, effect }, subject => { confirmed = subject; });
        }
        await this.production.enter(demand, command, confirmed);
        if (requirements.length > 1) {
            // The answer to one question may have undone another: CodeWhisperer can be disconnected while a profile is chosen.
            requirements.forEach(requirement => this.expectMet(requirement));
        }
    }

    /**
     * Resolves to a connection that meets `requirement` and may be used for what `options.effect` says.
     *
     * @throws as `ensure`; GuardCancelled when the person decides against it in production; ProductionUnconfirmed when nobody was to be
     * asked
     */
    async admit(requirement: AwsRequirement, options: EnsureOptions = {}): Promise<ConnectionEntry> {
        const { effect, silent, command = nls.localize('theia/aws-accounts/guard/unnamed', 'A command') } = options;
        let confirmed: string | undefined;
        const { connection } = await this.ensure(requirement, { ...options, ...(effect && { command }) }, subject => {
            confirmed = subject;
        });
        if (silent && AwsEffect.changes(effect) && AwsConnection.isProduction(connection)) {
            throw new ProductionUnconfirmed(connection.id);
        }
        return this.production.admit(requirement, effect, command, confirmed);
    }

    /**
     * Resolves to a connection that meets `requirement`, and asks the person if there is none.
     *
     * @param onConfirmed gets what the person said yes to, if they chose a production profile for what `options` say
     * @throws GuardCancelled when the person decides against it; RequirementNotMet when nobody was asked, or when asking did not help
     */
    async ensure(
        requirement: AwsRequirement,
        options: EnsureOptions = {},
        onConfirmed: (subject: string) => void = () => undefined
    ): Promise<ConnectionEntry> {
        // The common case: no waiting, no RPC.
        const verdict = this.model.check(requirement);
        if (verdict.kind === 'satisfied') {
            return verdict.entry;
        }
        if (options.silent) {
            await this.settling.settleQuietly(requirement);
            return this.expectMet(requirement);
        }
        return this.shareFor(requirement, () => this.settleAndAsk(requirement, options, onConfirmed).catch(error => {
            this.report.tell(options.command, error);
            throw error;
        }));
    }

    /** Everybody who is stopped for the same reason waits for the same thing, and shares one dialog. */
    protected shareFor(requirement: AwsRequirement, act: () => Promise<ConnectionEntry>): Promise<ConnectionEntry> {
        const key = JSON.stringify(requirement);
        const running = this.shared.get(key) ?? act().finally(() => this.shared.delete(key));
        this.shared.set(key, running);
        return running;
    }

    protected async settleAndAsk(
        requirement: AwsRequirement,
        options: EnsureOptions,
        onConfirmed: (subject: string) => void
    ): Promise<ConnectionEntry> {
        const verdict = await this.settling.settle(requirement);
        if (verdict.kind === 'satisfied') {
            return verdict.entry;
        }
        return this.questions.ask(() => this.ask(requirement, options, verdict, onConfirmed));
    }

    protected async ask(
        requirement: AwsRequirement, { command, effect }: EnsureOptions, verdict: AwsVerdict, onConfirmed: (subject: string) => void
    ): Promise<ConnectionEntry> {
        // Something may have been settled while an earlier question was on the screen.
        const before = this.model.check(requirement);
        if (before.kind === 'satisfied') {
            return before.entry;
        }
        const answer = await this.chooser.choose({
            requirement: this.model.onHost(requirement),
            command,
            verdict,
            ...(effect && { effect })
        });
        if (answer === undefined) {
            throw new GuardCancelled();
        }
        const entry = this.expectMet(requirement);
        if (
            answer.confirmedAccount !== undefined &&
            answer.connectionId === entry.connection.id &&
            answer.confirmedAccount === accountOf(entry)
        ) {
            onConfirmed(ProductionGuard.subjectOf(entry));
        }
        return entry;
    }

    protected expectMet(requirement: AwsRequirement): ConnectionEntry {
        const verdict = this.model.check(requirement);
        if (verdict.kind !== 'satisfied') {
            throw new RequirementNotMet(requirement, verdict);
        }
        return verdict.entry;
    }

    protected labelOf(commandId: string): string {
        const label = this.commands.getCommand(commandId)?.label ?? commandId;
        return label.replace(/(\.\.\.|…)$/, '');
    }
}
