import { addEventListener } from '@theia/core/lib/browser/widgets/widget';
import type { TreeNode } from '@theia/core/lib/browser/tree/tree';
import { CommandService } from '@theia/core/lib/common/command';
import { Emitter } from '@theia/core/lib/common/event';
import { MenuModelRegistry } from '@theia/core/lib/common/menu';
import type { Message } from '@theia/core/shared/@lumino/messaging';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import type * as React from '@theia/core/shared/react';
import type { RowAction } from '../rows/action/row-action';
import { AccountsNode } from './accounts-node';
import { rowElementId } from './accounts-row-view';
import { AccountsTreeDrawing } from './accounts-tree-drawing';
import { AccountsTreeModel } from './accounts-tree-model';
import { ActiveDescendant } from './active-descendant';
import { FocusKeeper } from './focus-keeper';
import { RowActionRunner } from './row-action-runner';
import { AWS_ACCOUNTS_CONTEXT_MENU, rowContextMenu } from './row-context-menu';
import { Labels } from '../../wording/text/labels';

const SCROLLER = '[data-virtuoso-scroller]';

/** The tree of rows, for mouse and keyboard: the buttons of a row and its context menu do the same. */
@injectable()
export class AccountsTreeWidget extends AccountsTreeDrawing {

    @inject(AccountsTreeModel) override readonly model: AccountsTreeModel;
    @inject(CommandService) protected readonly commands: CommandService;
    @inject(MenuModelRegistry) protected readonly menus: MenuModelRegistry;
    @inject(RowActionRunner) protected readonly runner: RowActionRunner;

    protected readonly typed = new Emitter<string>();
    /** Fires with a typed character that is no key of the tree: it starts the filter. */
    readonly onDidType = this.typed.event;

    @postConstruct()
    protected override init(): void {
        super.init();
        this.addClass('theia-aws-accounts-tree');
        this.node.setAttribute('role', 'tree');
        this.node.setAttribute('aria-label', Labels.accounts());
        this.toDispose.pushAll([this.typed, this.model.onOpenNode(node => this.open(node))]);
    }

    protected override onAfterAttach(msg: Message): void {
        super.onAfterAttach(msg);
        const keeper = new FocusKeeper(this.node);
        const active = new ActiveDescendant(this.node, () => this.focusedElementId(), () => keeper.update());
        this.toDisposeOnDetach.pushAll([
            keeper,
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
            this.focusService.setFocus(this.getNodeToFocus());
        }
    }

    protected handleKeyPress(event: KeyboardEvent): void {
        if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            this.typed.fire(event.key);
        }
    }

    /** Finds the action of the button that `event` comes from, if it comes from one. */
    protected actionOf({ target }: { readonly target: EventTarget | null }): RowAction | undefined {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-action-id]') : null;
        const node = this.model.getNode(button?.dataset.rowId);
        return AccountsNode.is(node) ? node.row.actions().find(action => action.id === button?.dataset.actionId) : undefined;
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
        const action = AccountsNode.is(node) ? node.row.actions().find(candidate => candidate.primary) : undefined;
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

    /** Opens the menu for the menu key and Shift+F10. They come from the tree, which has the focus, and not from a row. */
    protected handleKeyboardContextMenu(event: MouseEvent): void {
        const node = this.focusService.focusedNode;
        if (event.target === this.node && AccountsNode.is(node)) {
            event.preventDefault();
            const { left, bottom } = (this.node.ownerDocument.getElementById(rowElementId(node.id)) ?? this.node).getBoundingClientRect();
            this.showContextMenu(node, { x: left + 20, y: bottom });
        }
    }

    protected showContextMenu({ row }: AccountsNode, anchor: { x: number; y: number }): void {
        const menu = rowContextMenu(row.actions(), this.commands, this.menus.getMenu(AWS_ACCOUNTS_CONTEXT_MENU));
        if (row.actions().length > 0) {
            this.contextMenuRenderer.render({
                menu,
                menuPath: AWS_ACCOUNTS_CONTEXT_MENU,
                anchor,
                context: this.node,
                includeAnchorArg: false
            });
        }
    }
}
