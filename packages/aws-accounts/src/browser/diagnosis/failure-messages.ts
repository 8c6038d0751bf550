import { CommandService } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { failureText } from '../wording';
import { LiteralMessages } from '../literal/literal-messages';

/** Says that something failed: why, the one action that helps, and a diagnosis to hand on. */
@injectable()
export class FailureMessages {

    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(CommandService) protected readonly commands: CommandService;

    /**
     * Does not wait for an answer: the message stays as long as the person wants it to.
     *
     * @param connection what failed, if it was a connection: action and diagnosis are about it
     */
    tell(failure: AwsFailure, connection?: AwsConnection): void {
        this.ask(failure, connection).catch(error => this.messages.error(failureText(AwsFailure.of(error)).message));
    }

    protected async ask(failure: AwsFailure, connection: AwsConnection | undefined): Promise<void> {
        const { message, action } = failureText(failure, connection);
        const copy = AwsAccountsCommands.COPY_DIAGNOSIS.label;
        const answer = await this.messages.error(message, ...action ? [action.label] : [], copy);
        if (answer === copy) {
            await this.commands.executeCommand(AwsAccountsCommands.COPY_DIAGNOSIS.id, connection?.id, failure);
        } else if (action && answer === action.label) {
            await this.commands.executeCommand(action.command, ...action.args);
        }
    }
}
