import type * as React from '@theia/core/shared/react';
import { AccountsNode } from './accounts-node';
import { rowElementId } from './accounts-row-view';

/** Attributes by which assistive technology, scripts and tests find a row. */
export function rowAttributes(node: AccountsNode): React.HTMLAttributes<HTMLElement> {
    const { level, setSize, posInSet } = AccountsNode.position(node);
    return {
        id: rowElementId(node.id),
        role: 'treeitem',
        'aria-label': node.row.spoken(),
        'aria-level': level,
        'aria-setsize': setSize,
        'aria-posinset': posInSet,
        'aria-selected': node.selected,
        'aria-expanded': AccountsNode.isGroup(node) ? node.expanded : undefined,
        'aria-busy': node.row.tone === 'busy' || undefined,
        ...node.row.attributes
    };
}
