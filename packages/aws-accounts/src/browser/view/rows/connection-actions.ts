import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/aws-accounts-snapshot';
import { AwsConnection, IamProfileConnection, TokenConnection } from '../../../common/aws-connection';
import { CallerIdentity, ConnectionState } from '../../../common/connection-state';
import { accountOf, failureText } from '../../wording';
import type { RowAction } from './accounts-row';
import { locationsOf } from '../../wording/connection-facts';
import { RowActions } from './row-actions';

/** What can be done with a connection in its state, the most likely first. */
export function connectionActions(entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, now: number): RowAction[] {
    return [...actionsIn(ConnectionState.at(entry.state, now), entry, snapshot), RowActions.copyDiagnosis(entry.connection.id)];
}

function actionsIn(state: ConnectionState, entry: ConnectionEntry, snapshot: AwsAccountsSnapshot): RowAction[] {
    const { connection } = entry;
    const open = locationsOf(connection).map(RowActions.openAt);
    const changes = connection.kind === 'iamProfile' ? changeActions(connection) : [];
    if (state.kind === 'invalid') {
        return [...open.map((action, index) => index === 0 ? RowActions.primary(action) : RowActions.menu(action)), ...changes];
    }
    const does = connection.kind === 'iamProfile'
        ? profileActions(connection, state, snapshot)
        : tokenActions(connection, state, snapshot.codeWhispererHost !== undefined || snapshot.uses.codeWhisperer === connection.id);
    const help = connection.kind === 'iamProfile' ? helpAgainst(state, connection) : undefined;
    const more = connection.kind === 'iamProfile' ? [...copyActions(entry), ...markActions(connection), ...changes] : copyActions(entry);
    const opensFile = help !== undefined && open.some(({ command }) => command === help.command);
    return [
        ...(help === undefined ? does : [RowActions.primary(help), ...does.map(RowActions.secondary)]),
        ...toolActions(connection, state),
        ...more,
        ...open.map((action, index) => (index === 0 && !opensFile ? action : RowActions.menu(action)))
    ];
}

/** The one action of the failure, unless it is to connect or to sign in, which the row offers anyway. */
function helpAgainst(state: ConnectionState, profile: IamProfileConnection): RowAction | undefined {
    const action = 'failure' in state && state.failure !== undefined ? failureText(state.failure, profile).action : undefined;
    const opensForm =
        action !== undefined &&
        ['aws.accounts.openConfigFile', 'aws.accounts.openCredentialsFile', 'aws.accounts.changeRegion'].includes(action.command);
    return action !== undefined && (opensForm || (action.command === 'aws.accounts.useProfile' && action.args.length === 0))
        ? RowActions.help(action)
        : undefined;
}

function tokenActions({ id, kind }: TokenConnection, state: ConnectionState, settled: boolean): RowAction[] {
    switch (state.kind) {
        case 'signedOut':
            return [RowActions.primary(RowActions.signIn(id))];
        case 'signedIn':
            return [
                ...(settled ? [] : [RowActions.primary(RowActions.useForCodeWhisperer(id))]),
                RowActions.signOut(id),
                ...(kind === 'identityCenter' ? [RowActions.listAgain({ connectionId: id })] : []),
                RowActions.signInFromScratch(id)
            ];
        case 'signingIn':
            return [];
        default:
            return [RowActions.primary(RowActions.signIn(id)), RowActions.signOut(id), RowActions.signInFromScratch(id)];
    }
}

function profileActions(profile: IamProfileConnection, state: ConnectionState, snapshot: AwsAccountsSnapshot): RowAction[] {
    const inUse = snapshot.uses.awsServices === profile.id;
    const signInTo =
        state.kind === 'expired' || state.kind === 'failed'
            ? AwsAccountsSnapshot.signInBehind(snapshot, profile)?.connection.id
            : undefined;
    const login = 'failure' in state && state.failure?.reason === 'awsLoginRequired' ? state.failure.subject : undefined;
    if (login !== undefined) {
        return [
            RowActions.primary(RowActions.runAwsLogin(AwsConnection.profileId(login))),
            inUse ? RowActions.stopUsing(profile.id) : RowActions.useProfile(profile.id)
        ];
    }
    const signIn = signInTo === undefined ? [] : [RowActions.signIn(signInTo)];
    if (!inUse) {
        return [...signIn, RowActions.primary(RowActions.useProfile(profile.id))];
    }
    const settled = state.kind === 'connected' || state.kind === 'connecting';
    return [...signIn, ...(settled ? [] : [RowActions.primary(RowActions.connect(profile.id))]), RowActions.stopUsing(profile.id)];
}

/** A profile whose name no tool reads has to be mended in the file. */
function changeActions({ id, locations, ours, problem }: IamProfileConnection): RowAction[] {
    if (locations.length === 0 || problem?.kind === 'unreadableName') {
        return [];
    }
    return [RowActions.editProfile(id), ours ? RowActions.removeProfile(id) : RowActions.deleteProfile(id)];
}

/** Every profile can have a terminal; the console takes those that are known to be a role. */
function toolActions({ kind, id }: AwsConnection, state: ConnectionState): RowAction[] {
    if (kind !== 'iamProfile') {
        return [];
    }
    const isRole = state.kind === 'connected' && CallerIdentity.isRole(state.identity);
    return [RowActions.openTerminal(id), ...(isRole ? [RowActions.openConsole(id)] : [])];
}

/** What can be said of a profile whatever its state. */
function markActions({ id, production = false }: IamProfileConnection): RowAction[] {
    const lost = production === 'presumed' ? [RowActions.forgetLostMarks(id)] : [];
    return [RowActions.changeRegion(id), RowActions.setProduction(id, !production), ...lost];
}

function copyActions(entry: ConnectionEntry): RowAction[] {
    const accountId = accountOf(entry);
    return [
        ...(accountId === undefined ? [] : [RowActions.copyAccountId(accountId)]),
        ...(entry.state.kind === 'connected' ? [RowActions.copyArn(entry.state.identity.arn)] : [])
    ];
}
