import { nls } from '@theia/core/lib/common/nls';
import type { AccountsRow } from './accounts-row';

export interface FilteredRows {
    readonly rows: readonly AccountsRow[];
    /** How many rows match, and among how many; `undefined` without a filter. */
    readonly count?: { readonly matching: number; readonly total: number };
}

/**
 * The rows with all words of `filter` in name, account, role, region, kind or state, in any order and letter case. The uses stay on top,
 * since they say who one is; groups without a match and rows that only give advice go.
 */
export function filteredRows(rows: readonly AccountsRow[], filter: string): FilteredRows {
    const words = filter.toLowerCase().split(/\s+/).filter(word => word !== '');
    if (words.length === 0) {
        return { rows };
    }
    let total = 0;
    let matching = 0;
    const groups = rows.filter(row => row.kind === 'group').map(group => {
        const searched = group.children?.filter(child => child.searchText !== '') ?? [];
        const children = searched.filter(child => words.every(word => child.searchText.includes(word)));
        total += searched.length;
        matching += children.length;
        return { ...group, children };
    });
    const rest = matching > 0 ? groups.filter(group => group.children.length > 0) : [nothingFound(filter)];
    return { rows: [...rows.filter(row => row.kind === 'use'), ...rest], count: { matching, total } };
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
