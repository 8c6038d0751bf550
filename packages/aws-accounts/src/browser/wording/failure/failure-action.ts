import { nls } from '@theia/core/lib/common/nls';
import type { AwsFailure, AwsFailureReason } from '../../../common/state/aws-accounts-error';
import { SourceLocation } from '../../../common/value/source-location';
import { AwsConnection, AwsConnectionId } from '../../../common/connection/aws-connection';
import { AwsAccountsCommands } from '../../commands/aws-accounts-commands';
import { consoleText } from '../connection/connection-wording';
import { Labels } from '../text/labels';
import { signInWithText } from '../text/progress-wording';

/** Act of a person against a failure: a command, ready to be run. */
export interface SuggestedAction {
    readonly label: string;
    readonly command: string;
    readonly args: readonly unknown[];
}

type ActionMaker = (failure: AwsFailure, connection: AwsConnection | undefined) => SuggestedAction;

const TRY_AGAIN: ActionMaker = (_failure, connection) => tryAgain(connection);
const SIGN_IN: ActionMaker = (_failure, connection) => signIn(connection);
const READ_AGAIN: ActionMaker = () =>
    action(Labels.readFilesAgain(), AwsAccountsCommands.REFRESH.id);

const ACTIONS: { readonly [reason in AwsFailureReason]: ActionMaker } = {
    network: TRY_AGAIN,
    hostNotFound: TRY_AGAIN,
    connectionRefused: TRY_AGAIN,
    proxy: TRY_AGAIN,
    timedOut: TRY_AGAIN,
    server: TRY_AGAIN,
    throttled: TRY_AGAIN,
    malformedResponse: TRY_AGAIN,
    clockSkew: TRY_AGAIN,
    signInRequired: SIGN_IN,
    awsLoginRequired: signInToConsole,
    registrationExpired: SIGN_IN,
    invalidScope: SIGN_IN,
    invalidRequest: changeRequest,
    startUrlRefused: SIGN_IN,
    accessDenied: useAnotherProfile,
    profileNotFound: useAnotherProfile,
    wrongRegion: (_failure, connection) =>
        action(AwsAccountsCommands.CHANGE_REGION.label, AwsAccountsCommands.CHANGE_REGION.id, connection?.id),
    invalidCredentials: renewCredentials,
    expiredCredentials: renewCredentials,
    tls: openConfig,
    profileInvalid: openConfig,
    processFailed: openConfig,
    credentialSourceEmpty: openConfig,
    fileBroken: openConfig,
    mfaRequired: (_failure, connection) =>
        action(nls.localize('theia/aws-accounts/action/enterCode', 'Enter Code...'), AwsAccountsCommands.USE_PROFILE.id, connection?.id),
    fileUnreadable: READ_AGAIN,
    fileUnwritable: READ_AGAIN,
    connectionNotFound: showAccounts,
    invalidEndpoint: showAccounts,
    internal: showAccounts
};

/** The one thing that a person can do about a failure. @param connection as for `failureText` */
export function failureAction(failure: AwsFailure, connection?: AwsConnection): SuggestedAction {
    return ACTIONS[failure.reason](failure, connection);
}

function tryAgain(connection: AwsConnection | undefined): SuggestedAction {
    if (connection === undefined) {
        return showAccounts();
    }
    const { USE_PROFILE, SIGN_IN: SIGN_IN_TO } = AwsAccountsCommands;
    return action(Labels.tryAgain(), (AwsConnection.isIam(connection) ? USE_PROFILE : SIGN_IN_TO).id, connection.id);
}

function changeRequest(failure: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    return failure.about === undefined ? signIn(connection) : openConfig(failure, connection);
}

function renewCredentials(failure: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    const isInFile = failure.reason === 'invalidCredentials' || connection?.kind === 'iamProfile' && connection.ssoSession === undefined;
    return isInFile ? openCredentials(failure, connection) : signIn(connection);
}

function signIn(connection: AwsConnection | undefined): SuggestedAction {
    return action(AwsAccountsCommands.SIGN_IN.label, AwsAccountsCommands.SIGN_IN.id, signInSubject(connection));
}

/** For the profile that names the session, which may be the source of the one that failed. */
function signInToConsole({ subject }: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    const profile = subject === undefined ? connection?.id : AwsConnection.profileId(subject);
    return action(signInWithText(consoleText()), AwsAccountsCommands.SIGN_IN.id, profile);
}

/** A profile is signed in through its SSO session; one that names only a start URL leaves the choice to the picker. */
function signInSubject(connection: AwsConnection | undefined): AwsConnectionId | undefined {
    if (connection?.kind !== 'iamProfile') {
        return connection?.id;
    }
    return connection.source === 'ssoLegacy' || connection.ssoSession === undefined || connection.ssoSession.includes('://')
        ? undefined
        : AwsConnection.ssoSessionId(connection.ssoSession);
}

function showAccounts(): SuggestedAction {
    return action(AwsAccountsCommands.OPEN_VIEW.label, AwsAccountsCommands.OPEN_VIEW.id);
}

function useAnotherProfile(): SuggestedAction {
    return action(Labels.useAnotherProfile(), AwsAccountsCommands.USE_PROFILE.id);
}

function openConfig({ location }: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    // The environment of a running backend cannot be changed from here.
    if (connection && AwsConnection.isEnvironment(connection)) {
        return useAnotherProfile();
    }
    const section =
        connection?.kind === 'identityCenter'
            ? connection.location
            : connection?.kind === 'iamProfile'
              ? connection.locations[0]
              : undefined;
    return openFileAction(location ?? section ?? 'config');
}

function openCredentials({ location }: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    // The environment of a running backend cannot be changed from here.
    if (connection && AwsConnection.isEnvironment(connection)) {
        return useAnotherProfile();
    }
    // the keys stand in the last of the sections that make a profile: the credentials file comes after the config file
    return openFileAction(location ?? (connection?.kind === 'iamProfile' ? connection.locations.at(-1) : undefined) ?? 'credentials');
}

/** Opens one of the shared config files, at a place in it if one is known. */
export function openFileAction(place: SourceLocation | 'config' | 'credentials'): SuggestedAction {
    const location = typeof place === 'string' ? undefined : place;
    if (place === 'credentials' || location?.file.endsWith('credentials')) {
        return action(
            AwsAccountsCommands.OPEN_CREDENTIALS_FILE.label,
            AwsAccountsCommands.OPEN_CREDENTIALS_FILE.id,
            location
        );
    }
    return action(AwsAccountsCommands.OPEN_CONFIG_FILE.label, AwsAccountsCommands.OPEN_CONFIG_FILE.id, location);
}

function action(label: string, command: string, subject?: unknown): SuggestedAction {
    return { label, command, args: subject === undefined ? [] : [subject] };
}
