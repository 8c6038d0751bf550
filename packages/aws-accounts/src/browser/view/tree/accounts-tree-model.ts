import { TreeModelImpl } from '@theia/core/lib/browser/tree/tree-model';
import { ExpandableTreeNode } from '@theia/core/lib/browser/tree/tree-expansion';
import { injectable } from '@theia/core/shared/inversify';
import type { AccountsRow } from '../rows/accounts-row';
import type { ListingRequest } from '../rows/action/listing-request';
import { AccountsNode } from './accounts-node';
import { RowExpansion } from './row-expansion';

/** The tree of rows. Each snapshot brings new rows; nodes are kept by id, and with them selection, expansion and focus. */
@injectable()
export class AccountsTreeModel extends TreeModelImpl {

    protected readonly nodesById = new Map<string, AccountsNode>();
    /** The rows that the person has opened and closed. */
    readonly expansion = new RowExpansion();
    protected allExpanded = false;

    /** Listings that the open rows need. */
    get openListings(): readonly ListingRequest[] {
        return this.visibleNodes().filter(AccountsNode.isGroup).filter(({ expanded }) => expanded).flatMap(({ row }) => row.listing ?? []);
    }

    /** Opens rows, now or as soon as they are there. */
    open(ids: readonly string[]): void {
        this.expansion.open(ids);
        this.nodesById.forEach(node => this.applyExpansion(node));
        this.fireChanged();
    }

    /** Opens a row, now or as soon as it is there, unless the person has closed it. */
    openUnlessClosed(id: string): void {
        if (!this.expansion.closedAgainIds.includes(id)) {
            this.open([id]);
        }
    }

    /** Closes these groups and opens all others. */
    collapse(ids: readonly string[]): void {
        this.expansion.collapse(ids);
        this.nodesById.forEach(node => this.applyExpansion(node));
        this.fireChanged();
    }

    /**
     * Shows `rows`.
     * @param all every row, also those that a filter hides: their nodes are kept
     * @param allExpanded opens closed groups as long as these rows are shown
     */
    show(rows: readonly AccountsRow[], all: readonly AccountsRow[] = rows, allExpanded = false): void {
        const before = this.visibleNodes();
        const focusedIndex = before.findIndex(node => node.id === this.getFocusedNode()?.id);
        this.allExpanded = allExpanded;
        this.forgetAllBut(new Set([...all, ...rows].flatMap(idsOf)));
        this.root = AccountsNode.root(rows.map(row => this.nodeFor(row)));
        this.keepFocusNear(focusedIndex, before[focusedIndex]);
    }

    /** Selects the first shown row that a search is for: a role, or a connection without rows below it. @returns whether there is one */
    selectFirstConnection(): boolean {
        const found = this.visibleNodes().filter(({ row }) => row.kind === 'connection' || row.kind === 'account' || row.kind === 'role');
        const first = found.find(({ row }) => (row.children ?? []).length === 0) ?? found[0];
        if (first !== undefined) {
            this.selectNode(first);
        }
        return first !== undefined;
    }

    /** Nodes that are drawn, or would be on a screen that is high enough. */
    protected visibleNodes(): AccountsNode[] {
        const root = this.root;
        const top = root !== undefined && 'children' in root ? (root.children as readonly AccountsNode[]) : [];
        return top.flatMap(AccountsNode.opened);
    }

    protected nodeFor(row: AccountsRow): AccountsNode {
        const node = this.nodesById.get(row.id) ?? AccountsNode.create(row);
        this.nodesById.set(row.id, node);
        AccountsNode.give(node, row);
        if (AccountsNode.isGroup(node)) {
            node.children = (row.children ?? []).map(child => this.nodeFor(child));
            this.applyExpansion(node);
        }
        return node;
    }

    protected applyExpansion(node: AccountsNode): void {
        if (AccountsNode.isGroup(node)) {
            node.expanded = this.allExpanded || this.expansion.isOpen(node.row);
        }
    }

    protected forgetAllBut(ids: ReadonlySet<string>): void {
        for (const id of [...this.nodesById.keys()].filter(known => !ids.has(known))) {
            this.nodesById.delete(id);
        }
    }

    /** Moves the focus of a removed row to the row in its place, so that the keyboard continues there. */
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
        if (!this.allExpanded && AccountsNode.is(node)) {
            this.expansion.note(node.row, node.expanded);
        }
        super.handleExpansion(node);
    }
}

function idsOf(row: AccountsRow): string[] {
    return [row.id, ...(row.children ?? []).flatMap(idsOf)];
}
