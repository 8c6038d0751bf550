import type { MoreOfValue } from './ini-section';

/** Finds the lines that go on with a value, as the AWS CLI does: those indented deeper than the last key that goes on with none. */
export class ValueLines {

    /** The lines that go on with the values of a section, by the places of their keys. */
    found: Map<number, MoreOfValue[]> | undefined;
    /** Place of the key that is gone on with. */
    protected head: number | undefined;
    protected isEmpty = false;
    protected indentation = 0;

    /** The lines that the SDK ignores and the AWS CLI does not, by the places of their keys. */
    continuations: Map<number, number[]> | undefined;

    /** Begins a new section. */
    reset(): void {
        this.continuations = undefined;
        this.found = undefined;
        this.head = undefined;
    }

    /** Notes a line without a key, below the key at `place`. */
    continue(place: number, line: number): void {
        const continuations = this.continuations ??= new Map<number, number[]>();
        continuations.set(place, [...continuations.get(place) ?? [], line]);
    }

    /** Notes a line of `text` where it goes on with a value. Below a key without a value stands a block, and not more of the value. */
    goOn(line: number, text: string, start: number, end: number, indentation: number, isAssignment: boolean): void {
        if (this.head !== undefined && !this.isEmpty && this.holds(indentation)) {
            const found = this.found ??= new Map<number, MoreOfValue[]>();
            found.set(this.head, [...found.get(this.head) ?? [], { line, text: text.slice(start, end).trim(), isAssignment }]);
        }
    }

    /** Makes a key the one that is gone on with, unless it goes on with one itself. */
    note(place: number, isEmpty: boolean, indentation: number): void {
        if (!this.holds(indentation)) {
            this.head = place;
            this.isEmpty = isEmpty;
            this.indentation = indentation;
        }
    }

    protected holds(indentation: number): boolean {
        return this.head !== undefined && indentation > this.indentation;
    }
}
