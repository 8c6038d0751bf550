import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { CommandService } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsCommands } from 'theia-aws-accounts/lib/browser';

/**
 * Shows the Accounts view when the example opens for the first time. The extension itself opens nothing, since the first layout is for the
 * product to decide.
 */
@injectable()
export class SampleLayout implements FrontendApplicationContribution {

    @inject(CommandService) protected readonly commands: CommandService;

    async initializeLayout(): Promise<void> {
        await this.commands.executeCommand(AwsAccountsCommands.OPEN_VIEW.id);
    }
}
