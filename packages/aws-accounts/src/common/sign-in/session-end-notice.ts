import type { AwsConnectionId } from '../connection/aws-connection';

/** Something that is in use has ended, or is about to. Told to one window, however many there are. */
export type SessionEndNotice =
    | { readonly kind: 'ended'; readonly connectionId: AwsConnectionId }
    /** `expiresAt`: ISO instant. */
    | { readonly kind: 'endsSoon'; readonly connectionId: AwsConnectionId; readonly expiresAt: string };
