import { nls } from '@theia/core/lib/common/nls';
import type { AwsConnectionId } from '../../../../common/connection/aws-connection';
import { AwsAccountsCommands } from '../../../commands/aws-accounts-commands';
import type { SuggestedAction } from '../../../wording';
import { RowAction } from './row-action';
import { Labels } from '../../../wording/text/labels';

/** Actions that decide which profile AWS services use. */
export namespace UseActions {

    export function use(id: AwsConnectionId): RowAction {
        const label = Labels.useForAwsServices();
        return button('use', label, 'plug', AwsAccountsCommands.USE_PROFILE.id, id);
    }

    /** Asks AWS once more who the profile in use is. */
    export function connect(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/connect', 'Connect Now');
        return button('connect', label, 'debug-restart', AwsAccountsCommands.USE_PROFILE.id, id);
    }

    export function stopUsing(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/stopUsing', 'Stop Using');
        return button('stopUsing', label, 'debug-disconnect', AwsAccountsCommands.STOP_USING_PROFILE.id, id);
    }

    export function choose(label = AwsAccountsCommands.USE_PROFILE.label): RowAction {
        return button('choose', label, 'arrow-swap', AwsAccountsCommands.USE_PROFILE.id);
    }

    /** Makes an action of what a failure message suggests. */
    export function help({ label, command, args }: SuggestedAction): RowAction {
        const icon = command === AwsAccountsCommands.USE_PROFILE.id ? 'arrow-swap' : 'go-to-file';
        return { ...button('help', label, icon, command), args };
    }

    function button(id: string, label: string, icon: string, command: string, subject?: AwsConnectionId): RowAction {
        return RowAction.button('connect', id, label, icon, command, subject);
    }
}
