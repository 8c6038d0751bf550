import { Command } from '@theia/core/lib/common/command';

export namespace SampleCommands {
    const category = 'Sample';

    export const INVOKE_LAMBDA: Command = { id: 'aws.sample.invokeLambda', category, label: 'Invoke Lambda Function...' };
    export const SHOW_CALLER_IDENTITY: Command = { id: 'aws.sample.showCallerIdentity', category, label: 'Show Caller Identity' };
    export const SUGGEST_CODE: Command = { id: 'aws.sample.suggestCode', category, label: 'Suggest Code with CodeWhisperer' };
}
