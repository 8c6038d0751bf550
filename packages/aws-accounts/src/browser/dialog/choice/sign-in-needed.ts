import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection, AwsConnectionId, TokenConnection } from '../../../common/connection/aws-connection';
import { ProfileRegion } from '../../../common/connection/profile-region';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import { SimpleRequirement } from '../../../common/requirement/simple-requirement';
import { AwsScopes } from '../../../common/token-service/aws-scopes';
import { ConnectionState } from '../../../common/state/connection-state';
import type { SignInTarget } from '../../../common/sign-in/sign-in';
import type { ConnectionQuestion } from './connection-question';

/** A sign-in that has to come first. */
type NeededSignIn =
    | { readonly kind: 'token'; readonly connection: TokenConnection }
    | Extract<SignInTarget, { readonly kind: 'console' }>;

interface Selection {
    readonly question: ConnectionQuestion;
    readonly snapshot: AwsAccountsSnapshot;
    readonly selected: AwsConnectionId | undefined;
    readonly now: number;
}

/** The sign-in that has to come first if the selected connection is to be used; `undefined`: none, as far as is known. */
export function signInNeeded({ question, snapshot, selected, now }: Selection): NeededSignIn | undefined {
    const entry = AwsAccountsSnapshot.find(snapshot, selected);
    if (entry === undefined) {
        return undefined;
    }
    if (entry.connection.kind !== 'iamProfile') {
        const requirement = AwsRequirement.forConnection(question.requirement, entry);
        const scopes = requirement && SimpleRequirement.asToken(requirement)?.scopes;
        return isSignedIn(entry, scopes ?? [], now) ? undefined : { kind: 'token', connection: entry.connection };
    }
    const behind = AwsAccountsSnapshot.signInBehind(snapshot, entry.connection);
    if (behind === undefined) {
        return consoleSignIn(entry, snapshot);
    }
    return isSignedIn(behind, [], now) ? undefined : { kind: 'token', connection: behind.connection as TokenConnection };
}

/** The session that a profile lives on has ended, its own or that of the source of its role. */
function consoleSignIn({ state }: ConnectionEntry, snapshot: AwsAccountsSnapshot): NeededSignIn | undefined {
    const { reason, subject: profile } = ('failure' in state ? state.failure : undefined) ?? {};
    if (reason !== 'awsLoginRequired' || profile === undefined) {
        return undefined;
    }
    const session = AwsAccountsSnapshot.find(snapshot, AwsConnection.profileId(profile))?.connection;
    const region = session?.kind === 'iamProfile' && session.source === 'loginSession' ? ProfileRegion.named(session.region) : undefined;
    return region === undefined ? undefined : { kind: 'console', profile, region };
}

function isSignedIn(entry: ConnectionEntry, scopes: readonly string[], now: number): boolean {
    const state = ConnectionState.at(entry.state, now);
    return state.kind === 'signedIn' && AwsScopes.missing(scopes, state.scopes).length === 0;
}
