import { CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/aws-accounts-snapshot';
import { AwsRequirement, AwsVerdict } from '../../common/aws-requirement';
import { AwsAccountsModel } from '../aws-accounts-model';
import { ConnectionChooser } from '../use/connection-chooser';
import { AwsRequirementRegistry } from './aws-requirement-registry';
import { CommandDemand } from './command-demand';
import { ConnectionSettling } from './connection-settling';
import { GuardCancelled } from './guard-cancelled';
import { GuardReport } from './guard-report';
import { ProductionGuard } from './production-guard';
import { QuestionQueue } from './question-queue';
import { RequirementNotMet } from './requirement-not-met';

export interface EnsureOptions {
    /** What is about to run, as people know it. */
    readonly command?: string;
    /** Throw `RequirementNotMet` instead of asking or waiting for the backend: for callers without a person in front of them. */
    readonly silent?: boolean;
}

/** Lets a command run only while what it needs is there. Whatever goes wrong in here, the command does not run. */
@injectable()
export class AwsGuard {

    @inject(AwsRequirementRegistry) protected readonly requirements: AwsRequirementRegistry;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ConnectionSettling) protected readonly settling: ConnectionSettling;
    @inject(ConnectionChooser) protected readonly chooser: ConnectionChooser;
    @inject(GuardReport) protected readonly report: GuardReport;
    @inject(ProductionGuard) protected readonly production: ProductionGuard;
    @inject(QuestionQueue) protected readonly questions: QuestionQueue;
    @inject(CommandRegistry) protected readonly commands: CommandRegistry;

    protected readonly shared = new Map<string, Promise<ConnectionEntry>>();

    /** Whether the command was looked up before and nothing is declared on it. One look-up; never throws. */
    isKnownFree(commandId: string): boolean {
        return this.requirements.isKnownFree(commandId);
    }

    /** Resolves when all that may be declared on the command is known; rejects when it cannot be known. `undefined`: it is known now. */
    whenKnown(commandId: string): Promise<unknown> | undefined {
        return this.requirements.whenKnown(commandId);
    }

    /** Whether this call of the command is guarded, by what is known. */
    applies(commandId: string, args: readonly unknown[] = []): boolean {
        return this.requirements.demandOf(commandId, args) !== CommandDemand.NONE;
    }

    /** Resolves when the command may run. @throws GuardCancelled; RequirementNotMet */
    async enter(commandId: string, args: readonly unknown[] = []): Promise<void> {
        const demand = this.requirements.demandOf(commandId, args);
        const { requirements, broken } = demand;
        if (broken !== undefined) {
            throw new Error(`Command '${commandId}' does not run: ${broken}`);
        }
        for (const requirement of requirements) {
            await this.ensure(requirement, { command: this.labelOf(commandId) });
        }
        await this.production.enter(demand, this.labelOf(commandId));
        if (requirements.length > 1) {
            // The answer to one question may have undone another: CodeWhisperer can be disconnected while a profile is chosen.
            requirements.forEach(requirement => this.expectMet(requirement));
        }
    }

    /**
     * Resolves to a connection that meets `requirement`, and asks the person if there is none.
     *
     * @throws GuardCancelled when the person decides against it; RequirementNotMet when nobody was asked, or when asking did not help
     */
    async ensure(requirement: AwsRequirement, options: EnsureOptions = {}): Promise<ConnectionEntry> {
        // The common case: no waiting, no RPC.
        const verdict = this.model.check(requirement);
        if (verdict.kind === 'satisfied') {
            return verdict.entry;
        }
        if (options.silent) {
            await this.settling.settleQuietly(requirement);
            return this.expectMet(requirement);
        }
        return this.shareFor(requirement, () => this.settleAndAsk(requirement, options).catch(error => {
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

    protected async settleAndAsk(requirement: AwsRequirement, options: EnsureOptions): Promise<ConnectionEntry> {
        const verdict = await this.settling.settle(requirement);
        if (verdict.kind === 'satisfied') {
            return verdict.entry;
        }
        return this.questions.ask(() => this.ask(requirement, options, verdict));
    }

    protected async ask(requirement: AwsRequirement, { command }: EnsureOptions, verdict: AwsVerdict): Promise<ConnectionEntry> {
        // Something may have been settled while an earlier question was on the screen.
        const before = this.model.check(requirement);
        if (before.kind === 'satisfied') {
            return before.entry;
        }
        if (!await this.chooser.choose({ requirement: this.model.onHost(requirement), command, verdict })) {
            throw new GuardCancelled();
        }
        return this.expectMet(requirement);
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
