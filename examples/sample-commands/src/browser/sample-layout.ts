import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { CommandService } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsCommands } from 'theia-aws-accounts/lib/browser';

/**
 * Shows the Accounts view to whoever opens the example for the first time. What a product shows at first is the product's to decide, so the extension
 * itself opens nothing.
 */
@injectable()
export class SampleLayout implements FrontendApplicationContribution {

    @inject(CommandService) protected readonly commands: CommandService;

    async initializeLayout(): Promise<void> {
        await this.commands.executeCommand(AwsAccountsCommands.OPEN_VIEW.id);
    }
}
