import { codicon } from '@theia/core/lib/browser/widgets/widget';
import * as React from '@theia/core/shared/react';
import type { AccountsRow } from '../rows/accounts-row';
import type { RowAction } from '../rows/action/row-action';

/** The id of a row's element. An id list such as `aria-activedescendant` is split at spaces, which names of profiles may hold. */
export function rowElementId(rowId: string): string {
    return `aws-accounts-row-${encodeURIComponent(rowId)}`;
}

/** The classes of a codicon; `sync~spin` turns. */
export function iconClasses(icon: string): string {
    const [name, animation] = icon.split('~');
    return animation === undefined ? codicon(name) : `${codicon(name)} codicon-modifier-${animation}`;
}

/** Draws name, detail and state of a row. They are hidden from screen readers, since the label of the row says them already. */
export function AccountsRowText({ row }: { readonly row: AccountsRow }): React.ReactElement {
    return <div className='theia-aws-row-text' aria-hidden={true}>
        <RowPart row={row} part='name' />
        <RowPart row={row} part='detail' />
        <RowPart row={row} part='status' />
    </div>;
}

/** Draws one part. A link serves the mouse only: the keyboard has a button with the same action. */
function RowPart({ row, part }: { readonly row: AccountsRow; readonly part: 'name' | 'detail' | 'status' }): React.ReactElement | null {
    const action = row.link === part ? row.actions().find(candidate => candidate.primary) : undefined;
    if (row[part] === '') {
        return null;
    }
    if (part === 'name' && row.pinned) {
        return (
            <span className='theia-aws-row-name theia-aws-row-pinned'>
                <span>{row.name}</span>
                <span className={`theia-aws-row-pin ${codicon('pinned')}`}></span>
            </span>
        );
    }
    return action === undefined
        ? <span className={`theia-aws-row-${part}`}>{row[part]}</span>
        : <span className={`theia-aws-row-${part} theia-aws-row-link`} data-row-id={row.id} data-action-id={action.id}>{row[part]}</span>;
}

/** The icon of a row. */
export function AccountsRowIcon({ row }: { readonly row: AccountsRow }): React.ReactElement | undefined {
    return row.icon === '' ? undefined : <span className={`theia-aws-row-icon ${iconClasses(row.icon)}`} aria-hidden={true}></span>;
}

interface ButtonProps {
    readonly row: AccountsRow;
    /** Tab gets to the buttons of the focused row only. */
    readonly reachable: boolean;
}

/** Draws the buttons of a row. They have no handlers: the tree finds the action by the attributes, for the mouse and for the keyboard. */
export function AccountsRowActions({ row, reachable }: ButtonProps): React.ReactElement | undefined {
    const actions = row.actions().filter(action => action.inline);
    return actions.length === 0 ? undefined : <div className='theia-aws-row-actions'>
        {actions.map(action => <RowActionButton key={action.id} row={row} action={action} reachable={reachable} />)}
    </div>;
}

function RowActionButton({ row, action, reachable }: ButtonProps & { readonly action: RowAction }): React.ReactElement {
    const label = `${action.label}: ${row.name}`;
    return <span
        role='button'
        className={`theia-aws-row-action action-label ${codicon(action.icon)}`}
        tabIndex={reachable ? 0 : -1}
        title={action.label}
        aria-label={label}
        data-row-id={row.id}
        data-action-id={action.id}></span>;
}
