import { nls } from '@theia/core/lib/common/nls';
import type { AwsConnectionId } from '../../../../common/connection/aws-connection';
import { TokenService } from '../../../../common/token-service/token-service';
import { TokenServices } from '../../../../common/token-service/token-services';
import { AwsAccountsCommands } from '../../../commands/aws-accounts-commands';
import { useForCommand } from '../../../commands/token-service-commands';
import { consoleText } from '../../../wording';
import { Labels } from '../../../wording/text/labels';
import { signInWithText } from '../../../wording/text/progress-wording';
import { RowAction } from './row-action';

/** Actions of a connection that has a token. */
export namespace SignInActions {

    export function signIn(id?: AwsConnectionId): RowAction {
        const label = AwsAccountsCommands.SIGN_IN.label;
        return button('signIn', label, 'sign-in', AwsAccountsCommands.SIGN_IN.id, id);
    }

    /** @param id the profile that names the session */
    export function signInToConsole(id: AwsConnectionId): RowAction {
        return button('signIn', signInWithText(consoleText()), 'sign-in', AwsAccountsCommands.SIGN_IN.id, id);
    }

    /** Ends the session and begins another one: as somebody else, or after an administrator changed permissions. */
    export function signInFromScratch(id: AwsConnectionId): RowAction {
        const label = AwsAccountsCommands.SIGN_IN_FROM_SCRATCH.label;
        return RowAction.inMenu(button('signInFromScratch', label, 'sign-in', AwsAccountsCommands.SIGN_IN_FROM_SCRATCH.id, id));
    }

    export function signOut(id: AwsConnectionId): RowAction {
        const label = Labels.signOut();
        return button('signOut', label, 'sign-out', AwsAccountsCommands.SIGN_OUT.id, id);
    }

    export function useForService(service: TokenService, id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/useForService', 'Use for {0}', service.label);
        return button(`useFor${TokenServices.inName(service.id)}`, label, 'plug', useForCommand(service).id, id);
    }

    /** Lists the developer profiles of the sign-in, for one of them to be chosen. */
    export function chooseDeveloperProfile(service: TokenService): RowAction {
        const { id, label = id } = AwsAccountsCommands.CHOOSE_DEVELOPER_PROFILE;
        return RowAction.inMenu(button('developerProfile', label, 'organization', id, service.id));
    }

    export function chooseForService(service: TokenService): RowAction {
        const { id, label = id } = useForCommand(service);
        return button('choose', label, 'arrow-swap', id);
    }

    function button(id: string, label: string, icon: string, command: string, subject?: AwsConnectionId): RowAction {
        return RowAction.button('connect', id, label, icon, command, subject);
    }
}
