import { ILogger } from '@theia/core/lib/common/logger';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AwsAccountsError, AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { verdictText } from '../dialog/choice/dialog-trouble';
import { tokenServicesText } from '../dialog/choice/token-wording';
import { failureText } from '../wording';
import { GuardCancelled, RequirementNotMet } from './guard-errors';
import { LiteralMessages } from '../literal/literal-messages';

/** Tells a person why something did not run. Palette, menus and keybindings look at no error, so the guard has to say it itself. */
@injectable()
export class GuardReport {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(ILogger) @named('aws-accounts:Guard') protected readonly logger: ILogger;

    /** Says why the guard did not let `command` run. A person who decided against it knows. */
    tell(command: string | undefined, error: unknown): void {
        if (error instanceof GuardCancelled) {
            return;
        }
        const reason = this.reasonOf(error);
        void this.messages.error(
            command === undefined ? reason : nls.localize('theia/aws-accounts/guard/didNotRun', '{0} did not run. {1}', command, reason)
        );
    }

    protected reasonOf(error: unknown): string {
        if (!this.model.live) {
            return nls.localize(
                'theia/aws-accounts/guard/lineLost',
                'The connection to the backend of the IDE was lost. Try again in a moment.'
            );
        }
        if (error instanceof RequirementNotMet) {
            const { requirement, verdict } = error;
            const service = tokenServicesText(requirement, this.model.services);
            const text = 'entry' in verdict && verdict.entry ? verdictText(verdict, verdict.entry, service) : undefined;
            return text ?? nls.localize('theia/aws-accounts/guard/notMet', 'What it needs is not there.');
        }
        if (!(error instanceof Error && AwsAccountsError.is(error))) {
            void this.logger.error('The guard failed.', error);
        }
        return failureText(AwsFailure.of(error)).message;
    }
}
