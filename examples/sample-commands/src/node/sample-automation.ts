import { CommandService } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Invocation, SampleAutomation } from '../common/sample-protocol';

/** A command that the backend runs goes through the guard of its window, like every other. */
@injectable()
export class SampleAutomationImpl implements SampleAutomation {

    /** Theia serves the commands of a window to the backend objects of the same connection. */
    @inject(CommandService) protected readonly commands: CommandService;

    async invokeLambda(invocation: Invocation): Promise<unknown> {
        return this.commands.executeCommand('aws.sample.invokeLambda', invocation);
    }
}
