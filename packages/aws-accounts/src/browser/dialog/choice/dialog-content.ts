import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../../common/aws-accounts-snapshot';
import { AwsConnection } from '../../../common/aws-connection';
import { ProductionQuestion } from '../../production/production-question';
import { ConnectionQuestion } from './connection-question';
import { codeWhispererHostText, connectionInText, connectionName, SuggestedAction } from '../../wording';
import { ChoiceRow, choiceRows } from './choice-rows';
import { ProductionCaution } from './dialog-production';
import { loginRemedy, misfitTrouble, troubleText } from './dialog-trouble';
import { restrictionText } from './restriction-wording';
import { signInNeeded } from './sign-in-needed';
import { DialogState } from './dialog-state';

export type ButtonAction = 'use' | 'stay-connected' | 'disconnect';

export interface DialogButton {
    readonly action: ButtonAction;
    readonly label: string;
}

/** What the dialog says. The order is that in which a person asks. */
export interface DialogContent {
    readonly title: string;
    /** What the command needs, and how that goes together with CodeWhisperer. */
    readonly explanation: string;
    /** What is wrong with what there is. */
    readonly trouble?: string;
    /** What helps against it, outside of the dialog. */
    readonly remedy?: SuggestedAction;
    readonly listLabel: string;
    readonly rows: readonly ChoiceRow[];
    /** Said instead of an empty list. */
    readonly empty?: string;
    /** What happens to CodeWhisperer, where that is not for the buttons to say. */
    readonly note?: string;
    /** Said before the buttons when pressing one lets the command change something in production. */
    readonly caution?: ProductionCaution;
    /** The first one is the one that Enter presses. */
    readonly buttons: readonly DialogButton[];
    readonly offersToRemember: boolean;
}

/** Words the dialog. Pure. */
export function dialogContent(state: DialogState): DialogContent {
    const { snapshot } = state;
    const { requirement } = state.question;
    const rows = choiceRows(state);
    const common = { title: titleOf(state.question), trouble: troubleText(state), remedy: loginRemedy(state), rows };
    if (requirement.kind === 'token') {
        return {
            ...common,
            explanation: tokenExplanation(snapshot),
            listLabel: nls.localize('theia/aws-accounts/dialog/signIns', 'Sign in with'),
            buttons: useButton(state), offersToRemember: false
        };
    }
    const question = ConnectionQuestion.forChoice(state.question, snapshot, state.selected);
    const asks = ConnectionQuestion.asksAboutCodeWhisperer(question, snapshot, state.whenSwitching);
    return {
        ...common,
        explanation: [requirement.kind === 'iam' ? iamExplanation(snapshot) : eitherExplanation(), restrictionText(requirement)]
            .filter(text => text !== undefined)
            .join(' '),
        listLabel:
            requirement.kind === 'iam'
                ? nls.localize('theia/aws-accounts/dialog/profiles', 'IAM profile')
                : nls.localize('theia/aws-accounts/dialog/profilesAndSignIns', 'IAM profile or sign-in'),
        empty: rows.length > 0 ? undefined : emptyText(state),
        note: asks || question.requirement.kind === 'token' ? undefined : noteOf({ ...state, question }),
        caution: ProductionCaution.ofSelected(state),
        buttons: asks ? switchButtons(state) : useButton(state),
        offersToRemember: asks
    };
}

function titleOf({ requirement, command }: ConnectionQuestion): string {
    if (requirement.kind === 'either') {
        return command === undefined
            ? nls.localize('theia/aws-accounts/dialog/titleEither', 'Choose an IAM profile or a sign-in')
            : nls.localize('theia/aws-accounts/dialog/titleEitherCommand', '{0} needs IAM credentials or a CodeWhisperer sign-in', command);
    }
    if (requirement.kind === 'iam') {
        return command === undefined
            ? nls.localize('theia/aws-accounts/dialog/titleIam', 'Use an IAM profile for AWS services')
            : nls.localize('theia/aws-accounts/dialog/titleIamCommand', '{0} needs IAM credentials', command);
    }
    return command === undefined
        ? nls.localize('theia/aws-accounts/dialog/titleToken', 'Choose the sign-in for CodeWhisperer')
        : nls.localize('theia/aws-accounts/dialog/titleTokenCommand', '{0} needs a CodeWhisperer sign-in', command);
}

