import { nls } from '@theia/core/lib/common/nls';
import type { AwsConnectionId } from '../../../../common/aws-connection';
import { AwsAccountsCommands } from '../../../commands/aws-accounts-commands';
import { RowAction } from './row-action';

/** Actions of a connection that has a token. */
export namespace SignInActions {

    export function signIn(id?: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/signIn', 'Sign In...');
        return button('signIn', label, 'sign-in', AwsAccountsCommands.SIGN_IN.id, id);
    }

    /** Ends the session and begins another one: as somebody else, or after an administrator changed permissions. */
    export function signInFromScratch(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/signInFromScratch', 'Sign In Again from Scratch...');
        return RowAction.inMenu(button('signInFromScratch', label, 'sign-in', AwsAccountsCommands.SIGN_IN_FROM_SCRATCH.id, id));
    }

    export function signOut(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/signOut', 'Sign Out');
        return button('signOut', label, 'sign-out', AwsAccountsCommands.SIGN_OUT.id, id);
    }

    export function useForCodeWhisperer(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/useForCodeWhisperer', 'Use for CodeWhisperer');
        return button('useForCodeWhisperer', label, 'plug', AwsAccountsCommands.USE_FOR_CODEWHISPERER.id, id);
    }

    export function chooseForCodeWhisperer(): RowAction {
        const label = nls.localize('theia/aws-accounts/action/chooseForCodeWhisperer', 'Choose CodeWhisperer Connection...');
        return button('choose', label, 'arrow-swap', AwsAccountsCommands.USE_FOR_CODEWHISPERER.id);
    }

    function button(id: string, label: string, icon: string, command: string, subject?: AwsConnectionId): RowAction {
        return RowAction.button('connect', id, label, icon, command, subject);
    }
}
