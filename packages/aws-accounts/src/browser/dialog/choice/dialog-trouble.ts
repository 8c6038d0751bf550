import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../../common/requirement/aws-verdict';
import { connectionAtStart, failureText, SuggestedAction } from '../../wording';
import { tokenServicesText } from './token-wording';
import type { DialogState } from './dialog-state';
import { mismatchesText } from './restriction-wording';
import { signInNeeded } from './sign-in-needed';

/** Problem with the latest attempt, with the selection, or the reason why the command was stopped. */
export function troubleText(state: DialogState): string | undefined {
    const { failure, question, snapshot } = state;
    if (failure) {
        return failureText(failure, AwsAccountsSnapshot.find(snapshot, state.selected)?.connection).message;
    }
    const chosen = misfitTrouble(state);
    if (chosen) {
        return chosen;
    }
    const { verdict } = question;
    const before = verdict && 'entry' in verdict ? verdict.entry : undefined;
    if (verdict === undefined || before === undefined) {
        return undefined;
    }
    const entry = AwsAccountsSnapshot.find(snapshot, before.connection.id) ?? before;
    return verdictText(verdict, entry, tokenServicesText(question.requirement, snapshot.services));
}

/** Remedy for a selected profile whose console sign-in has ended, where no button of the dialog is that sign-in. */
export function loginRemedy(state: DialogState): SuggestedAction | undefined {
    const { failure, snapshot, selected } = state;
    if (signInNeeded(state)?.kind === 'console') {
        return undefined;
    }
    const entry = AwsAccountsSnapshot.find(snapshot, selected);
    const known = failure ?? (entry && 'failure' in entry.state ? entry.state.failure : undefined);
    return known?.reason === 'awsLoginRequired' ? failureText(known, entry?.connection).action : undefined;
}

/** Known mismatch of the selected connection. */
export function misfitTrouble({ question, snapshot, selected }: DialogState): string | undefined {
    const entry = AwsAccountsSnapshot.find(snapshot, selected);
    const mismatches = entry ? AwsRequirement.mismatches(question.requirement, entry) : [];
    return entry && mismatches.length > 0 ? mismatchesText(entry.connection, mismatches) : undefined;
}

/**
 * Reason why a requirement is not met, as a sentence about the connection; `undefined`: there is nothing to say about it.
 *
 * @param service name of the token service that is meant
 */
export function verdictText(verdict: AwsVerdict, { connection, state }: ConnectionEntry, service: string): string | undefined {
    const name = connectionAtStart(connection);
    switch (verdict.kind) {
        case 'satisfied':
        case 'notConnected':
            return undefined;
        case 'expired':
            return 'failure' in state && state.failure?.reason === 'awsLoginRequired'
                ? stateTrouble({ connection, state })
                : nls.localize('theia/aws-accounts/dialog/expired', '{0} has expired.', name);
        case 'missingScopes':
            return nls.localize(
                'theia/aws-accounts/dialog/missingScopes',
                '{0} was signed in without {1}. Signing in again adds it; nothing else changes.',
                name,
                service
            );
        case 'incompatible':
            return verdict.mismatches.length > 0 ? mismatchesText(connection, verdict.mismatches) : stateTrouble({ connection, state });
        case 'pending':
            return stateTrouble({ connection, state });
    }
}

function stateTrouble({ connection, state }: ConnectionEntry): string {
    return 'failure' in state && state.failure
        ? failureText(state.failure, connection).message
        : nls.localize('theia/aws-accounts/dialog/notUsable', '{0} cannot be used.', connectionAtStart(connection));
}
