import { CommonCommands } from '@theia/core/lib/browser/common-commands';
import { OwnCommand } from '../../commands/own-command';

/**
 * Commands that run whatever is declared on them. Those of this extension need no credentials, since they are how a person gets them; the
 * settings are where a broken declaration is repaired.
 */
export namespace WayOut {

    export function contains(commandId: string): boolean {
        return OwnCommand.is(commandId) || commandId === CommonCommands.OPEN_PREFERENCES.id;
    }
}
