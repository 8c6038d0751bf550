import { isCancelled } from '@theia/core/lib/common/cancellation';
import { CommandService } from '@theia/core/lib/common/command';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { RowAction } from '../rows/action/row-action';

/** Runs an action of a row. Commands tell the person about failures themselves. */
@injectable()
export class RowActionRunner {

    @inject(CommandService) protected readonly commands: CommandService;
    @inject(ILogger) @named('aws-accounts:View') protected readonly logger: ILogger;

    run(action: RowAction): void {
        this.commands.executeCommand(action.command, ...action.args).catch(error => this.report(action, error));
    }

    protected async report({ command }: RowAction, error: unknown): Promise<void> {
        if (!(error instanceof Error && isCancelled(error))) {
            await this.logger.error(`The command ${command} failed.`, error);
        }
    }
}
