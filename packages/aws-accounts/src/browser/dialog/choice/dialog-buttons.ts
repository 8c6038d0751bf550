import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { ProductionQuestion } from '../../production/production-question';
import { connectionInText, connectionName, consoleText } from '../../wording';
import { signInWithText } from '../../wording/text/progress-wording';
import { ProductionCaution } from './dialog-production';
import type { DialogState } from './dialog-state';
import { misfitTrouble } from './dialog-trouble';
import { signInNeeded } from './sign-in-needed';
import { missedText } from './token-wording';

export type ButtonAction = 'use' | 'stay-connected' | 'disconnect';

export interface DialogButton {
    readonly action: ButtonAction;
    readonly label: string;
}

/** The buttons that say what becomes of token services. */
export function switchButtons(state: DialogState): DialogButton[] {
    const use = useText(state);
    if (use === undefined) {
        return [];
    }
    const services = missedText(state.snapshot);
    return [
        { action: 'stay-connected', label: nls.localize('theia/aws-accounts/dialog/stay', '{0}, stay connected to {1}', use, services) },
        { action: 'disconnect', label: nls.localize('theia/aws-accounts/dialog/disconnect', '{0}, disconnect {1}', use, services) }
    ];
}

/** The one button where nothing becomes of them. */
export function useButton(state: DialogState): DialogButton[] {
    const use = useText(state);
    if (use === undefined) {
        return [];
    }
    const signIn = signInNeeded(state);
    return [
        {
            action: 'use',
            label: signIn === undefined
                ? use
                : signInWithText(signIn.kind === 'console' ? consoleText() : connectionName(signIn.connection))
        }
    ];
}

/** Effect of a button on the selection: the command runs in production at once where the button names the account. */
function useText(state: DialogState): string | undefined {
    const name = selectedName(state);
    const account = ProductionCaution.ofSelected(state)?.account;
    if (name === undefined || account === undefined) {
        return name === undefined ? undefined : nls.localize('theia/aws-accounts/dialog/use', 'Use {0}', name);
    }
    return ProductionQuestion.confirmText(account, name);
}

/** The name of what can be chosen now; `undefined`: nothing is selected, or nothing that will do. */
function selectedName(state: DialogState): string | undefined {
    const entry = AwsAccountsSnapshot.find(state.snapshot, state.selected);
    return entry && misfitTrouble(state) === undefined ? connectionInText(entry.connection) : undefined;
}
