import { inject, injectable } from '@theia/core/shared/inversify';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../common/requirement/aws-verdict';
import type { AwsEffect } from '../../common/requirement/aws-effect';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import type { ConnectionAnswer } from '../dialog/choice/connection-question';
import { ConnectionChooser } from '../use/connection-chooser';
import { accountOf } from '../wording';
import { ConnectionSettling } from './connection-settling';
import { GuardCancelled, RequirementNotMet } from './guard-errors';
import { GuardReport } from './guard-report';
import { ProductionGuard } from './production-guard';
import { QuestionQueue } from './question-queue';

export interface EnsureOptions {
    /** Name of the command that is about to run, as people know it. */
    readonly command?: string;
    /** Effect in AWS: with a profile that is marked as production, a person is asked before it changes or destroys something. */
    readonly effect?: AwsEffect;
    /** Throw `RequirementNotMet` instead of asking or waiting for the backend: for callers without a person in front of them. */
    readonly silent?: boolean;
}

/** Finds the connection that meets a requirement: the one in use, or the one that the person chooses when asked. */
@injectable()
export class RequirementMeeting {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ConnectionSettling) protected readonly settling: ConnectionSettling;
    @inject(ConnectionChooser) protected readonly chooser: ConnectionChooser;
    @inject(GuardReport) protected readonly report: GuardReport;
    @inject(QuestionQueue) protected readonly questions: QuestionQueue;

    protected readonly shared = new Map<string, Promise<ConnectionEntry>>();

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
            return this.expect(requirement);
        }
        return this.shareFor(requirement, () => this.settleAndAsk(requirement, options, onConfirmed).catch(error => {
            this.report.tell(options.command, error);
            throw error;
        }));
    }

    /** Calls that are stopped for the same reason wait for the same thing, and share one dialog. */
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
            requirement: this.model.onPlatform(requirement),
            command,
            verdict,
            ...(effect && { effect })
        });
        if (answer === undefined) {
            throw new GuardCancelled();
        }
        const entry = this.expect(requirement);
        if (isConfirmed(answer, entry)) {
            onConfirmed(ProductionGuard.subjectOf(entry));
        }
        return entry;
    }

    /** The connection that meets `requirement` now. @throws RequirementNotMet */
    expect(requirement: AwsRequirement): ConnectionEntry {
        const verdict = this.model.check(requirement);
        if (verdict.kind !== 'satisfied') {
            throw new RequirementNotMet(requirement, verdict);
        }
        return verdict.entry;
    }
}

/** Tells whether the person saw this account when they chose this connection. */
function isConfirmed({ confirmedAccount, connectionId }: ConnectionAnswer, entry: ConnectionEntry): boolean {
    return confirmedAccount !== undefined && connectionId === entry.connection.id && confirmedAccount === accountOf(entry);
}
