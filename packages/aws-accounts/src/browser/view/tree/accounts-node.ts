import { CompositeTreeNode, TreeNode } from '@theia/core/lib/browser/tree/tree';
import { ExpandableTreeNode } from '@theia/core/lib/browser/tree/tree-expansion';
import { SelectableTreeNode } from '@theia/core/lib/browser/tree/tree-selection';
import type { AccountsRow } from '../rows/accounts-row';

/** A row in the tree. The node lives as long as its row does, so that selection, expansion and focus stay. */
export interface AccountsNode extends SelectableTreeNode {
    row: AccountsRow;
}

/** A row that has others below it. */
interface AccountsGroupNode extends AccountsNode, ExpandableTreeNode {
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
        give(node, row);
        return node;
    }

    /** Gives a node a new row. A row may get others below it, or lose them: the node stays the same one. */
    export function give(node: AccountsNode, row: AccountsRow): void {
        node.row = row;
        if (row.children === undefined) {
            Reflect.deleteProperty(node, 'children');
            Reflect.deleteProperty(node, 'expanded');
        } else if (!isGroup(node)) {
            Object.assign(node, { children: [], expanded: row.closedAtFirst !== true });
        }
    }

    /** The node and all below it that are open, in their order on the screen. */
    export function opened(node: AccountsNode): AccountsNode[] {
        return isGroup(node) && node.expanded ? [node, ...node.children.flatMap(opened)] : [node];
    }

    /** The depth of a node; 1 for those without one above them. */
    export function level(node: AccountsNode): number {
        return is(node.parent) ? level(node.parent) + 1 : 1;
    }

    /** Counts the siblings of a node, and its place among them from 1. */
    export function position(node: AccountsNode): { readonly level: number; readonly setSize: number; readonly posInSet: number } {
        const siblings = node.parent?.children ?? [node];
        return {
            level: level(node),
            setSize: siblings.length,
            posInSet: (placesOf(siblings).get(node) ?? -1) + 1
        };
    }

    /** By the list of children, which is another one after each change: every drawn row asks for its place. */
    const places = new WeakMap<readonly TreeNode[], ReadonlyMap<TreeNode, number>>();

    function placesOf(siblings: readonly TreeNode[]): ReadonlyMap<TreeNode, number> {
        const known = places.get(siblings) ?? new Map(siblings.map((sibling, index) => [sibling, index]));
        places.set(siblings, known);
        return known;
    }

    const ROOT: CompositeTreeNode = { id: 'aws-accounts', parent: undefined, visible: false, children: [] };

    /** The invisible node above all others. */
    export function root(children: readonly AccountsNode[]): CompositeTreeNode {
        return { ...ROOT, children };
    }
}
