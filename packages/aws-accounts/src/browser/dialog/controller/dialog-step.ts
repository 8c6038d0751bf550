import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { SignInProgress, SignInTarget } from '../../../common/sign-in/sign-in';
import type { SignInFlowKind } from '../../../common/sign-in/sign-in-flow';

/** Present step of the dialog. It is one dialog from the question to the answer; only its content changes. */
export type DialogStep =
    | { readonly kind: 'choose'; readonly failure?: AwsFailure }
    /** Start URL and region of an Identity Center sign-in. */
    | { readonly kind: 'identityCenter' }
    | { readonly kind: 'signingIn'; readonly signInId: string; readonly target: SignInTarget; readonly progress: SignInProgress }
    | {
        readonly kind: 'signInEnded';
        readonly target: SignInTarget;
        readonly flow?: SignInFlowKind;
        readonly end: 'denied' | 'timedOut' | AwsFailure;
    }
    /** AWS is being asked who the chosen profile is. */
    | { readonly kind: 'connecting'; readonly connectionId: AwsConnectionId };
