import { TreeModelImpl } from '@theia/core/lib/browser/tree/tree-model';
import { ExpandableTreeNode } from '@theia/core/lib/browser/tree/tree-expansion';
import { injectable } from '@theia/core/shared/inversify';
import type { AccountsRow } from '../rows/accounts-row';
import { AccountsNode } from './accounts-node';

/** The tree of rows. Each snapshot brings new rows; nodes are kept by id, and with them selection, expansion and focus. */
@injectable()
export class AccountsTreeModel extends TreeModelImpl {

    protected readonly nodesById = new Map<string, AccountsNode>();
    protected readonly collapsed = new Set<string>();
    protected allExpanded = false;

    /** Ids of the groups that the person has closed. */
    get collapsedIds(): readonly string[] {
        return [...this.collapsed];
    }

    /** Closes these groups, and no others. */
    collapse(ids: readonly string[]): void {
        this.collapsed.clear();
        ids.forEach(id => this.collapsed.add(id));
        this.nodesById.forEach(node => this.applyExpansion(node));
        this.fireChanged();
    }

    /**
     * Shows `rows`.
     * @param all every row there is, also those that a filter hides: their nodes are kept.
     * @param allExpanded whether closed groups are open as long as this is shown.
     */
    show(rows: readonly AccountsRow[], all: readonly AccountsRow[] = rows, allExpanded = false): void {
        const before = this.visibleNodes();
        const focusedIndex = before.findIndex(node => node.id === this.getFocusedNode()?.id);
        this.allExpanded = allExpanded;
        this.forgetAllBut(new Set([...all, ...rows].flatMap(row => [row.id, ...(row.children ?? []).map(child => child.id)])));
        this.root = AccountsNode.root(rows.map(row => this.nodeFor(row)));
        this.keepFocusNear(focusedIndex, before[focusedIndex]);
    }

    /** Selects the first connection that is shown; says whether there is one. */
    selectFirstConnection(): boolean {
        const first = this.visibleNodes().find(node => node.row.kind === 'connection');
        if (first !== undefined) {
            this.selectNode(first);
        }
        return first !== undefined;
    }

    /** The nodes that have a row on the screen, or would have one if it were high enough. */
    protected visibleNodes(): AccountsNode[] {
        const root = this.root;
        const top = root !== undefined && 'children' in root ? (root.children as readonly AccountsNode[]) : [];
        return top.flatMap(node => AccountsNode.isGroup(node) && node.expanded ? [node, ...node.children] : [node]);
    }

    protected nodeFor(row: AccountsRow): AccountsNode {
        const node = this.nodesById.get(row.id) ?? AccountsNode.create(row);
        this.nodesById.set(row.id, node);
        node.row = row;
        if (AccountsNode.isGroup(node)) {
            node.children = (row.children ?? []).map(child => this.nodeFor(child));
            this.applyExpansion(node);
        }
        return node;
    }

    protected applyExpansion(node: AccountsNode): void {
        if (AccountsNode.isGroup(node)) {
            node.expanded = this.allExpanded || !this.collapsed.has(node.id);
        }
    }

    protected forgetAllBut(ids: ReadonlySet<string>): void {
        for (const id of [...this.nodesById.keys()].filter(known => !ids.has(known))) {
            this.nodesById.delete(id);
        }
    }

    /** When the focused row is gone, the one that took its place gets the focus, so that the keyboard goes on where it was. */
    protected keepFocusNear(index: number, focused: AccountsNode | undefined): void {
        if (focused !== undefined && !this.nodesById.has(focused.id)) {
            const now = this.visibleNodes();
            const heir = now[Math.min(index, now.length - 1)];
            if (heir !== undefined && focused.selected) {
                this.selectNode(heir);
            } else {
                this.focusService.setFocus(heir);
            }
        }
    }

    protected override handleExpansion(node: Readonly<ExpandableTreeNode>): void {
        if (!this.allExpanded && node.expanded) {
            this.collapsed.delete(node.id);
        } else if (!this.allExpanded) {
            this.collapsed.add(node.id);
        }
        super.handleExpansion(node);
    }
}
