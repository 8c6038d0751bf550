import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/aws-accounts-snapshot';
import type { AwsConnectionId, TokenConnection } from '../../../common/aws-connection';
import { AwsRequirement } from '../../../common/aws-requirement';
import { AwsScopes } from '../../../common/aws-scopes';
import { ConnectionState } from '../../../common/connection-state';
import type { ConnectionQuestion } from './connection-question';

interface Selection {
    readonly question: ConnectionQuestion;
    readonly snapshot: AwsAccountsSnapshot;
    readonly selected: AwsConnectionId | undefined;
    readonly now: number;
}

/** The sign-in that has to come first if the selected connection is to be used; `undefined`: none, as far as is known. */
export function signInNeeded({ question, snapshot, selected, now }: Selection): TokenConnection | undefined {
    const entry = AwsAccountsSnapshot.find(snapshot, selected);
    if (entry === undefined) {
        return undefined;
    }
    if (entry.connection.kind !== 'iamProfile') {
        const requirement = AwsRequirement.forConnection(question.requirement, entry);
        const scopes = requirement?.kind === 'token' ? requirement.scopes : [];
        return isSignedIn(entry, scopes, now) ? undefined : entry.connection;
    }
    const behind = AwsAccountsSnapshot.signInBehind(snapshot, entry.connection);
    return behind === undefined || isSignedIn(behind, [], now) ? undefined : behind.connection as TokenConnection;
}

function isSignedIn(entry: ConnectionEntry, scopes: readonly string[], now: number): boolean {
    const state = ConnectionState.at(entry.state, now);
    return state.kind === 'signedIn' && AwsScopes.missing(scopes, state.scopes).length === 0;
}
