import { HoverService } from '@theia/core/lib/browser/hover-service';
import type { TreeNode } from '@theia/core/lib/browser/tree/tree';
import type { TreeModel } from '@theia/core/lib/browser/tree/tree-model';
import { NodeProps, TreeWidget } from '@theia/core/lib/browser/tree/tree-widget';
import { addEventListener } from '@theia/core/lib/browser/widgets/widget';
import { CommandService } from '@theia/core/lib/common/command';
import { Emitter } from '@theia/core/lib/common/event';
import { MenuModelRegistry } from '@theia/core/lib/common/menu';
import { nls } from '@theia/core/lib/common/nls';
import type { Message } from '@theia/core/shared/@lumino/messaging';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import type { RowAction } from '../rows/accounts-row';
import { AccountsNode } from './accounts-node';
import { AccountsRowActions, AccountsRowIcon, AccountsRowText, rowElementId } from './accounts-row-view';
import { AccountsTreeModel } from './accounts-tree-model';
import { ActiveDescendant } from './active-descendant';
import { rowAttributes } from './row-attributes';
import { RowActionRunner } from './row-action-runner';
import { AWS_ACCOUNTS_CONTEXT_MENU, rowContextMenu } from './row-context-menu';

const SCROLLER = '[data-virtuoso-scroller]';

/** Draws the rows: Theia's virtual tree, with the roles and names that it lacks, and with buttons that the keyboard reaches. */
@injectable()
export class AccountsTreeWidget extends TreeWidget {

    @inject(AccountsTreeModel) override readonly model: AccountsTreeModel;
    @inject(CommandService) protected readonly commands: CommandService;
    @inject(MenuModelRegistry) protected readonly menus: MenuModelRegistry;
    @inject(HoverService) protected readonly hovers: HoverService;
    @inject(RowActionRunner) protected readonly runner: RowActionRunner;

    protected readonly typed = new Emitter<string>();
    /** The person has typed a character, which no key of the tree is: they look for something. */
    readonly onDidType = this.typed.event;

    @postConstruct()
    protected override init(): void {
        super.init();
        this.addClass('theia-aws-accounts-tree');
        this.node.setAttribute('role', 'tree');
        this.node.setAttribute('aria-label', nls.localize('theia/aws-accounts/view/title', 'AWS Accounts'));
        this.toDispose.pushAll([this.typed, this.model.onOpenNode(node => this.open(node))]);
    }

    protected override onAfterAttach(msg: Message): void {
        super.onAfterAttach(msg);
        const active = new ActiveDescendant(this.node, () => this.focusedElementId());
        this.toDisposeOnDetach.pushAll([
            active,
            this.focusService.onDidChangeFocus(() => active.update()),
            addEventListener(this.node, 'focusin', event => this.handleFocusIn(event)),
            addEventListener(this.node, 'keypress', event => this.handleKeyPress(event)),
            addEventListener(this.node, 'contextmenu', event => this.handleKeyboardContextMenu(event))
        ]);
    }

    protected focusedElementId(): string | undefined {
        const node = this.focusService.focusedNode;
        return node && rowElementId(node.id);
    }

    protected handleFocusIn({ target }: FocusEvent): void {
        if (target instanceof HTMLElement && target.matches(SCROLLER)) {
            this.node.focus({ preventScroll: true });
        } else if (target === this.node && this.focusService.focusedNode === undefined && this.node.matches(':focus-visible')) {
            this.doFocus();
        }
    }

