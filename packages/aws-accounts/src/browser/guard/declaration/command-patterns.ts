import { Disposable } from '@theia/core/lib/common/disposable';
import { CommandPattern } from '../../../common/requirement/command-pattern';

interface Entry<T> {
    readonly pattern: string;
    readonly value: T;
}

/**
 * Values by patterns of command ids, found by what stands before the first wildcard: of hundreds of patterns only the few are tried that
 * begin like the id.
 */
export class CommandPatterns<T> {

    protected readonly byPrefix = new Map<string, Set<Entry<T>>>();
    protected prefixLengths: readonly number[] = [];

    /** @param pattern `*` stands for any number of characters, `?` for exactly one */
    add(pattern: string, value: T): Disposable {
        const prefix = CommandPattern.beginningOf(pattern);
        const entries = this.byPrefix.get(prefix) ?? new Set();
        const entry: Entry<T> = { pattern, value };
        this.byPrefix.set(prefix, entries.add(entry));
        this.measure();
        return Disposable.create(() => {
            entries.delete(entry);
            if (entries.size === 0 && this.byPrefix.get(prefix) === entries) {
                this.byPrefix.delete(prefix);
                this.measure();
            }
        });
    }

    /** The values of all patterns that fit. */
    matching(commandId: string): T[] {
        const values: T[] = [];
        for (const length of this.prefixLengths) {
            for (const { pattern, value } of this.byPrefix.get(commandId.slice(0, length)) ?? []) {
                if (CommandPattern.fits(pattern, commandId)) {
                    values.push(value);
                }
            }
        }
        return values;
    }

    protected measure(): void {
        this.prefixLengths = [...new Set([...this.byPrefix.keys()].map(({ length }) => length))];
    }
}