function iamExplanation(snapshot: AwsAccountsSnapshot): string {
    const iam = nls.localize(
        'theia/aws-accounts/dialog/explainIam',
        'AWS services such as Lambda work with IAM credentials, which come from an IAM profile.'
    );
    if (snapshot.codeWhispererHost) {
        return `${iam} ${codeWhispererHostText(snapshot.codeWhispererHost)}`;
    }
    const codeWhisperer = ConnectionQuestion.codeWhisperer(snapshot);
    return codeWhisperer === undefined
        ? iam
        : nls.localize(
              'theia/aws-accounts/dialog/explainSwitch',
              'AWS services such as Lambda work with IAM credentials. CodeWhisperer works with {0}. They are separate, and you can use both at the same time.',
              connectionName(codeWhisperer.connection)
          );
}

function eitherExplanation(): string {
    return nls.localize(
        'theia/aws-accounts/dialog/explainEither',
        'Either will do: IAM credentials, which come from an IAM profile, or a sign-in for CodeWhisperer with AWS Builder ID or IAM Identity Center.'
    );
}

function tokenExplanation(snapshot: AwsAccountsSnapshot): string {
    const profile = AwsAccountsSnapshot.inUse(snapshot, 'awsServices');
    return profile === undefined
        ? nls.localize('theia/aws-accounts/dialog/explainToken', 'CodeWhisperer works with AWS Builder ID or IAM Identity Center.')
        : nls.localize(
            'theia/aws-accounts/dialog/explainTokenWithIam',
            'CodeWhisperer works with AWS Builder ID or IAM Identity Center, not with IAM credentials. AWS services stay with {0}.',
            profileInText(profile.connection)
        );
}

function profileInText(connection: AwsConnection): string {
    return AwsConnection.isEnvironment(connection)
        ? connectionInText(connection)
        : nls.localize('theia/aws-accounts/dialog/theProfile', 'profile {0}', connectionName(connection));
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

function noteOf({ question, snapshot, whenSwitching }: DialogState): string | undefined {
    const entry = ConnectionQuestion.codeWhisperer(snapshot);
    if (entry === undefined) {
        return undefined;
    }
    return ConnectionQuestion.settledFate(question, snapshot, whenSwitching) === 'keep'
        ? nls.localize('theia/aws-accounts/dialog/noteKeep', 'CodeWhisperer stays connected with {0}.', connectionName(entry.connection))
        : nls.localize(
              'theia/aws-accounts/dialog/noteDisconnect',
              'CodeWhisperer will be disconnected, as you chose earlier. You can change that in Settings.'
          );
}

function switchButtons(state: DialogState): DialogButton[] {
    const use = useText(state);
    if (use === undefined) {
        return [];
    }
    return [
        { action: 'stay-connected', label: nls.localize('theia/aws-accounts/dialog/stay', '{0}, stay connected to CodeWhisperer', use) },
        { action: 'disconnect', label: nls.localize('theia/aws-accounts/dialog/disconnect', '{0}, disconnect CodeWhisperer', use) }
    ];
}

function useButton(state: DialogState): DialogButton[] {
    const use = useText(state);
    if (use === undefined) {
        return [];
    }
    const signIn = signInNeeded(state);
    return [
        {
            action: 'use',
            label: signIn === undefined ? use : nls.localize('theia/aws-accounts/dialog/signIn', 'Sign in with {0}', connectionName(signIn))
        }
    ];
}

/** What a button does with what is selected: the command runs in production at once where it says in which account. */
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
