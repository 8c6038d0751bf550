import { TreeModelImpl } from '@theia/core/lib/browser/tree/tree-model';
import { ExpandableTreeNode } from '@theia/core/lib/browser/tree/tree-expansion';
import { injectable } from '@theia/core/shared/inversify';
import type { AccountsRow } from '../rows/accounts-row';
import type { ListingRequest } from '../rows/action/listing-request';
import { AccountsNode } from './accounts-node';

/** The tree of rows. Each snapshot brings new rows; nodes are kept by id, and with them selection, expansion and focus. */
@injectable()
export class AccountsTreeModel extends TreeModelImpl {

    protected readonly nodesById = new Map<string, AccountsNode>();
    protected readonly collapsed = new Set<string>();
    protected readonly opened = new Set<string>();
    protected readonly closedAgain = new Set<string>();
    protected allExpanded = false;

    /** Listings that the open rows need. */
    get openListings(): readonly ListingRequest[] {
        return this.visibleNodes().filter(AccountsNode.isGroup).filter(({ expanded }) => expanded).flatMap(({ row }) => row.listing ?? []);
    }

    /** Ids of the groups that the person has closed. */
    get collapsedIds(): readonly string[] {
        return [...this.collapsed];
    }

    /** Ids of the rows that the person has opened and that are closed otherwise. */
    get openedIds(): readonly string[] {
        return [...this.opened];
    }

    /** Ids of the rows that were open and that the person has closed, of those that are closed otherwise. */
    get closedAgainIds(): readonly string[] {
        return [...this.closedAgain];
    }

    /** Opens rows, now or as soon as they are there. */
    open(ids: readonly string[]): void {
        ids.forEach(id => this.opened.add(id));
        this.nodesById.forEach(node => this.applyExpansion(node));
        this.fireChanged();
    }

    /** Opens a row, now or as soon as it is there, unless the person has closed it. */
    openUnlessClosed(id: string): void {
        if (!this.closedAgain.has(id)) {
            this.open([id]);
        }
    }

    /** Remembers that the person has closed these rows. */
    rememberClosed(ids: readonly string[]): void {
        ids.forEach(id => this.closedAgain.add(id));
    }

    /** Closes these groups and opens all others. */
    collapse(ids: readonly string[]): void {
        this.collapsed.clear();
        ids.forEach(id => this.collapsed.add(id));
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
            node.expanded = this.allExpanded || (node.row.closedAtFirst ? this.opened.has(node.id) : !this.collapsed.has(node.id));
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

    protected note(ids: Set<string>, id: string, isIn: boolean): void {
        if (isIn) {
            ids.add(id);
        } else {
            ids.delete(id);
        }
    }

    protected override handleExpansion(node: Readonly<ExpandableTreeNode>): void {
        if (!this.allExpanded && AccountsNode.is(node)) {
            const { id, expanded, row: { closedAtFirst = false } } = node;
            this.note(closedAtFirst ? this.opened : this.collapsed, id, expanded === closedAtFirst);
            this.note(this.closedAgain, id, closedAtFirst && !expanded);
        }
        super.handleExpansion(node);
    }
}

function idsOf(row: AccountsRow): string[] {
    return [row.id, ...(row.children ?? []).flatMap(idsOf)];
}
