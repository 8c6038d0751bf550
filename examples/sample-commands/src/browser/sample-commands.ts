import { Command } from '@theia/core/lib/common/command';

export namespace SampleCommands {
    const category = 'Sample';

    export const INVOKE_LAMBDA: Command = { id: 'aws.sample.invokeLambda', category, label: 'Invoke Lambda Function...' };
    export const INVOKE_FROM_BACKEND: Command = {
        id: 'aws.sample.invokeFromBackend', category, label: 'Invoke Lambda Function from the Backend'
    };
    export const SHOW_CALLER_IDENTITY: Command = { id: 'aws.sample.showCallerIdentity', category, label: 'Show Caller Identity' };
    export const SUGGEST_CODE: Command = { id: 'aws.sample.suggestCode', category, label: 'Suggest Code with CodeWhisperer' };
}
