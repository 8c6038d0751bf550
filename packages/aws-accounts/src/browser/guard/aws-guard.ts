import { CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/aws-accounts-snapshot';
import { AwsRequirement, AwsVerdict } from '../../common/aws-requirement';
import { AwsAccountsModel } from '../aws-accounts-model';
import { ConnectionChooser } from '../use/connection-chooser';
import { AwsRequirementRegistry } from './aws-requirement-registry';
import { ConnectionSettling } from './connection-settling';
import { GuardCancelled } from './guard-cancelled';
import { RequirementNotMet } from './requirement-not-met';

export interface EnsureOptions {
    /** What is about to run, as people know it. */
    readonly command?: string;
    /** Throw `RequirementNotMet` instead of asking. */
    readonly silent?: boolean;
}

/** Lets a command run only while what it needs is there. Whatever goes wrong in here, the command does not run. */
@injectable()
export class AwsGuard {

    @inject(AwsRequirementRegistry) protected readonly requirements: AwsRequirementRegistry;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ConnectionSettling) protected readonly settling: ConnectionSettling;
    @inject(ConnectionChooser) protected readonly chooser: ConnectionChooser;
    @inject(CommandRegistry) protected readonly commands: CommandRegistry;

    /** The question that is on the screen, or about to be. One at a time. */
    protected asking: Promise<unknown> = Promise.resolve();
    protected readonly shared = new Map<string, Promise<ConnectionEntry>>();

    /** Whether the command is guarded at all: one look-up. */
    applies(commandId: string): boolean {
        return this.requirements.requirementsOf(commandId).length > 0;
    }

    /** Resolves when the command may run. @throws GuardCancelled */
    async enter(commandId: string): Promise<void> {
        for (const requirement of this.requirements.requirementsOf(commandId)) {
            await this.ensure(requirement, { command: this.labelOf(commandId) });
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
        return verdict.kind === 'satisfied' ? verdict.entry : this.settleAndAsk(requirement, options);
    }

    protected async settleAndAsk(requirement: AwsRequirement, options: EnsureOptions): Promise<ConnectionEntry> {
        const verdict = await this.settling.settle(requirement);
        if (verdict.kind === 'satisfied') {
            return verdict.entry;
        }
        if (options.silent) {
            throw new RequirementNotMet(requirement, verdict);
        }
        return this.askOnce(requirement, options, verdict);
    }

    /** Everybody who is stopped for the same reason shares one dialog. */
    protected askOnce(requirement: AwsRequirement, options: EnsureOptions, verdict: AwsVerdict): Promise<ConnectionEntry> {
        const key = JSON.stringify(requirement);
        const running = this.shared.get(key);
        if (running) {
            return running;
        }
        const asked = this.asking.catch(() => undefined).then(() => this.ask(requirement, options, verdict)).finally(() => this.shared.delete(key));
        this.shared.set(key, asked);
        this.asking = asked;
        return asked;
    }

    protected async ask(requirement: AwsRequirement, { command }: EnsureOptions, verdict: AwsVerdict): Promise<ConnectionEntry> {
        // Something may have been settled while an earlier question was on the screen.
        const before = this.model.check(requirement);
        if (before.kind === 'satisfied') {
            return before.entry;
        }
        if (!await this.chooser.choose({ requirement, command, verdict })) {
            throw new GuardCancelled();
        }
        const after = this.model.check(requirement);
        if (after.kind !== 'satisfied') {
            throw new RequirementNotMet(requirement, after);
        }
        return after.entry;
    }

    protected labelOf(commandId: string): string {
        const label = this.commands.getCommand(commandId)?.label ?? commandId;
        return label.replace(/(\.\.\.|…)$/, '');
    }
}
