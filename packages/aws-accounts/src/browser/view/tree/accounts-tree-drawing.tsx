import { HoverService } from '@theia/core/lib/browser/hover-service';
import type { TreeNode } from '@theia/core/lib/browser/tree/tree';
import { SelectableTreeNode } from '@theia/core/lib/browser/tree/tree-selection';
import type { TreeModel } from '@theia/core/lib/browser/tree/tree-model';
import { NodeProps, TreeWidget } from '@theia/core/lib/browser/tree/tree-widget';
import { inject, injectable } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { AccountsNode } from './accounts-node';
import { AccountsRowActions, AccountsRowIcon, AccountsRowText, rowElementId } from './accounts-row-view';
import { rowAttributes } from './row-attributes';

/** Pixels for each level. The toggle of a row takes a part of them, so that icons of one level stand below each other. */
const INDENT = 16;
const TOGGLE = 12;

/** Theia's list that draws the rows. Props are named, since the types of React 19 take none that are not. */
interface VirtualListProps {
    readonly tabIndex?: number;
    readonly role?: string;
    readonly computeItemKey?: (index: number) => React.Key;
}
type VirtualList = React.ReactElement<VirtualListProps>;

/** Draws the rows: Theia's virtual tree, with the roles and names that it lacks. */
@injectable()
export abstract class AccountsTreeDrawing extends TreeWidget {

    @inject(HoverService) protected readonly hovers: HoverService;

    protected hovered: string | undefined;
    /** Those of all rows, in their order: each drawn row asks for one. */
    protected keys: readonly React.Key[] = [];

    /**
     * Keeps Virtuoso's own element from taking the focus. It is a group, since a tree may not hold an element that can have the focus
     * and has no role. Rows get a key of their own, so that a moved row is not drawn anew.
     */
    protected override renderTree(model: TreeModel): React.ReactNode {
        const view = super.renderTree(model);
        return React.isValidElement(view)
            ? React.cloneElement(view as VirtualList, { tabIndex: -1, role: 'group', computeItemKey: this.keyOfRow })
            : view;
    }

    protected readonly keyOfRow = (index: number): React.Key => this.keys[index] ?? index;

    protected override createNodeAttributes(node: TreeNode, props: NodeProps): React.Attributes & React.HTMLAttributes<HTMLElement> {
        const attributes = super.createNodeAttributes(node, props);
        return AccountsNode.is(node) ? { ...attributes, ...rowAttributes(node), onMouseEnter: this.showHover } : attributes;
    }

    protected override createNodeClassNames(node: TreeNode, props: NodeProps): string[] {
        const classes = super.createNodeClassNames(node, props);
        return AccountsNode.is(node)
            ? [...classes, 'theia-aws-row', `theia-aws-${node.row.kind}`, `theia-aws-tone-${node.row.tone}`]
            : classes;
    }

    protected override getPaddingLeft(node: TreeNode): number {
        if (!AccountsNode.is(node)) {
            return 0;
        }
        const above = AccountsNode.level(node) - 1;
        if (AccountsNode.isGroup(node)) {
            return Math.max(2, above * INDENT - TOGGLE);
        }
        return above === 0 ? 8 : 4 + above * INDENT;
    }

    /** Says what Theia says, from the few selected rows: Theia looks at all siblings of each drawn row. */
    protected override needsActiveIndentGuideline({ parent }: TreeNode): boolean {
        return parent !== undefined && this.isExpandable(parent) && (SelectableTreeNode.isSelected(parent) || (
            parent.expanded && this.model.selectedNodes.some(node => node.parent === parent && !(this.isExpandable(node) && node.expanded))
        ));
    }

    protected override renderIcon(node: TreeNode): React.ReactNode {
        return AccountsNode.is(node) && <AccountsRowIcon row={node.row} />;
    }

    protected override renderCaption(node: TreeNode): React.ReactNode {
        return AccountsNode.is(node) && <AccountsRowText row={node.row} />;
    }

    protected override renderTailDecorations(node: TreeNode): React.ReactNode {
        return AccountsNode.is(node) && <AccountsRowActions row={node.row} reachable={this.focusService.hasFocus(node)} />;
    }

    /** Closes the hover of a removed row, since Theia's hover does not notice the removal. */
    protected override doUpdateRows(): void {
        super.doUpdateRows();
        this.keys = [...this.rows.keys()];
        if (this.hovered !== undefined && !this.rows.has(this.hovered)) {
            this.hovers.cancelHover();
            this.hovered = undefined;
        }
    }

    protected readonly showHover = (event: React.MouseEvent<HTMLElement>): void => {
        const node = this.nodeOf(event.currentTarget);
        if (node !== undefined) {
            this.hovered = node.id;
            this.hovers.requestHover({
                content: node.row.tooltip(),
                target: event.currentTarget,
                position: 'right',
                cssClasses: ['theia-aws-hover']
            });
        }
    };

    protected nodeOf(element: HTMLElement): AccountsNode | undefined {
        for (const { node } of this.rows.values()) {
            if (AccountsNode.is(node) && rowElementId(node.id) === element.id) {
                return node;
            }
        }
        return undefined;
    }
}
