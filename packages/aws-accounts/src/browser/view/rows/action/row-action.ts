/** The sections of a context menu, from top to bottom. */
export const ROW_ACTION_GROUPS = ['connect', 'tools', 'profile', 'list', 'copy', 'file'] as const;
export type RowActionGroup = typeof ROW_ACTION_GROUPS[number];

/** One thing a person can do with a row: a command with everything it needs. */
export interface RowAction {
    /** Unique in its row. */
    readonly id: string;
    readonly label: string;
    /** Name of a codicon. */
    readonly icon: string;
    readonly command: string;
    readonly args: readonly unknown[];
    /** The section of the context menu that holds the action. */
    readonly group: RowActionGroup;
    /** Shown as a button of the row, not only in its context menu. */
    readonly inline: boolean;
    /** Run by Enter and by a double click. */
    readonly primary?: boolean;
}

export namespace RowAction {

    /** @param subject the argument of the command; `undefined` runs it without one */
    export function button(
        group: RowActionGroup, id: string, label: string, icon: string, command: string, subject?: unknown
    ): RowAction {
        return { id, label, icon, command, args: subject === undefined ? [] : [subject], group, inline: true };
    }

    /** Moves an action into the context menu. */
    export function inMenu(action: RowAction): RowAction {
        return { ...action, inline: false };
    }

    /** Binds Enter and the double click to an action. */
    export function primary(action: RowAction): RowAction {
        return { ...action, primary: true };
    }

    /** Leaves Enter and the double click to another action. */
    export function secondary(action: RowAction): RowAction {
        return { ...action, primary: undefined };
    }
}
