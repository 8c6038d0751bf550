import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { Pin } from '../../common/connection/pin';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { failureText } from '../wording';
import { PIN, UNPIN } from '../commands/row-commands';
import { LiteralMessages } from '../literal/literal-messages';

/** Pins and unpins rows. The commands have no label, and so are not in the palette: they need their row as argument. */
@injectable()
export class PinCommands implements CommandContribution {

    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand({ id: PIN }, { execute: (pin: Pin) => this.setPinned(pin, true) });
        commands.registerCommand({ id: UNPIN }, { execute: (pin: Pin) => this.setPinned(pin, false) });
    }

    protected async setPinned(pin: Pin, pinned: boolean): Promise<void> {
        try {
            this.model.accept(await this.server.setPinned(pin, pinned));
        } catch (error) {
            void this.messages.error(failureText(AwsFailure.of(error)).message);
        }
    }
}
