import { nls } from '@theia/core/lib/common/nls';
import type { AccountsRow } from './accounts-row';

export interface FilteredRows {
    readonly rows: readonly AccountsRow[];
    /** How many rows match, and among how many; `undefined` without a filter. */
    readonly count?: { readonly matching: number; readonly total: number };
}

/**
 * The rows with all words of `filter` in name, account, role, region, kind or state, in any order and letter case, with the rows above
 * them. The uses stay on top, since they say who one is; groups without a match and rows that only give advice go.
 */
export function filteredRows(rows: readonly AccountsRow[], filter: string): FilteredRows {
    const words = filter.toLowerCase().split(/\s+/).filter(word => word !== '');
    if (words.length === 0) {
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

/** Goes through all rows, and counts. */
class Search {

    total = 0;
    matching = 0;

    constructor(protected readonly words: readonly string[]) { }

    /** What is left of the rows below `row`. */
    below(row: AccountsRow): AccountsRow[] {
        return (row.children ?? []).flatMap(child => this.leave(child));
    }

    protected leave(row: AccountsRow): AccountsRow[] {
        if (row.searchText === '') {
            return [];
        }
        const matches = this.words.every(word => row.searchText.includes(word));
        this.total += 1;
        this.matching += matches ? 1 : 0;
        if (row.children === undefined) {
            return matches ? [row] : [];
        }
        const children = this.below(row);
        return matches || children.length > 0 ? [{ ...row, children }] : [];
    }
}

/** The number of matches, to be shown and heard. */
export function countText({ matching, total }: { readonly matching: number; readonly total: number }): string {
    return nls.localize('theia/aws-accounts/filter/count', '{0} of {1}', matching, total);
}

function nothingFound(filter: string): AccountsRow {
    const name = nls.localize('theia/aws-accounts/filter/nothing', 'Nothing matches "{0}"', filter.trim());
    const detail = nls.localize('theia/aws-accounts/filter/fields', 'looked at names, accounts, roles, regions and states');
    return {
        id: 'hint:filter',
        kind: 'hint',
        icon: 'search-stop',
        tone: 'plain',
        name,
        detail,
        status: '',
        tooltip: detail,
        spoken: `${name}, ${detail}`,
        actions: [],
        attributes: {},
        searchText: ''
    };
}
