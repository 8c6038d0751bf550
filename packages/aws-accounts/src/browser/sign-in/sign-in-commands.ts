import { CommandContribution, CommandRegistry, CommandService } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsConnection, AwsConnectionId } from '../../common/connection/aws-connection';
import type { SignInTarget } from '../../common/sign-in/sign-in';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { ConnectionDialogFactory } from '../dialog/connection-dialog-factory';
import { ConsoleTargets } from './console-target';
import { SignInPicker } from './sign-in-picker';
import { SignOut } from './sign-out';

/** Runs "Sign In..." and "Sign Out...". */
@injectable()
export class SignInCommands implements CommandContribution {

    @inject(SignInPicker) protected readonly picker: SignInPicker;
    @inject(SignOut) protected readonly out: SignOut;
    @inject(ConsoleTargets) protected readonly consoles: ConsoleTargets;
    @inject(ConnectionDialogFactory) protected readonly createDialog: ConnectionDialogFactory;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(CommandService) protected readonly commands: CommandService;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.SIGN_IN, {
            execute: (id: unknown) => this.signIn(typeof id === 'string' ? id : undefined)
        });
        commands.registerCommand(AwsAccountsCommands.SIGN_IN_FROM_SCRATCH, {
            execute: (id: unknown) => this.signIn(typeof id === 'string' ? id : undefined, true)
        });
        commands.registerCommand(AwsAccountsCommands.SIGN_OUT, {
            execute: (id: unknown) => this.out.run(typeof id === 'string' ? id : undefined)
        });
    }

    protected async signIn(id: AwsConnectionId | undefined, fromScratch = false): Promise<void> {
        const picked = await this.targetOf(id) ?? await this.picker.pick();
        const target = picked === 'console' ? await this.consoles.ask() : picked;
        if (target !== undefined) {
            const answer = await this.createDialog({ signIn: target, fromScratch, whenSwitching: 'ask', recents: [] }).open();
            await this.showNext(answer?.connectionId);
        }
    }

    protected async targetOf(id: AwsConnectionId | undefined): Promise<SignInTarget | undefined> {
        const entry = this.model.find(id);
        if (entry?.connection.kind === 'iamProfile' && entry.connection.source === 'loginSession') {
            return this.consoles.of(entry.connection.name);
        }
        if (entry === undefined || !AwsConnection.isToken(entry.connection)) {
            return undefined;
        }
        return { kind: 'connection', connectionId: entry.connection.id };
    }

    /** After a sign-in to an organization a person needs the list of accounts and roles, and after that to the console its profile. */
    protected async showNext(id: AwsConnectionId | undefined): Promise<void> {
        const kind = this.model.find(id)?.connection.kind;
        if (kind === 'identityCenter') {
            await this.commands.executeCommand(AwsAccountsCommands.OPEN_VIEW.id);
        } else if (kind === 'iamProfile' && this.model.inUse('awsServices') === undefined) {
            await this.commands.executeCommand(AwsAccountsCommands.USE_PROFILE.id, id);
        }
    }
}
