import { CompositeTreeNode, TreeNode } from '@theia/core/lib/browser/tree/tree';
import { ExpandableTreeNode } from '@theia/core/lib/browser/tree/tree-expansion';
import { SelectableTreeNode } from '@theia/core/lib/browser/tree/tree-selection';
import type { AccountsRow } from '../rows/accounts-row';

/** A row in the tree. The node lives as long as its row does, so that selection, expansion and focus stay. */
export interface AccountsNode extends SelectableTreeNode {
    row: AccountsRow;
}

/** A row that has others below it. */
export interface AccountsGroupNode extends AccountsNode, ExpandableTreeNode {
    children: readonly AccountsNode[];
}

export namespace AccountsNode {

    export function is(node: TreeNode | undefined): node is AccountsNode {
        return node !== undefined && 'row' in node;
    }

    export function isGroup(node: TreeNode | undefined): node is AccountsGroupNode {
        return is(node) && ExpandableTreeNode.is(node);
    }

    /** Makes `row` a new node, without its children. */
    export function create(row: AccountsRow): AccountsNode {
        const node: AccountsNode = { id: row.id, parent: undefined, selected: false, row };
        return row.children === undefined ? node : Object.assign(node, { children: [], expanded: true });
    }

    /** Where a node stands among its siblings, counted from 1. */
    export function position(node: AccountsNode): { readonly level: number; readonly setSize: number; readonly posInSet: number } {
        const siblings = node.parent?.children ?? [node];
        return { level: is(node.parent) ? 2 : 1, setSize: siblings.length, posInSet: CompositeTreeNode.indexOf({ ...ROOT, children: siblings }, node) + 1 };
    }

    const ROOT: CompositeTreeNode = { id: 'aws-accounts', parent: undefined, visible: false, children: [] };

    /** The invisible node above all others. */
    export function root(children: readonly AccountsNode[]): CompositeTreeNode {
        return { ...ROOT, children };
    }
}
