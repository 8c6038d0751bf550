import { CommonCommands } from '@theia/core/lib/browser/common-commands';
import { CommandService } from '@theia/core/lib/common/command';
import { ILogger } from '@theia/core/lib/common/logger';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences } from '../../../common/sign-in/aws-accounts-preferences';
import { LiteralMessages } from '../../literal/literal-messages';

/** Problems that a person gets to see; the log has all. */
const MOST_TOLD = 5;

/** Tells, once for each, that something which was declared does not count as it was meant. */
@injectable()
export class DeclarationReport {

    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(CommandService) protected readonly commands: CommandService;
    @inject(ILogger) @named('aws-accounts:Guard') protected readonly logger: ILogger;

    protected readonly told = new Set<string>();

    /** A contribution failed on its way: what it declared before counts, and what would have come after is not known. */
    contributionFailed(name: string, error: unknown): void {
        void this.logger.error(`AWS requirements of ${name} could not be registered.`, error);
        void this.messages.error(
            nls.localize(
                'theia/aws-accounts/guard/contributionFailed',
                'What {0} says about its commands could not be read to the end: some of them may run without the connection that they '
                    + 'need. The log tells more.',
                name
            )
        );
    }

    /** Not even one contribution could be made. */
    contributionsMissing(): void {
        void this.logger.error('No AWS requirements of contributions could be registered: one of them cannot be made.');
        void this.messages.error(
            nls.localize(
                'theia/aws-accounts/guard/contributionsMissing',
                'What extensions say about their commands could not be read: they may run without the connection that they need. The log '
                    + 'tells more.'
            )
        );
    }

    /** The settings as a whole could not be read: commands do not run, and each caller is told. */
    settingsUnreadable(error: unknown): void {
        if (!this.told.has(AwsAccountsPreferences.REQUIREMENTS)) {
            this.told.add(AwsAccountsPreferences.REQUIREMENTS);
            void this.logger.error('The settings, which may say what commands need, could not be read.', error);
        }
    }

    /** @param problem where it is, and what is wrong there */
    settingBroken(problem: string): void {
        if (!this.told.has(problem)) {
            this.told.add(problem);
            void this.logger.error(problem);
            if (this.told.size <= MOST_TOLD) {
                void this.offerSettings(problem);
            }
        }
    }

    protected async offerSettings(problem: string): Promise<void> {
        const open = nls.localizeByDefault('Open Settings');
        if (await this.messages.warn(problem, open) === open) {
            await this.commands.executeCommand(CommonCommands.OPEN_PREFERENCES.id, AwsAccountsPreferences.REQUIREMENTS);
        }
    }
}

/** Declares. A contribution that fails goes to `failed`, and keeps none of the others away. */
export function attempt(declare: () => unknown, failed: (error: unknown) => void): void {
    try {
        declare();
    } catch (error) {
        failed(error);
    }
}
