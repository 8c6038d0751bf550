import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AccountsViewContribution } from '../view/accounts-view-contribution';
import { AwsAccountsCommands } from './aws-accounts-commands';

/** Shows the view, from wherever it is. */
@injectable()
export class ViewCommands implements CommandContribution {

    @inject(AccountsViewContribution) protected readonly view: AccountsViewContribution;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.OPEN_VIEW, { execute: () => this.view.openView({ reveal: true, activate: true }) });
    }
}
