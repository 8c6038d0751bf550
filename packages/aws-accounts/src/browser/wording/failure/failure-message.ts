import { nls } from '@theia/core/lib/common/nls';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsConnection } from '../../../common/connection/aws-connection';
import { AwsScopes } from '../../../common/token-service/aws-scopes';
import { connectionKindText, environmentInText, locationText } from '../connection/connection-wording';
import { REASON_MESSAGES } from './failure-reason-messages';
import { DEFAULT_SUBJECTS } from './failure-subjects';
import { fileTroubleMessage } from './file-trouble-wording';
import { problemText } from './problem-wording';
import { startPageRefusalText } from './start-page-wording';
import { processMessage } from './process-wording';

/** The message for a failure, without an action. A file is named with the line, if there is one. */
export function failureMessage(failure: AwsFailure): string {
    const subject = subjectOf(failure);
    return causeMessage(subject, failure) ?? detailMessage(subject, failure) ?? reasonMessage(subject, failure);
}

/** The message where the failure says what its cause is. */
function causeMessage(subject: string, failure: AwsFailure): string | undefined {
    if (failure.about !== undefined) {
        return notAcceptedMessage(subject, failure.about);
    }
    if (failure.problem !== undefined) {
        return nls.localize(
            'theia/aws-accounts/failure/profileProblem',
            'Profile {0} cannot be used: {1}.',
            subject,
            problemText(failure.problem)
        );
    }
    if (failure.trouble !== undefined) {
        return fileTroubleMessage(subject, failure.trouble);
    }
    if (failure.startPage !== undefined) {
        return startPageRefusalText(subject, failure.startPage);
    }
    if (failure.process !== undefined) {
        return processMessage(subject, failure.process);
    }
    return undefined;
}

function reasonMessage(subject: string, { reason, clockSkewMs }: AwsFailure): string {
    return clockSkewMs === undefined ? REASON_MESSAGES[reason](subject) : clockSkewMessage(subject, clockSkewMs);
}

/** The message for details that call for other words than their reason alone. */
function detailMessage(subject: string, { reason, detail }: AwsFailure): string | undefined {
    if (reason === 'signInRequired' && detail === AwsScopes.OWN_SIGN_IN) {
        return nls.localize(
            'theia/aws-accounts/failure/ownSignIn',
            'The sign-in to {0} also opens your AWS accounts, so its token is not handed on to what asked for less. That needs a sign-in '
                + 'of its own.',
            subject
        );
    }
    if (reason === 'invalidEndpoint' && detail === 'insecure') {
        return nls.localize(
            'theia/aws-accounts/failure/insecureEndpoint',
            '{0} leads to another machine by plain HTTP, where others could read your credentials on the way. Use HTTPS. Nothing was sent.',
            subject
        );
    }
    return undefined;
}

/** The message for a failure of what the environment of the backend says, which is no profile. */
export function environmentFailureMessage(failure: AwsFailure): string {
    const subject = environmentInText();
    if (failure.reason !== 'profileInvalid') {
        return sentence(failureMessage({ ...failure, subject }));
    }
    return sentence(failure.problem === undefined
        ? nls.localize('theia/aws-accounts/failure/environmentInvalid', '{0} does not describe credentials that can be used.', subject)
        : nls.localize('theia/aws-accounts/failure/environmentProblem', '{0} cannot be used: {1}.', subject, problemText(failure.problem)));
}

/** The environment of the backend may be what a sentence begins with. */
function sentence(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

function notAcceptedMessage(subject: string, about: 'profile' | 'fileEntry'): string {
    return about === 'fileEntry'
        ? nls.localize('theia/aws-accounts/failure/entryNotAccepted', '{0} cannot be written to the file as it is.', subject)
        : nls.localize(
            'theia/aws-accounts/failure/settingsNotAccepted',
            'AWS did not accept the settings of {0}. Check role_arn, role_session_name, external_id, mfa_serial, and duration_seconds.',
            subject
        );
}

function clockSkewMessage(subject: string, clockSkewMs: number): string {
    const minutes = Math.round(Math.abs(clockSkewMs) / 60_000);
    return clockSkewMs > 0
        ? nls.localize(
              'theia/aws-accounts/failure/clockAhead',
              'The clock of this machine is {1} minutes ahead of {0}. Set the clock, then try again.',
              subject,
              minutes
          )
        : nls.localize(
              'theia/aws-accounts/failure/clockBehind',
              'The clock of this machine is {1} minutes behind {0}. Set the clock, then try again.',
              subject,
              minutes
          );
}

function subjectOf(failure: AwsFailure): string {
    const { reason, subject, location } = failure;
    if (reason === 'fileBroken' && location !== undefined) {
        return locationText(location);
    }
    if (subject === undefined) {
        return DEFAULT_SUBJECTS[reason]();
    }
    return subject === AwsConnection.BUILDER_ID_SESSION
        ? connectionKindText('builderId')
        : namesById(failure) ? nameInId(subject) : subject;
}

/** These failures name a connection by its id. All others name it as its owner does, and a profile may be called like an id. */
function namesById({ reason, about, detail }: AwsFailure): boolean {
    return reason === 'connectionNotFound' || reason === 'invalidScope' || reason === 'invalidRequest' && about === undefined
        || reason === 'signInRequired' && detail === AwsScopes.OWN_SIGN_IN;
}

const ID_PREFIXES = [AwsConnection.profileId(''), AwsConnection.ssoSessionId('')];

/** A person knows the name of a connection, and not its id. A name stays as it is. */
function nameInId(subject: string): string {
    switch (subject) {
        case AwsConnection.BUILDER_ID:
            return connectionKindText('builderId');
        case AwsConnection.ENVIRONMENT:
            return sentence(environmentInText());
        default:
            return subject.slice(ID_PREFIXES.find(prefix => subject.startsWith(prefix))?.length ?? 0);
    }
}
