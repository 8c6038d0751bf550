import type { AwsFailure } from '../state/aws-accounts-error';
import type { AwsConnectionId } from '../connection/aws-connection';

export const AWS_DIAGNOSIS_PATH = '/services/aws-accounts-diagnosis';

export const AwsDiagnosis = Symbol('AwsDiagnosis');

/** Tells how a connection stands, for a person who helps. Rejects with `AwsAccountsError` when something is broken. */
export interface AwsDiagnosis {
    /**
     * A plain text to be handed on: versions, the connection and why it failed, the network and the environment. It holds no secret, and
     * account ids only in part. Makes no network call.
     *
     * @param connectionId without it, the text is about the machine alone
     * @param failure what a person was told, where that is not what the connection's state says
     */
    describe(connectionId: AwsConnectionId | undefined, failure?: AwsFailure): Promise<string>;
}
