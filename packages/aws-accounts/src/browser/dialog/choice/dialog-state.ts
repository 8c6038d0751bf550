import type { WhenSwitchingMethod } from '../../../common/sign-in/aws-accounts-preferences';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ConnectionQuestion } from './connection-question';

/** State that decides what the dialog says while a person chooses. */
export interface DialogState {
    readonly question: ConnectionQuestion;
    readonly snapshot: AwsAccountsSnapshot;
    readonly whenSwitching: WhenSwitchingMethod;
    readonly recents: readonly AwsConnectionId[];
    readonly selected: AwsConnectionId | undefined;
    readonly filter: string;
    /** Failure of the latest attempt. */
    readonly failure?: AwsFailure;
    readonly now: number;
}
