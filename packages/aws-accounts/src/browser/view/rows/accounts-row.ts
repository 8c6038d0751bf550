import type { AwsConnectionId, IamProfileConnection } from '../../../common/aws-connection';
import type { FactContext } from '../../wording/connection-facts';
import type { AssignedRoles, ListingRequest } from './listed';
import { RowTone } from '../../wording/state-icon';

/** What a person can do with a row: a command with everything it needs. */
export interface RowAction {
    /** Unique in its row. */
    readonly id: string;
    readonly label: string;
    /** Name of a codicon. */
    readonly icon: string;
    readonly command: string;
    readonly args: readonly unknown[];
    /** Shown as a button of the row, not only in its context menu. */
    readonly inline: boolean;
    /** What Enter and a double click do. */
    readonly primary?: boolean;
}

/**
 * One row of the view, ready to be drawn: every word is chosen, nothing depends on a widget.
 * Of thousands of rows some dozens are drawn, so what only a drawn row needs may be a getter.
 * `use` rows say what a use is connected with, `account` and `role` rows what a sign-in gives access to, `problem` rows what could not be
 * read, `hint` rows what can be done.
 */
export interface AccountsRow {
    /** The same for the same thing in every snapshot. */
    readonly id: string;
    readonly kind: 'use' | 'group' | 'connection' | 'account' | 'role' | 'problem' | 'hint';
    /** Name of a codicon. */
    readonly icon: string;
    readonly tone: RowTone;
    readonly name: string;
    /** What tells the row apart from others, after the name. */
    readonly detail: string;
    /** Its state, in words. */
    readonly status: string;
    /** What the person wants to have at hand; drawn as an icon, told in words. */
    readonly pinned?: boolean;
    /** The part that looks like a link and does, when clicked, what Enter does. */
    readonly link?: 'name' | 'status';
    /** Everything that is known, one fact a line. */
    readonly tooltip: string;
    /** What a screen reader says: kind, name, state and the rest. */
    readonly spoken: string;
    readonly actions: readonly RowAction[];
    /** Attributes by which scripts and tests find the row. */
    readonly attributes: Readonly<Record<string, string>>;
    /** In lower case; what a filter looks at. */
    readonly searchText: string;
    /** `undefined` for a row that never has any. */
    readonly children?: readonly AccountsRow[];
    /** Closed until the person opens it; other rows are open until the person closes them. */
    readonly closedAtFirst?: boolean;
    /** What has to be known when the row is open. */
    readonly listing?: ListingRequest;
}

/** What rows are made with, besides the snapshot. */
export interface RowContext extends FactContext {
    /** Accounts and roles by connection, as far as they are known. */
    readonly assigned?: ReadonlyMap<AwsConnectionId, AssignedRoles>;
    /** The roles used last, the latest first, as `PickedRole.keyOf` names them. */
    readonly recentRoles?: readonly string[];
    /** The profile that AWS services use, looked up once for all rows. */
    readonly used?: IamProfileConnection;
    /** Keys of what is pinned. */
    readonly pinned?: ReadonlySet<string>;
    /** Accounts in which a role is pinned, as `accountId connectionId`. */
    readonly pinnedAccounts?: ReadonlySet<string>;
    /** Names that accounts of several organisations have: where one of them stands, its organisation is told too. */
    readonly sharedNames?: ReadonlySet<string>;
}
