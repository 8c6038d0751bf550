import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { RpcServer } from '@theia/core/lib/common/messaging/proxy-factory';
import type { AssignedAccountsPage } from '../connection/assigned-role';
import type { CataloguePiece } from '../snapshot/aws-accounts-catalogue';
import type { AwsAccountsSnapshot } from '../snapshot/aws-accounts-snapshot';
import type { AwsAccountsStatus } from '../snapshot/aws-accounts-status';
import type { AwsConnectionId } from '../connection/aws-connection';
import type { AwsUse } from '../token-service/connection-use';
import type { MfaCodeRequest } from '../connection/mfa';
import type { Pin } from '../connection/pin';
import type { ProfileChange } from '../connection/profile-change';
import type { SessionEndNotice } from '../sign-in/session-end-notice';
import type { SessionReplacement } from '../sign-in/session-replacement';
import type { LoopbackQuestion } from '../sign-in/sign-in-flow';
import type { StartPage } from '../sign-in/start-page';
import type { RedirectReceipt, SignInOutcome, SignInProgress, SignInRequest, SignOutOutcome } from '../sign-in/sign-in';

export const AWS_ACCOUNTS_PATH = '/services/aws-accounts';

/** Told to one window. Methods named `notify...` have no result. */
export interface AwsAccountsClient {
    /** Something has changed: the status as a whole, which names the catalogue that it belongs to. */
    notifyStatus(status: AwsAccountsStatus): void;
    /** To one window of all: something that is in use has ended, or is about to. */
    notifySessionEnd(notice: SessionEndNotice): void;
    /** Only to the window that asked for the sign-in `signInId`. */
    notifySignInProgress(signInId: string, progress: SignInProgress): void;
    /** Accounts of a listing that this window asked for, before the listing has ended. */
    notifyAssignedAccounts(page: AssignedAccountsPage): void;
    /** Somebody signed in anew, in whichever window: other accounts may be assigned to this connection now than those that were told. */
    notifyAccountsForgotten(connectionId: AwsConnectionId): void;
    /**
     * Asks the person at this window, which is the one whose call needs it. Resolves to what they typed, or `undefined` when they decided
     * against it. Cancelling closes the question.
     */
    requestMfaCode(request: MfaCodeRequest, cancellation?: CancellationToken): Promise<string | undefined>;
    /** Asks the person at this window whether the session of a profile may be replaced by that of somebody else. */
    confirmSessionReplacement(replacement: SessionReplacement): Promise<boolean>;
}

export const AwsAccountsServer = Symbol('AwsAccountsServer');

/**
 * The connections of the backend half, one object for each window. Nothing it returns holds a token, a key, a device code or a client
 * secret. Every method rejects with `AwsAccountsError` when something is broken; what may be expected is part of its result.
 */
export interface AwsAccountsServer {
    /** Says which workspace (URI) the window shows, `undefined` for none, and gives the current snapshot. Called on every (re)connect. */
    attach(workspace: string | undefined): Promise<AwsAccountsSnapshot>;
    /** Resolves when the sign-in has ended, however it ended. Cancelling the token ends it with `cancelled`. */
    signIn(request: SignInRequest, cancellation?: CancellationToken): Promise<SignInOutcome>;
    /**
     * Completes a sign-in by `authorizationCode` with the address that the browser could not reach. It is accepted only if it carries
     * the state of exactly that sign-in.
     */
    completeSignIn(signInId: string, redirectAddress: string): Promise<RedirectReceipt>;
    /**
     * Finds the start page that `startUrl` leads to. A start URL on a domain of an organisation is called, as a sign-in would do it; what
     * keeps it from being used is part of the result.
     */
    findStartPage(startUrl: string, cancellation?: CancellationToken): Promise<StartPage>;
    /** Opens an address for some seconds, by which the page finds out whether its browser is on the backend's machine. */
    askLoopback(): Promise<LoopbackQuestion>;
    /** Ends the server's session if it can be reached, and deletes the local token. */
    signOut(connectionId: AwsConnectionId): Promise<SignOutOutcome>;
    /**
     * Makes `connectionId` the connection of `use` (`undefined`: none) and remembers that, for the user or for the attached workspace.
     * Resolves to the snapshot that contains the change, so that a caller can go on at once.
     */
    setUse(use: AwsUse, connectionId: AwsConnectionId | undefined): Promise<AwsAccountsSnapshot>;
    /** Pins a profile or an assigned role, or takes the pin away; for the user, in every window and browser. */
    setPinned(pin: Pin, pinned: boolean): Promise<AwsAccountsSnapshot>;
    /** Remembers what the person says about a profile. Resolves to the snapshot that contains the change. */
    changeProfile(connectionId: AwsConnectionId, change: ProfileChange): Promise<AwsAccountsSnapshot>;
    /**
     * Resolves the credentials (or refreshes the token) of a connection and asks AWS who it is. The result is the new state, in the
     * snapshot; a connection that cannot be reached or is refused is a state, not a rejection. May ask this window for the code of an MFA
     * device. Cancelling, here or there, leaves the state as it was.
     */
    connect(connectionId: AwsConnectionId, cancellation?: CancellationToken): Promise<AwsAccountsSnapshot>;
    /** Reads all files again. Makes no network call. */
    refresh(): Promise<AwsAccountsSnapshot>;
}

/** Remote form of a snapshot: the status, and on request the catalogue that it names, in pieces. */
export type AwsAccountsRemote = RpcServer<AwsAccountsClient> & CatalogueServer & {
    [Name in keyof AwsAccountsServer]: AwsAccountsServer[Name] extends (...parameters: infer Parameters) => Promise<AwsAccountsSnapshot>
        ? (...parameters: Parameters) => Promise<AwsAccountsStatus>
        : AwsAccountsServer[Name];
};

interface CatalogueServer {
    /** Piece `piece` of the catalogue `digest`; the first is 0. */
    catalogue(digest: string, piece: number): Promise<CataloguePiece>;
}
