import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { MAIN_MENU_BAR, MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsFrontend, AwsRequirementContribution, AwsRequirementRegistry, LiteralQuickInput } from 'theia-aws-accounts/lib/browser';
import { Invocation, SampleAutomation, SampleServer } from '../common/sample-protocol';
import { SampleCommands } from './sample-commands';
import { SampleOutput } from './sample-output';
import { OPEN_WELCOME } from './welcome/welcome-contribution';

const MENU = [...MAIN_MENU_BAR, '8_aws_sample'];
const CODE = 'export function titlesOfDone(items: Item[]): string[] {\n    ';

/** A few commands, and the two ways to say what a command needs: by declaration, and by wrapping its handler. */
@injectable()
export class SampleContribution implements CommandContribution, MenuContribution, AwsRequirementContribution {

    @inject(AwsAccountsFrontend) protected readonly aws: AwsAccountsFrontend;
    @inject(SampleServer) protected readonly server: SampleServer;
    @inject(SampleAutomation) protected readonly automation: SampleAutomation;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(SampleOutput) protected readonly output: SampleOutput;

    /**
     * By declaration: the handler below is not even called before an IAM profile is active. A function may change
     * anything, so a person is asked first when they marked that profile as production.
     */
    registerRequirements(requirements: AwsRequirementRegistry): void {
        requirements.register(SampleCommands.INVOKE_LAMBDA.id, { kind: 'iam' }, { effect: 'change' });
    }

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(SampleCommands.INVOKE_LAMBDA, { execute: (invocation?: Invocation) => this.invokeLambda(invocation) });

        // Declares nothing: what the backend runs is guarded when it comes back to this window.
        commands.registerCommand(SampleCommands.INVOKE_FROM_BACKEND, {
            execute: (invocation: Invocation = { functionName: 'hello-world' }) => this.automation.invokeLambda(invocation)
        });

        // By wrapping: the handler gets the connection that it is to work with, and keeps it to the end.
        commands.registerCommand(SampleCommands.SHOW_CALLER_IDENTITY, this.aws.withConnection(
            { kind: 'iam' }, 'Show Caller Identity',
            ({ id }) => this.output.report('Caller identity', () => this.server.callerIdentity(id))
        ));
        // The connection is an IAM profile on a host where CodeWhisperer takes IAM credentials, so its kind goes along.
        commands.registerCommand(SampleCommands.SUGGEST_CODE, this.aws.withConnection(
            { kind: 'token', scopes: ['codewhisperer:completions'] }, 'Suggest Code with CodeWhisperer',
            ({ id, kind }) => this.output.report('CodeWhisperer suggests', () => this.server.suggest({ id, kind }, CODE))
        ));
    }

    registerMenus(menus: MenuModelRegistry): void {
        menus.registerSubmenu(MENU, 'AWS Sample');
        const { INVOKE_LAMBDA, SHOW_CALLER_IDENTITY, SUGGEST_CODE } = SampleCommands;
        for (const { id, label } of [OPEN_WELCOME, INVOKE_LAMBDA, SHOW_CALLER_IDENTITY, SUGGEST_CODE]) {
            menus.registerMenuAction(MENU, { commandId: id, label });
        }
    }

    /** The guard saw to it that there is a profile, so this asks for it without a question. */
    protected async invokeLambda(invocation?: Invocation): Promise<unknown> {
        const { id } = await this.aws.useFor({ kind: 'iam' });
        const chosen = invocation?.functionName ? invocation : await this.chooseFunction(id);
        return chosen && this.output.report(`Lambda function ${chosen.functionName} answered`, () => this.server.invoke(id, chosen));
    }

    protected async chooseFunction(connectionId: string): Promise<Invocation | undefined> {
        const names = await this.output.attempt('List Lambda functions', () => this.server.listFunctions(connectionId));
        const picked = names && await this.quickInput.pick(names.map(label => ({ label })), { placeHolder: 'Which function?' });
        return picked && { functionName: picked.label };
    }
}
