import { ILogger } from '@theia/core/lib/common/logger';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { TaskConfiguration, TaskInfo } from '@theia/task/lib/common/task-protocol';
import type { AwsToolsServer, StartUpFinding, ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { unknownKind } from '../../common/state/unknown-kind';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';
import { TerminalRecords } from '../terminal/terminal-records';
import { TaskOptions } from './task-options';

/** Says when the start-up files of a shell make somebody else of a task that was to run with the profile in use. */
@injectable()
export class TaskStartUp {

    @inject(AwsToolsServerProxy) protected readonly server: AwsToolsServer;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(TerminalRecords) protected readonly records: TerminalRecords;
    @inject(ILogger) @named('aws-accounts:Terminal') protected readonly logger: ILogger;

    /** Messages that were shown already: the same files cause the same one at the next task. */
    protected readonly told = new Set<string>();

    /**
     * @param task with the variables of the second parameter, unless it says itself as whom it acts
     * @param started the task that runs, whose terminal gets a mark where nothing can be found out
     */
    async check(task: TaskConfiguration, added: ToolVariables, started: Promise<Pick<TaskInfo, 'terminalId'>>): Promise<void> {
        const { env = {}, shell = {} } = TaskOptions.onBackend(task);
        const isOurs = Object.entries(added.variables).every(([name, value]) => env[name] === value);
        if ((task.executionType || task.type) !== 'shell' || !isOurs) {
            return;
        }
        try {
            const start = { shell: shell.executable, args: shell.args, interactive: false, variables: env };
            await this.show(await this.server.startUpChanges(start), added, started);
        } catch {
            void this.logger.error('AWS Accounts does not know what the shell of a task makes of its environment.');
        }
    }

    /** A message for what a person has to know now. Not knowing is no news: it is a mark, as at other terminals of such a shell. */
    protected async show(
        startUp: StartUpFinding, startedWith: ToolVariables, started: Promise<Pick<TaskInfo, 'terminalId'>>
    ): Promise<void> {
        switch (startUp.kind) {
            case 'checked':
                return startUp.changed.length === 0 ? undefined : this.tell(changedText(startUp.changed));
            case 'unchecked': {
                const { terminalId } = await started;
                return terminalId === undefined ? undefined : this.records.add({ terminalId, startedWith, pinned: false, startUp });
            }
            default:
                return unknownKind(startUp, 'finding');
        }
    }

    protected tell(text: string): void {
        if (!this.told.has(text)) {
            this.told.add(text);
            void this.messages.warn(text);
        }
    }
}

function changedText(changed: readonly string[]): string {
    return nls.localize(
        'theia/aws-accounts/task/changed',
        'Start-up files of the shell changed {0}: tasks act as somebody else than the profile in use.',
        changed.join(', ')
    );
}
