import { ConnectionAnswer, ConnectionQuestion } from './connection-question';
import type { ButtonAction } from './dialog-buttons';
import { ProductionCaution } from './dialog-production';
import type { DialogState } from './dialog-state';
import { signInNeeded } from './sign-in-needed';

/** The answer of a person who presses a button; `undefined` when nothing is selected. */
export function answerTo(state: DialogState, action: ButtonAction, remember: boolean): ConnectionAnswer | undefined {
    const { selected, snapshot, whenSwitching } = state;
    if (selected === undefined) {
        return undefined;
    }
    const question = ConnectionQuestion.forChoice(state.question, snapshot, selected);
    const tokenServices = action === 'use' ? ConnectionQuestion.settledFate(question, snapshot, whenSwitching)
        : action === 'stay-connected' ? 'keep' : 'disconnect';
    const confirmedAccount = signInNeeded(state) ? undefined : ProductionCaution.ofSelected(state)?.account;
    return {
        connectionId: selected,
        tokenServices,
        remember: remember && action !== 'use',
        ...(confirmedAccount && { confirmedAccount })
    };
}
