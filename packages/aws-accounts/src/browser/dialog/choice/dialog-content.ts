import { nls } from '@theia/core/lib/common/nls';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { unknownKind } from '../../../common/state/unknown-kind';
import { ConnectionQuestion } from './connection-question';
import type { SuggestedAction } from '../../wording';
import { ChoiceRow, choiceRows } from './choice-rows';
import { ProductionCaution } from './dialog-production';
import { DialogButton, switchButtons, useButton } from './dialog-buttons';
import { dialogTitle } from './dialog-title';
import { loginRemedy, troubleText } from './dialog-trouble';
import { answersLabel, requirementExplanation } from './requirement-explanation';
import { restrictionText } from './restriction-wording';
import { missedText, tokenNote } from './token-wording';
import { DialogState } from './dialog-state';

/** Texts of the dialog, in the order in which a person asks. */
export interface DialogContent {
    readonly title: string;
    /** The need of the command, and how it goes together with token services. */
    readonly explanation: string;
    /** Problem with the present choice. */
    readonly trouble?: string;
    /** Remedy outside of the dialog. */
    readonly remedy?: SuggestedAction;
    readonly listLabel: string;
    readonly rows: readonly ChoiceRow[];
    /** Said instead of an empty list. */
    readonly empty?: string;
    /** Fate of token services, where the buttons do not say it. */
    readonly note?: string;
    /** Said before the buttons when pressing one lets the command change something in production. */
    readonly caution?: ProductionCaution;
    /** The first one is the one that Enter presses. */
    readonly buttons: readonly DialogButton[];
    /** Offers not to be asked again; absent: nothing was asked. */
    readonly remember?: string;
}

/** Words the dialog. Pure. */
export function dialogContent(state: DialogState): DialogContent {
    const { requirement } = state.question;
    switch (requirement.kind) {
        case 'token':
            return signInContent(state);
        case 'iam':
        case 'either':
            return profileContent(state);
        default:
            return unknownKind(requirement, 'requirement');
    }
}

type CommonContent = Pick<DialogContent, 'title' | 'trouble' | 'remedy' | 'rows' | 'listLabel'>;

function commonContent(state: DialogState): CommonContent {
    return {
        title: dialogTitle(state.question, state.snapshot.services),
        trouble: troubleText(state),
        remedy: loginRemedy(state),
        rows: choiceRows(state),
        listLabel: answersLabel(state.question.requirement)
    };
}

function signInContent(state: DialogState): DialogContent {
    const { snapshot, question: { requirement } } = state;
    return { ...commonContent(state), explanation: requirementExplanation(requirement, snapshot), buttons: useButton(state) };
}

function profileContent(state: DialogState): DialogContent {
    const { snapshot, question: { requirement } } = state;
    const common = commonContent(state);
    const question = ConnectionQuestion.forChoice(state.question, snapshot, state.selected);
    const asks = ConnectionQuestion.asksAboutTokens(question, snapshot, state.whenSwitching);
    return {
        ...common,
        explanation: [requirementExplanation(requirement, snapshot), restrictionText(requirement)].filter(text => text !== undefined).join(
            ' '
        ),
        empty: common.rows.length > 0 ? undefined : emptyText(state),
        note: asks ? undefined : noteText(state, question),
        caution: ProductionCaution.ofSelected(state),
        buttons: asks ? switchButtons(state) : useButton(state),
        ...asks && { remember: rememberText(snapshot) }
    };
}

/** Nothing where a sign-in is chosen: the choice says already what becomes of its token service. */
function noteText(state: DialogState, question: ConnectionQuestion): string | undefined {
    switch (question.requirement.kind) {
        case 'token':
            return undefined;
        case 'iam':
        case 'either':
            return tokenNote({ ...state, question });
        default:
            return unknownKind(question.requirement, 'requirement');
    }
}

function emptyText({ snapshot, filter }: DialogState): string {
    if (filter !== '') {
        return nls.localize('theia/aws-accounts/dialog/nothingFits', 'No profile fits "{0}".', filter);
    }
    const { config, credentials, host } = snapshot.files;
    return nls.localize(
        'theia/aws-accounts/dialog/noProfiles',
        'There are no profiles yet. Looked in {0} and {1} on {2}.',
        config.path,
        credentials.path,
        host
    );
}

function rememberText(snapshot: AwsAccountsSnapshot): string {
    return nls.localize('theia/aws-accounts/dialog/remember', 'Remember my choice about {0}', missedText(snapshot));
}
