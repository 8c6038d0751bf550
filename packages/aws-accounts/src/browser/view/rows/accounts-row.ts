import type { RowTone } from '../../wording/connection/state-icon';
import type { RowAction } from './action/row-action';
import type { ListingRequest } from './action/listing-request';

/**
 * One row of the view, ready to be drawn: every word is chosen, nothing depends on a widget.
 * Some dozens of thousands of rows are drawn at a time, so facts that only a drawn row needs are functions.
 * `use` rows tell the connection of a use, `account` and `role` rows tell what a sign-in gives access to, `problem` rows tell a failure,
 * `hint` rows offer something to do.
 */
export interface AccountsRow {
    /** The same for the same thing in every snapshot. */
    readonly id: string;
    readonly kind: 'use' | 'group' | 'connection' | 'account' | 'role' | 'problem' | 'hint';
    /** Name of a codicon. */
    readonly icon: string;
    readonly tone: RowTone;
    readonly name: string;
    /** Tells the row apart from others, after the name. */
    readonly detail: string;
    /** Its state, in words. */
    readonly status: string;
    /** Pinned by the person; drawn as an icon, told in words. */
    readonly pinned?: boolean;
    /** The part that looks like a link and does, when clicked, what Enter does. */
    readonly link?: 'name' | 'status';
    /** Every known fact, one a line. */
    tooltip(): string;
    /** The words of a screen reader: kind, name, state and the rest. */
    spoken(): string;
    /** The most likely action comes first. */
    actions(): readonly RowAction[];
    /** Attributes by which scripts and tests find the row. */
    readonly attributes: Readonly<Record<string, string>>;
    /** The text that a filter searches, in lower case; empty for a row that a filter leaves out. */
    readonly searchText: string;
    /** `undefined` for a row that never has any. */
    readonly children?: readonly AccountsRow[];
    /** Closed until the person opens it; other rows are open until the person closes them. */
    readonly closedAtFirst?: boolean;
    /** The listing that an open row needs. */
    readonly listing?: ListingRequest;
}

export namespace AccountsRow {

    /** Makes a row that says `name` alone, and whatever `more` adds. A filter leaves it out unless `more` has a `searchText`. */
    export function named(id: string, kind: AccountsRow['kind'], name: string, more: Partial<AccountsRow> = {}): AccountsRow {
        return {
            id, kind, name, icon: '', tone: 'plain', detail: '', status: '', attributes: {}, searchText: '',
            tooltip: () => name, spoken: () => name, actions: () => [],
            ...more
        };
    }
}
