import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection, IamProfileConnection, TokenConnection } from '../../../common/connection/aws-connection';
import { CallerIdentity, ConnectionState } from '../../../common/state/connection-state';
import { TokenService } from '../../../common/token-service/token-service';
import { TokenServices } from '../../../common/token-service/token-services';
import { accountOf, failureText } from '../../wording';
import { locationsOf } from '../../wording/connection-facts';
import { ProfileActions } from './action/profile-actions';
import { RoleActions } from './action/role-actions';
import { RowAction } from './action/row-action';
import { SignInActions } from './action/sign-in-actions';
import { ToolActions } from './action/tool-actions';
import { UseActions } from './action/use-actions';
import { AwsAccountsCommands } from '../../commands/aws-accounts-commands';

/** Lists the actions of a connection in its state, the most likely first. */
export function connectionActions(entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, now: number): RowAction[] {
    return [...actionsIn(ConnectionState.at(entry.state, now), entry, snapshot), ToolActions.copyDiagnosis(entry.connection.id)];
}

function actionsIn(state: ConnectionState, entry: ConnectionEntry, snapshot: AwsAccountsSnapshot): RowAction[] {
    const { connection } = entry;
    const open = locationsOf(connection).map(ToolActions.openAt);
    const changes = connection.kind === 'iamProfile' ? changeActions(connection) : [];
    if (state.kind === 'invalid') {
        return [...open.map((action, index) => index === 0 ? RowAction.primary(action) : RowAction.inMenu(action)), ...changes];
    }
    const does = connection.kind === 'iamProfile'
        ? profileActions(connection, state, snapshot)
        : tokenActions(connection, state, servicesFor(connection, snapshot));
    const help = connection.kind === 'iamProfile' ? helpAgainst(state, connection) : undefined;
    const more = connection.kind === 'iamProfile' ? [...copyActions(entry), ...markActions(connection), ...changes] : copyActions(entry);
    const opensFile = help !== undefined && open.some(({ command }) => command === help.command);
    return [
        ...(help === undefined ? does : [RowAction.primary(help), ...does.map(RowAction.secondary)]),
        ...toolActions(connection, state),
        ...more,
        ...open.map((action, index) => (index === 0 && !opensFile ? action : RowAction.inMenu(action)))
    ];
}

/** Takes the action that a failure suggests, unless it is to connect or to sign in, which the row offers anyway. */
function helpAgainst(state: ConnectionState, profile: IamProfileConnection): RowAction | undefined {
    const action = 'failure' in state && state.failure !== undefined ? failureText(state.failure, profile).action : undefined;
    const { OPEN_CONFIG_FILE, OPEN_CREDENTIALS_FILE, CHANGE_REGION } = AwsAccountsCommands;
    const opensForm = [OPEN_CONFIG_FILE, OPEN_CREDENTIALS_FILE, CHANGE_REGION].some(({ id }) => id === action?.command);
    return action !== undefined && (opensForm || (action.command === AwsAccountsCommands.USE_PROFILE.id && action.args.length === 0))
        ? UseActions.help(action)
        : undefined;
}

/** Lists the token services that take the connection and have another one, or none. */
function servicesFor({ id, kind }: TokenConnection, { services, uses }: AwsAccountsSnapshot): TokenService[] {
    return TokenServices.taking(services, kind).filter(service => service.host === undefined && uses[service.id] !== id);
}

function tokenActions({ id, kind }: TokenConnection, state: ConnectionState, services: readonly TokenService[]): RowAction[] {
    switch (state.kind) {
        case 'signedOut':
            return [RowAction.primary(SignInActions.signIn(id))];
        case 'signedIn':
            return [
                ...services.map(service => SignInActions.useForService(service, id))
                    .map((action, index) => index === 0 ? RowAction.primary(action) : action),
                SignInActions.signOut(id),
                ...(kind === 'identityCenter' ? [RoleActions.listAgain({ connectionId: id })] : []),
                SignInActions.signInFromScratch(id)
            ];
        case 'signingIn':
            return [];
        default:
            return [RowAction.primary(SignInActions.signIn(id)), SignInActions.signOut(id), SignInActions.signInFromScratch(id)];
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
            RowAction.primary(SignInActions.signInToConsole(AwsConnection.profileId(login))),
            inUse ? UseActions.stopUsing(profile.id) : UseActions.use(profile.id)
        ];
    }
    const signIn = signInTo === undefined ? [] : [SignInActions.signIn(signInTo)];
    const signOut = profile.source === 'loginSession' && state.kind === 'connected' ? [SignInActions.signOut(profile.id)] : [];
    if (!inUse) {
        return [...signIn, RowAction.primary(UseActions.use(profile.id)), ...signOut];
    }
    const settled = state.kind === 'connected' || state.kind === 'connecting';
    const connect = settled ? [] : [RowAction.primary(UseActions.connect(profile.id))];
    return [...signIn, ...connect, UseActions.stopUsing(profile.id), ...signOut];
}

/** Offers no form for a profile whose name no tool reads: that is mended in the file. */
function changeActions({ id, locations, ours, problem }: IamProfileConnection): RowAction[] {
    if (locations.length === 0 || problem?.kind === 'unreadableName') {
        return [];
    }
    return [ProfileActions.edit(id), ours ? ProfileActions.removeWritten(id) : ProfileActions.remove(id)];
}

/** Offers a terminal for every profile, and the console for those that are known to be a role, since it takes no others. */
function toolActions({ kind, id }: AwsConnection, state: ConnectionState): RowAction[] {
    if (kind !== 'iamProfile') {
        return [];
    }
    const isRole = state.kind === 'connected' && CallerIdentity.isRole(state.identity);
    return [ToolActions.openTerminal(id), ...(isRole ? [ToolActions.openConsole(id)] : [])];
}

/** Lists the actions that a profile has in every state. */
function markActions({ id, production = false }: IamProfileConnection): RowAction[] {
    const lost = production === 'presumed' ? [ProfileActions.forgetLostMarks(id)] : [];
    return [ProfileActions.changeRegion(id), ProfileActions.setProduction(id, !production), ...lost];
}

function copyActions(entry: ConnectionEntry): RowAction[] {
    const accountId = accountOf(entry);
    return [
        ...(accountId === undefined ? [] : [ToolActions.copyAccountId(accountId)]),
        ...(entry.state.kind === 'connected' ? [ToolActions.copyArn(entry.state.identity.arn)] : [])
    ];
}
