import type { AccountsRow } from '../rows/accounts-row';

/** Remembers by id which rows the person has opened and closed, those included that are not there now. */
export class RowExpansion {

    protected readonly collapsed = new Set<string>();
    protected readonly opened = new Set<string>();
    protected readonly closedAgain = new Set<string>();

    /** Ids of the groups that the person has closed. */
    get collapsedIds(): readonly string[] {
        return [...this.collapsed];
    }

    /** Ids of the rows that the person has opened and that are closed otherwise. */
    get openedIds(): readonly string[] {
        return [...this.opened];
    }

    /** Ids of the rows that were open and that the person has closed, of those that are closed otherwise. */
    get closedAgainIds(): readonly string[] {
        return [...this.closedAgain];
    }

    isOpen({ id, closedAtFirst }: AccountsRow): boolean {
        return closedAtFirst ? this.opened.has(id) : !this.collapsed.has(id);
    }

    /** Opens rows that are closed at first. */
    open(ids: readonly string[]): void {
        ids.forEach(id => this.opened.add(id));
    }

    /** Closes these groups and opens all others. */
    collapse(ids: readonly string[]): void {
        this.collapsed.clear();
        ids.forEach(id => this.collapsed.add(id));
    }

    /** Remembers that the person has closed these rows, which are closed at first. */
    rememberClosed(ids: readonly string[]): void {
        ids.forEach(id => this.closedAgain.add(id));
    }

    /** Remembers that the person has opened or closed a row. */
    note({ id, closedAtFirst = false }: AccountsRow, isOpen: boolean): void {
        set(closedAtFirst ? this.opened : this.collapsed, id, isOpen === closedAtFirst);
        set(this.closedAgain, id, closedAtFirst && !isOpen);
    }
}

function set(ids: Set<string>, id: string, isIn: boolean): void {
    if (isIn) {
        ids.add(id);
    } else {
        ids.delete(id);
    }
}
