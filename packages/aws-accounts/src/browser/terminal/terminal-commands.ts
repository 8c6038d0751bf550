import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { OS } from '@theia/core/lib/common/os';
import { inject, injectable } from '@theia/core/shared/inversify';
import { TerminalService } from '@theia/terminal/lib/browser/base/terminal-service';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { requireFound } from '../../common/state/connection-not-found';
import type { AwsToolsServer } from '../../common/protocol/aws-tools-protocol';
import type { AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { connectionName } from '../wording';
import { ConsoleOpener } from '../console/console-opener';
import { FailureMessages } from '../diagnosis/failure-messages';
import { AwsLoginLine } from './aws-login-line';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { TerminalStart } from './terminal-start';
import { LiteralQuickInput } from '../literal/literal-quick-input';
import { LiteralMessages } from '../literal/literal-messages';
import { OwnCommand } from '../commands/own-command';

/** Opens terminals and the console as a profile. */
@injectable()
export class TerminalCommands implements CommandContribution {

    @inject(TerminalService) protected readonly terminals: TerminalService;
    @inject(TerminalStart) protected readonly starts: TerminalStart;
    @inject(ConsoleOpener) protected readonly console: ConsoleOpener;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsToolsServerProxy) protected readonly server: AwsToolsServer;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(FailureMessages) protected readonly failures: FailureMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.OPEN_TERMINAL, {
            execute: (id: unknown) => this.as(id, profile => this.openTerminal(profile))
        });
        commands.registerCommand(AwsAccountsCommands.RUN_AWS_LOGIN, {
            execute: (id: unknown) => this.as(id, profile => this.runAwsLogin(profile))
        });
        commands.registerCommand(AwsAccountsCommands.OPEN_CONSOLE, {
            execute: (id: unknown) =>
                this.as(id ?? this.model.inUse('awsServices')?.connection.id, profile => this.console.open(profile.id))
        });
    }

    protected async openTerminal({ id }: IamProfileConnection): Promise<void> {
        const env = this.starts.pin(await this.server.variablesOf(id));
        const terminal = await this.terminals.newTerminal({ title: OwnCommand.category(), env });
        await terminal.start();
        await this.terminals.open(terminal);
    }

    /** In a terminal without the profile: the command reads and writes the files themselves. */
    protected async runAwsLogin({ name }: IamProfileConnection): Promise<void> {
        const line = AwsLoginLine.forProfile(name, OS.backend.type() === OS.Type.Windows);
        const env = this.starts.leaveAlone();
        const terminal = await this.terminals.newTerminal({
            title: nls.localize('theia/aws-accounts/terminal/loginTitle', 'aws login'),
            env
        });
        await terminal.start();
        await this.terminals.open(terminal, { mode: 'activate' });
        if (line === undefined) {
            const byHand = nls.localize(
                'theia/aws-accounts/terminal/loginByHand',
                'Run "aws login" for the profile {0}, quoted as your shell wants it.',
                JSON.stringify(name)
            );
            void this.messages.info(byHand);
        } else {
            terminal.sendText(`${line}\r`);
        }
    }

    protected async as(id: unknown, act: (profile: IamProfileConnection) => Promise<void>): Promise<void> {
        try {
            const profile = typeof id === 'string' ? this.find(id) : await this.pick();
            if (profile !== undefined) {
                await act(profile);
            }
        } catch (error) {
            this.failures.tell(AwsFailure.of(error), typeof id === 'string' ? this.model.find(id)?.connection : undefined);
        }
    }

    protected find(id: AwsConnectionId): IamProfileConnection {
        const connection = this.model.find(id)?.connection;
        return requireFound(connection?.kind === 'iamProfile' ? connection : undefined, id);
    }

    protected async pick(): Promise<IamProfileConnection | undefined> {
        const items = (this.model.snapshot?.connections ?? []).flatMap(({ connection, state }) =>
            connection.kind === 'iamProfile' && state.kind !== 'invalid'
                ? [{ label: connectionName(connection), description: connection.region.name, connection }]
                : []
        );
        const placeHolder = nls.localize('theia/aws-accounts/terminal/pick', 'Choose an IAM profile');
        return (await this.quickInput.pick(items, { placeHolder }))?.connection;
    }
}
