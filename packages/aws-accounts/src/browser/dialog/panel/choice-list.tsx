import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ChoiceRow } from '../choice/choice-rows';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import { BuiltRows } from './built-rows';

/** With fewer rows than this a filter is in the way. */
const FILTER_FROM = 7;

interface ChoiceListProps {
    readonly label: string;
    readonly rows: readonly ChoiceRow[];
    readonly controller: ConnectionDialogController;
    /** Enter, or a double click. */
    onConfirm(): void;
}

const rowId = (id: string): string => `aws-accounts-choice-${id}`;

/**
 * A list to choose one connection from, by mouse, arrow keys or typing (WAI-ARIA listbox pattern). It builds the rows around the selected
 * one, and more when somebody scrolls there, since there may be thousands.
 */
export class ChoiceList extends React.Component<ChoiceListProps, BuiltRows> {

    override readonly state: BuiltRows = BuiltRows.NONE;
    protected readonly list = React.createRef<HTMLDivElement>();
    protected shownId: string | undefined;

    override componentDidMount(): void {
        this.showSelected();
    }

    override componentDidUpdate(): void {
        this.showSelected();
    }

    /** Scrolls to another selected row, but leaves a person where they scrolled to. */
    protected showSelected(): void {
        const { selectedId, filter } = this.props.controller.choice;
        const shownId = `${selectedId} ${filter}`;
        if (shownId !== this.shownId) {
            this.shownId = shownId;
            this.list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
        }
    }

    protected get built(): BuiltRows {
        const { rows, controller: { choice: { selectedId, filter } } } = this.props;
        return BuiltRows.around(this.state, rows.findIndex(({ id }) => id === selectedId), filter);
    }

    override render(): React.ReactNode {
        const { rows, label, controller } = this.props;
        const filtered = rows.length >= FILTER_FROM || controller.choice.filter !== '';
        const { selectedId } = controller.choice;
        const { from, to } = this.built;
        const filterLabel = nls.localize('theia/aws-accounts/dialog/filter', 'Type to filter');
        return <div className='theia-aws-choices'>
            <span id='aws-accounts-choices-label' className='theia-aws-choices-label'>{label}</span>
            {filtered && <input className='theia-input' type='search' data-first-focus value={controller.choice.filter}
                onChange={this.changeFilter} onKeyDown={this.onKeyDown}
                placeholder={filterLabel} aria-label={filterLabel}
                aria-controls='aws-accounts-choices' aria-activedescendant={selectedId && rowId(selectedId)} />}
            <div ref={this.list} id='aws-accounts-choices' role='listbox' tabIndex={0}
                data-first-focus={filtered ? undefined : true} aria-labelledby='aws-accounts-choices-label'
                aria-activedescendant={selectedId && rowId(selectedId)} onKeyDown={this.onKeyDown} onScroll={this.onScroll}>
                {rows.slice(from, to).map((row, index) => this.renderRow(row, from + index))}
            </div>
        </div>;
    }

    protected readonly renderRow = ({ id, name, detail, state, pinned, problem, production }: ChoiceRow, at: number): React.ReactNode => (
        <div
            key={id}
            id={rowId(id)}
            role='option'
            className='theia-aws-choice'
            data-connection-id={id}
            aria-selected={id === this.props.controller.choice.selectedId}
            aria-setsize={this.props.rows.length}
            aria-posinset={at + 1}
            data-production={production}
            aria-disabled={problem !== undefined}
            onClick={this.onClick}
            onDoubleClick={this.onDoubleClick}
            title={`${name}\n${problem ?? detail}`}>
            <span className='theia-aws-choice-name'>{name}</span>
            <span className='theia-aws-choice-detail'>{problem ?? detail}</span>
            <span className='theia-aws-choice-state'>
                {pinned && <span className={`theia-aws-choice-pin ${codicon('pinned')}`} aria-hidden={true}></span>}
                {state}
            </span>
        </div>
    );

    protected readonly changeFilter = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void =>
        this.props.controller.choice.setFilter(currentTarget.value);

    protected readonly onScroll = ({ currentTarget }: React.UIEvent<HTMLElement>): void => {
        const { built } = this;
        const wanted = BuiltRows.scrolled(built, currentTarget, this.props.rows.length);
        if (wanted.from !== built.from || wanted.to !== built.to) {
            this.setState(wanted);
        }
    };

    protected readonly onClick = ({ currentTarget }: React.MouseEvent<HTMLElement>): void => {
        const row = this.props.rows.find(({ id }) => id === currentTarget.dataset.connectionId);
        if (row && row.problem === undefined) {
            this.props.controller.choice.select(row.id);
        }
    };

    protected readonly onDoubleClick = (event: React.MouseEvent<HTMLElement>): void => {
        this.onClick(event);
        if (event.currentTarget.getAttribute('aria-disabled') !== 'true') {
            this.props.onConfirm();
        }
    };

    protected readonly onKeyDown = (event: React.KeyboardEvent): void => {
        const usable = this.props.rows.filter(({ problem }) => problem === undefined);
        const current = usable.findIndex(({ id }) => id === this.props.controller.choice.selectedId);
        const targets: { [key: string]: number } = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: usable.length - 1 };
        if (event.key === 'Enter') {
            event.preventDefault();
            this.props.onConfirm();
        } else if (event.key in targets) {
            event.preventDefault();
            const row = usable[Math.max(0, Math.min(usable.length - 1, targets[event.key]))];
            if (row) {
                this.props.controller.choice.select(row.id);
            }
        }
    };
}
