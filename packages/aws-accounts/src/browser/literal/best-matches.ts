import type { QuickPickItem } from '@theia/core/lib/common/quick-pick-service';
import { WordFilter } from '../../common/value/word-filter';

/** Texts of an item in which a filter may look. */
export type FilteredItem = Pick<QuickPickItem, 'label' | 'description' | 'detail' | 'alwaysShow'>;

export interface FilteredParts {
    readonly matchOnDescription?: boolean;
    readonly matchOnDetail?: boolean;
}

interface Candidate<T> {
    readonly item: T;
    readonly label: string;
    /** All that the filter looks in. */
    readonly text: string;
}

/** Kinds of fit between a label and a filter. */
const RANKS = 4;

/** Finds the items of a long list that fit best. The texts of thousands are prepared once, and looked through at each key. */
export class BestMatches<T extends FilteredItem> {

    protected readonly candidates: readonly Candidate<T>[];

    constructor(protected readonly items: readonly T[], { matchOnDescription = false, matchOnDetail = false }: FilteredParts = {}) {
        this.candidates = items.map(item => {
            const { label, description = '', detail = '' } = item;
            const text = [label, ...matchOnDescription ? [description] : [], ...matchOnDetail ? [detail] : []].join('\n').toLowerCase();
            return { item, label: label.toLowerCase(), text };
        });
    }

    /**
     * The items with all words of `filter`: those of that very label come first, then those whose label begins with it or has it in it.
     * Items of one kind stay in their order, and those to show always are among them.
     *
     * @returns at most `most` of them, and the count of the others
     */
    find(filter: string, most: number): { readonly best: readonly T[]; readonly more: number } {
        const words = new WordFilter(filter);
        const wanted = filter.trim().toLowerCase();
        const ranks: T[][] = Array.from({ length: RANKS }, () => []);
        const always: T[] = [];
        for (const { item, label, text } of this.candidates) {
            if (item.alwaysShow) {
                always.push(item);
            } else if (words.matches(text)) {
                ranks[words.isEmpty ? 0 : rankOf(label, wanted)].push(item);
            }
        }
        const found = ranks.flat();
        const shown = Math.max(0, most - always.length);
        return { best: [...found.slice(0, shown), ...always], more: Math.max(0, found.length - shown) };
    }
}

function rankOf(label: string, wanted: string): number {
    const place = label.indexOf(wanted);
    return place === -1 ? RANKS - 1 : place > 0 ? 2 : label.length > wanted.length ? 1 : 0;
}
