import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsConnection } from '../../../common/connection/aws-connection';
import { failureAction, SuggestedAction } from './failure-action';
import { environmentFailureMessage, failureMessage } from './failure-message';

interface FailureText {
    readonly message: string;
    readonly action?: SuggestedAction;
}

/**
 * The one text and the one action for a failure.
 * @param connection the connection that failed, if it was one: the action is then about it.
 */
export function failureText(failure: AwsFailure, connection?: AwsConnection): FailureText {
    return { message: messageFor(failure, connection), action: failureAction(failure, connection) };
}

/** Failures of the environment have its connection's name as their subject, which is no name of a profile. */
function messageFor(failure: AwsFailure, connection: AwsConnection | undefined): string {
    const isEnvironment =
        connection?.kind === 'iamProfile' && AwsConnection.isEnvironment(connection) && failure.subject === connection.name;
    return isEnvironment ? environmentFailureMessage(failure) : failureMessage(failure);
}
