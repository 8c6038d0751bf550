import { Disposable } from '@theia/core/lib/common/disposable';

const WILDCARD = /[*?]/;

interface Entry<T> {
    readonly expression: RegExp;
    readonly value: T;
}

/**
 * Values by patterns of command ids, found by what stands before the first wildcard: of hundreds of patterns only the few are tried that
 * begin like the id.
 */
export class CommandPatterns<T> {

    protected readonly byPrefix = new Map<string, Set<Entry<T>>>();
    protected prefixLengths: readonly number[] = [];

    /** Whether `commands` is a pattern, and not simply an id. */
    static isPattern(commands: string): boolean {
        return WILDCARD.test(commands);
    }

    /** @param pattern `*` stands for any number of characters, `?` for exactly one */
    add(pattern: string, value: T): Disposable {
        const prefix = pattern.slice(0, pattern.search(WILDCARD));
        const entries = this.byPrefix.get(prefix) ?? new Set();
        const entry: Entry<T> = { expression: expressionOf(pattern), value };
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
            for (const { expression, value } of this.byPrefix.get(commandId.slice(0, length)) ?? []) {
                if (expression.test(commandId)) {
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

function expressionOf(pattern: string): RegExp {
    const literal = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
    return new RegExp(`^${literal.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`, 's');
}
