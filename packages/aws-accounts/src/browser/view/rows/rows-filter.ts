import { nls } from '@theia/core/lib/common/nls';
import { WordFilter } from '../../../common/value/word-filter';
import { joined } from '../../wording/text/joined-text';
import { AccountsRow } from './accounts-row';

interface FilteredRows {
    readonly rows: readonly AccountsRow[];
    /** Number of rows that match, and of all rows; `undefined` without a filter. */
    readonly count?: { readonly matching: number; readonly total: number };
}

/**
 * Keeps the rows with all words of `filter` in name, account, role, region, kind or state, in any order and letter case, and the rows above
 * them. The uses stay on top, since they say who one is; groups without a match and rows that only give advice go.
 */
export function filteredRows(rows: readonly AccountsRow[], filter: string): FilteredRows {
    const words = new WordFilter(filter);
    if (words.isEmpty) {
        return { rows };
    }
    const search = new Search(words);
    const groups = rows.filter(row => row.kind === 'group').flatMap(group => {
        const children = search.below(group);
        return children.length > 0 ? [{ ...group, children }] : [];
    });
    const { matching, total } = search;
    return {
        rows: [...rows.filter(row => row.kind === 'use'), ...(matching > 0 ? groups : [nothingFound(filter)])],
        count: { matching, total }
    };
}

/** Goes through all rows, and counts those that match. */
class Search {

    total = 0;
    matching = 0;

    constructor(protected readonly words: WordFilter) { }

    /** Keeps the matching rows below `row`. */
    below(row: AccountsRow): AccountsRow[] {
        return (row.children ?? []).flatMap(child => this.leave(child));
    }

    protected leave(row: AccountsRow): AccountsRow[] {
        if (row.searchText === '') {
            return [];
        }
        const matches = this.words.matches(row.searchText);
        this.total += 1;
        this.matching += matches ? 1 : 0;
        if (row.children === undefined) {
            return matches ? [row] : [];
        }
        const children = this.below(row);
        return matches || children.length > 0 ? [{ ...row, children }] : [];
    }
}

/** Words the number of matches, to be shown and heard. */
export function countText({ matching, total }: { readonly matching: number; readonly total: number }): string {
    return nls.localize('theia/aws-accounts/filter/count', '{0} of {1}', matching, total);
}

function nothingFound(filter: string): AccountsRow {
    const name = nls.localize('theia/aws-accounts/filter/nothing', 'Nothing matches "{0}"', filter.trim());
    const detail = nls.localize('theia/aws-accounts/filter/fields', 'looked at names, accounts, roles, regions and states');
    const spoken = (): string => joined([name, detail], ', ');
    return AccountsRow.named('hint:filter', 'hint', name, { icon: 'search-stop', detail, tooltip: () => detail, spoken });
}
