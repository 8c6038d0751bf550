/** The part of the rows of a list that is built. It belongs to one filter. */
export interface BuiltRows {
    readonly from: number;
    readonly to: number;
    readonly filter: string;
}

export namespace BuiltRows {

    export const NONE: BuiltRows = { from: 0, to: 0, filter: '' };

    /** Rows built at first, and again near an end. */
    const STEP = 60;
    /** Pixels from an end within which more rows are built. */
    const NEAR = 200;

    /**
     * The rows to build: those of the last scrolling while they hold the selected row, otherwise those around it.
     *
     * @param selected place of the selected row; -1: none
     */
    export function around(scrolled: BuiltRows, selected: number, filter: string): BuiltRows {
        const { from, to } = scrolled.filter === filter && scrolled.to > 0 ? scrolled : { from: 0, to: STEP };
        return selected === -1 || (selected >= from && selected < to - 1)
            ? { from, to, filter }
            : { from: Math.max(0, selected - STEP), to: selected + STEP, filter };
    }

    /** The rows to build once `list` is scrolled to where it is, of `count` in all. */
    export function scrolled(
        { from, to, filter }: BuiltRows, list: Pick<Element, 'scrollTop' | 'scrollHeight' | 'clientHeight'>, count: number
    ): BuiltRows {
        const { scrollTop, scrollHeight, clientHeight } = list;
        return {
            from: scrollTop < NEAR ? Math.max(0, from - STEP) : from,
            to: scrollHeight - clientHeight - scrollTop < NEAR ? Math.min(Math.max(to, count), to + STEP) : to,
            filter
        };
    }
}
