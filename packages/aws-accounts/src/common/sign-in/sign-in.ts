import { AwsConnection, AwsConnectionId } from '../connection/aws-connection';
import type { AwsUse } from '../token-service/connection-use';
import type { SignInFlowKind } from './sign-in-flow';

/** The target of a sign-in. */
export type SignInTarget =
    | { readonly kind: 'builderId' }
    /** A new IAM Identity Center sign-in, or the existing one with this start URL and region. */
    | { readonly kind: 'identityCenter'; readonly startUrl: string; readonly region: string }
    /** A connection that is known already, for example a configured SSO session. */
    | { readonly kind: 'connection'; readonly connectionId: AwsConnectionId }
    /** The console sign-in of a profile, which has no other credentials, in a region: the one of `aws login`. */
    | { readonly kind: 'console'; readonly profile: string; readonly region: string };

export namespace SignInTarget {

    /** The connection that is signed in; `undefined`: not known before the sign-in has ended. */
    export function connectionIdOf(target: SignInTarget): AwsConnectionId | undefined {
        switch (target.kind) {
            case 'builderId':
                return AwsConnection.BUILDER_ID;
            case 'connection':
                return target.connectionId;
            case 'console':
                return AwsConnection.profileId(target.profile);
            case 'identityCenter':
                return undefined;
        }
    }
}

export interface SignInRequest {
    /** Made by the asking window; ties the progress notifications to the request. */
    readonly signInId: string;
    readonly target: SignInTarget;
    /** Use of the sign-in: decides the scopes asked for. Absent: nothing in particular. */
    readonly use?: AwsUse;
    /** Scopes beyond those of the use, for example those of a command's requirement. */
    readonly scopes?: readonly string[];
    /**
     * The token is to have `scopes` alone, beside the one that the connection has: for a consumer that is not to get what that one opens.
     */
    readonly own?: boolean;
    /** Absent: by device code, which works wherever the browser is. */
    readonly flow?: SignInFlowKind;
    /** Ends the session that is there first, so that AWS asks for everything anew: as somebody else, or with other permissions. */
    readonly fromScratch?: boolean;
}

/** State of a sign-in that the asking window shows. Holds nothing that would let another party finish it. */
export type SignInProgress =
    | { readonly kind: 'starting' }
    | {
        readonly kind: 'deviceCode';
        /** To be compared with the code on the AWS page. Not a secret; the device code never leaves the backend. */
        readonly userCode: string;
        readonly verificationUri: string;
        /** The same page with the code filled in. */
        readonly verificationUriComplete: string;
        /** ISO instant at which the code stops working. */
        readonly expiresAt: string;
    }
    | {
        readonly kind: 'browser';
        /** The AWS page to open. It leads back to the backend's machine, and is worth nothing without the verifier that stays there. */
        readonly authorizeUrl: string;
        /** ISO instant at which nobody waits for the browser any longer. */
        readonly expiresAt: string;
        /** The console sign-in. With a browser elsewhere its last page shows a text to paste. */
        readonly console?: 'here' | 'elsewhere';
    }
    /** The person approved; the token is being stored. */
    | { readonly kind: 'finishing' };

export namespace SignInProgress {

    /** The flow that a sign-in takes, as far as its progress tells. */
    export function flowOf(progress: SignInProgress): SignInFlowKind | undefined {
        switch (progress.kind) {
            case 'deviceCode':
                return 'deviceCode';
            case 'browser':
                return 'authorizationCode';
            case 'starting':
            case 'finishing':
                return undefined;
        }
    }
}

/** Outcome of a sign-in. Anything broken is thrown as `AwsAccountsError`. */
export type SignInOutcome =
    | { readonly kind: 'signedIn'; readonly connectionId: AwsConnectionId }
    | { readonly kind: 'cancelled' }
    /** The person, or an administrator, refused on the AWS page. */
    | { readonly kind: 'denied' }
    /** The code was not approved in time. */
    | { readonly kind: 'timedOut' };

/** Outcome of a sign-out. The local token is gone in both cases. */
export type SignOutOutcome =
    | { readonly kind: 'signedOut' }
    /** The server could not be told: its session lasts until it ends by itself. */
    | { readonly kind: 'signedOutLocally'; readonly reason: string };

/** Verdict on an address that a person handed in, because the browser that was sent there could not reach it. */
export type RedirectReceipt =
    /** The sign-in goes on with it; how it ends is its outcome. */
    | { readonly kind: 'accepted' }
    | { readonly kind: 'notAnAddress' }
    /** An address of something else. */
    | { readonly kind: 'foreign' }
    /** It belongs to another sign-in, or somebody made it up. */
    | { readonly kind: 'wrongState' }
    /** The right address, cut off or changed: it holds neither an approval nor a refusal. */
    | { readonly kind: 'incomplete' }
    /** That sign-in waits for no address: it has ended, or goes by device code. */
    | { readonly kind: 'notWaiting' };