    protected handleKeyPress(event: KeyboardEvent): void {
        if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            this.typed.fire(event.key);
        }
    }

    /** Virtuoso's own element must not take the focus from the tree; rows are told apart by what they are, not by where they stand. */
    protected override renderTree(model: TreeModel): React.ReactNode {
        const view = super.renderTree(model);
        return React.isValidElement(view) ? React.cloneElement(view as React.ReactElement, { tabIndex: -1, computeItemKey: this.keyOfRow }) : view;
    }

    protected readonly keyOfRow = (index: number): React.Key => [...this.rows.keys()][index] ?? index;

    protected override createNodeAttributes(node: TreeNode, props: NodeProps): React.Attributes & React.HTMLAttributes<HTMLElement> {
        const attributes = super.createNodeAttributes(node, props);
        return AccountsNode.is(node) ? { ...attributes, ...rowAttributes(node), onMouseEnter: this.showHover } : attributes;
    }

    protected override createNodeClassNames(node: TreeNode, props: NodeProps): string[] {
        const classes = super.createNodeClassNames(node, props);
        return AccountsNode.is(node) ? [...classes, 'theia-aws-row', `theia-aws-${node.row.kind}`, `theia-aws-tone-${node.row.tone}`] : classes;
    }

    protected override getPaddingLeft(node: TreeNode): number {
        return AccountsNode.isGroup(node) ? 2 : AccountsNode.is(node.parent) ? 20 : 8;
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

    protected readonly showHover = (event: React.MouseEvent<HTMLElement>): void => {
        const node = this.nodeOf(event.currentTarget);
        if (node !== undefined) {
            this.hovers.requestHover({ content: node.row.tooltip, target: event.currentTarget, position: 'right', cssClasses: ['theia-aws-hover'] });
        }
    };

    protected nodeOf(element: HTMLElement): AccountsNode | undefined {
        return [...this.rows.values()].map(row => row.node).filter(AccountsNode.is).find(node => rowElementId(node.id) === element.id);
    }

    /** The action of the button that `event` comes from, if it comes from one. */
    protected actionOf({ target }: { readonly target: EventTarget | null }): RowAction | undefined {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-action-id]') : null;
        const node = this.model.getNode(button?.dataset.rowId);
        return AccountsNode.is(node) ? node.row.actions.find(action => action.id === button?.dataset.actionId) : undefined;
    }

    protected override handleClickEvent(node: TreeNode | undefined, event: React.MouseEvent<HTMLElement>): void {
        const action = this.actionOf(event);
        if (action === undefined) {
            super.handleClickEvent(node, event);
        } else {
            event.stopPropagation();
            this.runner.run(action);
        }
    }

    protected override handleDblClickEvent(node: TreeNode | undefined, event: React.MouseEvent<HTMLElement>): void {
        if (this.actionOf(event) === undefined) {
            super.handleDblClickEvent(node, event);
        }
    }

    protected override handleEnter(event: KeyboardEvent): void {
        const action = this.actionOf(event);
        return action === undefined ? super.handleEnter(event) : this.runner.run(action);
    }

    protected override handleSpace(event: KeyboardEvent): void {
        const action = this.actionOf(event);
        return action === undefined ? super.handleSpace(event) : this.runner.run(action);
    }

    protected open(node: TreeNode): void {
        const action = AccountsNode.is(node) ? node.row.actions.find(candidate => candidate.primary) : undefined;
        if (action !== undefined) {
            this.runner.run(action);
        }
    }

    protected override handleContextMenuEvent(node: TreeNode | undefined, event: React.MouseEvent<HTMLElement>): void {
        event.stopPropagation();
        event.preventDefault();
        if (AccountsNode.is(node)) {
            this.model.selectNode(node);
            this.showContextMenu(node, { x: event.clientX, y: event.clientY });
        }
    }

    /** The menu key and Shift+F10 come from the element that has the focus, which is the tree and not a row. */
    protected handleKeyboardContextMenu(event: MouseEvent): void {
        const node = this.focusService.focusedNode;
        if (event.target === this.node && AccountsNode.is(node)) {
            event.preventDefault();
            const { left, bottom } = (this.node.ownerDocument.getElementById(rowElementId(node.id)) ?? this.node).getBoundingClientRect();
            this.showContextMenu(node, { x: left + 20, y: bottom });
        }
    }

    protected showContextMenu({ row }: AccountsNode, anchor: { x: number; y: number }): void {
        const menu = rowContextMenu(row.actions, this.commands, this.menus.getMenu(AWS_ACCOUNTS_CONTEXT_MENU));
        if (row.actions.length > 0) {
            this.contextMenuRenderer.render({ menu, menuPath: AWS_ACCOUNTS_CONTEXT_MENU, anchor, context: this.node, includeAnchorArg: false });
        }
    }
}
