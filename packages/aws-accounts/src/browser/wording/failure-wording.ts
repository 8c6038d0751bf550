import { nls } from '@theia/core/lib/common/nls';
import type { AwsFailure } from '../../common/aws-accounts-error';
import { AwsConnection, AwsConnectionId, SourceLocation } from '../../common/aws-connection';
import { failureMessage } from './failure-message';

/** What a person can do about something: a command, ready to be run. */
export interface SuggestedAction {
    readonly label: string;
    readonly command: string;
    readonly args: readonly unknown[];
}

export interface FailureText {
    readonly message: string;
    readonly action?: SuggestedAction;
}

/**
 * The one text and the one action for a failure.
 * @param connection the connection that failed, if it was one: the action is then about it.
 */
export function failureText(failure: AwsFailure, connection?: AwsConnection): FailureText {
    return { message: failureMessage(failure), action: actionFor(failure, connection) };
}

function actionFor(failure: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    switch (failure.reason) {
        case 'network':
        case 'hostNotFound':
        case 'connectionRefused':
        case 'proxy':
        case 'timedOut':
        case 'server':
        case 'throttled':
        case 'malformedResponse':
        case 'clockSkew':
            return tryAgain(connection);
        case 'signInRequired':
        case 'awsLoginRequired':
        case 'registrationExpired':
        case 'invalidScope':
        case 'invalidRequest':
            return signInAgain(failure, connection);
        case 'accessDenied':
        case 'profileNotFound':
            return useAnotherProfile();
        case 'invalidCredentials':
        case 'expiredCredentials':
            return renewCredentials(failure, connection);
        case 'tls':
        case 'profileInvalid':
        case 'processFailed':
        case 'credentialSourceEmpty':
        case 'fileBroken':
            return openConfig(failure, connection);
        case 'mfaRequired':
            return action(nls.localize('theia/aws-accounts/action/enterCode', 'Enter Code...'), 'aws.accounts.useProfile', connection?.id);
        case 'fileUnreadable':
        case 'fileUnwritable':
            return action(nls.localize('theia/aws-accounts/action/readAgain', 'Read Files Again'), 'aws.accounts.refresh');
        case 'connectionNotFound':
        case 'internal':
            return showAccounts();
    }
}

function tryAgain(connection: AwsConnection | undefined): SuggestedAction {
    const label = nls.localize('theia/aws-accounts/action/tryAgain', 'Try Again');
    if (connection === undefined) {
        return showAccounts();
    }
    return action(label, AwsConnection.isIam(connection) ? 'aws.accounts.useProfile' : 'aws.accounts.signIn', connection.id);
}

function signInAgain(failure: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    return failure.reason === 'awsLoginRequired' ? runAwsLogin(failure, connection) : signIn(connection);
}

function renewCredentials(failure: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    const isInFile = failure.reason === 'invalidCredentials' || connection?.kind === 'iamProfile' && connection.ssoSession === undefined;
    return isInFile ? openCredentials(failure, connection) : signIn(connection);
}

function signIn(connection: AwsConnection | undefined): SuggestedAction {
    return action(nls.localize('theia/aws-accounts/action/signIn', 'Sign In...'), 'aws.accounts.signIn', signInSubject(connection));
}

/** For the profile that names the session, which may be the source of the one that failed. */
function runAwsLogin({ subject }: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    const profile = subject === undefined ? connection?.id : AwsConnection.profileId(subject);
    return action(nls.localize('theia/aws-accounts/action/runAwsLogin', 'Run aws login in a Terminal'), 'aws.accounts.runAwsLogin', profile);
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
    return action(nls.localize('theia/aws-accounts/action/showAccounts', 'Show Accounts'), 'aws.accounts.openView');
}

function useAnotherProfile(): SuggestedAction {
    return action(nls.localize('theia/aws-accounts/action/useAnotherProfile', 'Use Another Profile...'), 'aws.accounts.useProfile');
}

function openConfig({ location }: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    // What the environment of a running backend says cannot be changed from here.
    if (connection && AwsConnection.isEnvironment(connection)) {
        return useAnotherProfile();
    }
    const section = connection?.kind === 'identityCenter' ? connection.location : connection?.kind === 'iamProfile' ? connection.locations[0] : undefined;
    return openFileAction(location ?? section ?? 'config');
}

function openCredentials({ location }: AwsFailure, connection: AwsConnection | undefined): SuggestedAction {
    // What the environment of a running backend says cannot be changed from here.
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
        return action(nls.localize('theia/aws-accounts/action/openCredentialsFile', 'Open Credentials File'), 'aws.accounts.openCredentialsFile', location);
    }
    return action(nls.localize('theia/aws-accounts/action/openConfigFile', 'Open Config File'), 'aws.accounts.openConfigFile', location);
}

function action(label: string, command: string, subject?: unknown): SuggestedAction {
    return { label, command, args: subject === undefined ? [] : [subject] };
}
