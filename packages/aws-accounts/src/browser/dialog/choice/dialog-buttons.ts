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
    const chosen = chosenOf(state);
    if (chosen === undefined) {
        return [];
    }
    const services = missedText(state.snapshot);
    return [
        { action: 'stay-connected', label: stayText(chosen, services) },
        { action: 'disconnect', label: disconnectText(chosen, services) }
    ];
}

/** The one button where token services stay as they are. */
export function useButton(state: DialogState): DialogButton[] {
    const chosen = chosenOf(state);
    if (chosen === undefined) {
        return [];
    }
    const signIn = signInNeeded(state);
    return [
        {
            action: 'use',
            label: signIn === undefined
                ? useText(chosen)
                : signInWithText(signIn.kind === 'console' ? consoleText() : connectionName(signIn.connection))
        }
    ];
}

/** The selection of a button: the command runs in production at once where the button names the account. */
interface Chosen {
    readonly name: string;
    readonly account: string | undefined;
}

function chosenOf(state: DialogState): Chosen | undefined {
    const name = selectedName(state);
    return name === undefined ? undefined : { name, account: ProductionCaution.ofSelected(state)?.account };
}

function useText({ name, account }: Chosen): string {
    return account === undefined
        ? nls.localize('theia/aws-accounts/dialog/use', 'Use {0}', name)
        : ProductionQuestion.confirmText(account, name);
}

function stayText({ name, account }: Chosen, services: string): string {
    return account === undefined
        ? nls.localize('theia/aws-accounts/dialog/useAndStay', 'Use {0}, stay connected to {1}', name, services)
        : nls.localize('theia/aws-accounts/dialog/runAndStay', 'Run in {0} with {1}, stay connected to {2}', account, name, services);
}

function disconnectText({ name, account }: Chosen, services: string): string {
    return account === undefined
        ? nls.localize('theia/aws-accounts/dialog/useAndDisconnect', 'Use {0}, disconnect {1}', name, services)
        : nls.localize('theia/aws-accounts/dialog/runAndDisconnect', 'Run in {0} with {1}, disconnect {2}', account, name, services);
}

/** The name of what can be chosen now; `undefined`: nothing is selected, or nothing that will do. */
function selectedName(state: DialogState): string | undefined {
    const entry = AwsAccountsSnapshot.find(state.snapshot, state.selected);
    return entry && misfitTrouble(state) === undefined ? connectionInText(entry.connection) : undefined;
}
