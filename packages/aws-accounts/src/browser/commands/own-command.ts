import { nls } from '@theia/core/lib/common/nls';

/** All commands of this product, and nothing else, have ids that begin like this. */
const PREFIX = 'aws.accounts.';

export namespace OwnCommand {

    /** @param name the part of the id after the common prefix */
    export function id(name: string): string {
        return PREFIX + name;
    }

    /** The category of all commands. */
    export function category(): string {
        return nls.localize('theia/aws-accounts/command/category', 'AWS');
    }

    export function is(commandId: string): boolean {
        return commandId.startsWith(PREFIX);
    }
}
