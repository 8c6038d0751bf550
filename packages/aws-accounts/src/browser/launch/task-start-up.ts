import { ILogger } from '@theia/core/lib/common/logger';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { TaskConfiguration } from '@theia/task/lib/common/task-protocol';
import type { AwsToolsServer, StartUpFinding, ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { AwsToolsServerProxy } from '../connection/backend-services';
import { LiteralMessages } from '../literal/literal-messages';
import { TaskOptions } from './task-options';

/** Says when the start-up files of a shell make somebody else of a task that was to run with the profile in use. */
@injectable()
export class TaskStartUp {

    @inject(AwsToolsServerProxy) protected readonly server: AwsToolsServer;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(ILogger) @named('aws-accounts:Terminal') protected readonly logger: ILogger;

    /** Messages that were shown already: the same files cause the same one at the next task. */
    protected readonly told = new Set<string>();

    /** @param task with the variables of the second parameter, unless it says itself as whom it acts */
    async check(task: TaskConfiguration, { variables }: ToolVariables): Promise<void> {
        const { env = {}, shell = {} } = TaskOptions.onBackend(task);
        const isOurs = Object.entries(variables).every(([name, value]) => env[name] === value);
        if ((task.executionType || task.type) !== 'shell' || !isOurs) {
            return;
        }
        try {
            const start = { shell: shell.executable, args: shell.args, interactive: false, variables: env };
            this.tell(await this.server.startUpChanges(start));
        } catch {
            void this.logger.error('AWS Accounts does not know what the shell of a task makes of its environment.');
        }
    }

    protected tell(finding: StartUpFinding): void {
        const text = textOf(finding);
        if (text !== undefined && !this.told.has(text)) {
            this.told.add(text);
            void this.messages.warn(text);
        }
    }
}

function textOf(finding: StartUpFinding): string | undefined {
    switch (finding.kind) {
        case 'checked':
            return finding.changed.length === 0 ? undefined : nls.localize(
                'theia/aws-accounts/task/changed',
                'Start-up files of the shell changed {0}: tasks act as somebody else than the profile in use.',
                finding.changed.join(', ')
            );
        case 'unchecked':
            return nls.localize(
                'theia/aws-accounts/task/unchecked',
                'It could not be checked whether start-up files of the shell {0} make somebody else of tasks than the profile in use.',
                finding.shell
            );
    }
}
