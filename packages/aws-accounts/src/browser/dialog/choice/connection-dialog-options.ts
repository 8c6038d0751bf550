import type { WhenSwitchingMethod } from '../../../common/sign-in/aws-accounts-preferences';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { SignInTarget } from '../../../common/sign-in/sign-in';
import type { ConnectionQuestion } from './connection-question';

/** Purpose of a dialog: a question, a sign-in, or a question whose answer begins with a sign-in. */
export interface ConnectionDialogOptions {
    readonly question?: ConnectionQuestion;
    readonly signIn?: SignInTarget | 'identityCenter';
    /** The sign-in ends the session that is there first. */
    readonly fromScratch?: boolean;
    /** The sign-in is for a token with these scopes alone, beside the one that the connection has. */
    readonly own?: readonly string[];
    /** Said above every step of the sign-in: what a person agrees to by it. Plain text. */
    readonly notes?: readonly string[];
    readonly whenSwitching: WhenSwitchingMethod;
    /** Profiles used last, the latest first. */
    readonly recents: readonly AwsConnectionId[];
}
export const ConnectionDialogOptions = Symbol('ConnectionDialogOptions');
