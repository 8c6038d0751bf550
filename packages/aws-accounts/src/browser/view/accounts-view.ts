import type { StatefulWidget } from '@theia/core/lib/browser/shell/shell-layout-restorer';
import { BaseWidget, PanelLayout } from '@theia/core/lib/browser/widgets/widget';
import { Emitter, Event } from '@theia/core/lib/common/event';
import type { Message } from '@theia/core/shared/@lumino/messaging';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { SignInRunner } from '../dialog/sign-in/sign-in-runner';
import { AccountsFilterWidget } from './accounts-filter-widget';
import { AccountsPresenter } from './accounts-presenter';
import { connectionRowId } from './rows/connection-row';
import { countText, filteredRows } from './rows/rows-filter';
import { AccountsTreeModel } from './tree/accounts-tree-model';
import { AccountsTreeWidget } from './tree/accounts-tree-widget';
import { Labels } from '../wording/text/labels';

/** Number of connections from which on the filter is always shown. */
const MANY_CONNECTIONS = 12;

interface AccountsViewState {
    readonly collapsed?: readonly string[];
    readonly opened?: readonly string[];
    readonly closedAgain?: readonly string[];
    readonly seen?: boolean;
}

/** The "AWS Accounts" view: a filter above the tree of rows. */
@injectable()
export class AccountsView extends BaseWidget implements StatefulWidget {

    static readonly ID = 'aws-accounts';
    static readonly LABEL = Labels.accounts();

    @inject(AccountsPresenter) protected readonly presenter: AccountsPresenter;
    @inject(AccountsFilterWidget) protected readonly filter: AccountsFilterWidget;
    @inject(AccountsTreeModel) protected readonly model: AccountsTreeModel;
    @inject(AccountsTreeWidget) protected readonly tree: AccountsTreeWidget;
    @inject(SignInRunner) protected readonly signIns: SignInRunner;

    protected filterWanted = false;
    /** True when the person saw the view before, and gave it the width that it has. */
    protected seen = false;
    protected readonly opened = new Emitter<void>();

    /** The view is shown for the first time in this workspace. */
    readonly onDidOpen: Event<void> = this.opened.event;

    @postConstruct()
    protected init(): void {
        this.arrange();
        this.toDispose.pushAll([
            this.presenter,
            this.presenter.onDidChange(() => this.draw()),
            this.filter.onDidChange(() => this.draw()),
            this.filter.onDidLeave(() => this.leaveFilter()),
            this.tree.onDidType(text => this.startFilter(text)),
            this.signIns.onDidSignIn(id => this.showAccounts(id)),
            this.model.onExpansionChanged(() => this.list()),
            this.opened,
            this.onDidChangeVisibility(visible => this.presenter.setWatched(visible)),
            this.onDidChangeVisibility(visible => visible && this.see())
        ]);
        this.draw();
    }

    /** Gives the view its title, with the filter above the tree. */
    protected arrange(): void {
        this.id = AccountsView.ID;
        this.title.label = AccountsView.LABEL;
        this.title.caption = AccountsView.LABEL;
        this.title.iconClass = 'theia-aws-accounts-icon';
        this.title.closable = true;
        this.addClass('theia-aws-accounts');
        const layout = new PanelLayout();
        layout.addWidget(this.filter);
        layout.addWidget(this.tree);
        this.layout = layout;
    }

    /** Puts the cursor into the filter, and `text` behind what is there. */
    startFilter(text = ''): void {
        this.filterWanted = true;
        this.filter.setValue(this.filter.value + text);
        this.draw();
        this.filter.activate();
    }

    protected see(): void {
        if (!this.seen) {
            this.seen = true;
            this.opened.fire();
        }
    }

    protected leaveFilter(): void {
        if (this.filter.value !== '') {
            this.model.selectFirstConnection();
        }
        this.tree.activate();
    }

    protected draw(): void {
        const all = this.presenter.rows;
        const { rows, count } = filteredRows(all, this.filter.value);
        this.filter.setHidden(!this.filterWanted && count === undefined && connectionCount(all) < MANY_CONNECTIONS);
        this.filter.showMatches(count === undefined ? '' : countText(count));
        this.tree.toggleClass('theia-aws-stale', !this.presenter.online);
        this.model.show(rows, all, count !== undefined);
        this.list();
    }

    protected open(rowIds: readonly string[]): void {
        this.model.open(rowIds);
        this.list();
    }

    /** A person who has signed in here sees what that opens. A sign-in elsewhere moves no row: they may be reading another one. */
    protected showAccounts(id: AwsConnectionId): void {
        this.model.openUnlessClosed(connectionRowId(id));
        this.list();
    }

    /** Asks for what the open rows need. */
    protected list(): void {
        this.presenter.list(this.model.openListings, this.filter.value.trim() !== '');
    }

    protected override onActivateRequest(msg: Message): void {
        super.onActivateRequest(msg);
        this.tree.activate();
    }

    /** Stores only which rows the person opened and closed: the rows themselves come from the backend. */
    storeState(): object {
        const { collapsedIds: collapsed, openedIds: opened, closedAgainIds: closedAgain } = this.model.expansion;
        return { collapsed, opened, closedAgain, seen: this.seen } satisfies AccountsViewState;
    }

    restoreState(state: AccountsViewState): void {
        // A layout of an earlier version does not say it: it may have the width that the person gave it.
        this.seen = state.seen ?? true;
        this.model.collapse(state.collapsed ?? []);
        this.model.expansion.rememberClosed(state.closedAgain ?? []);
        this.open(state.opened ?? []);
    }
}

function connectionCount(rows: AccountsPresenter['rows']): number {
    return rows.reduce((count, row) => count + (row.children?.length ?? 0), 0);
}
