import { ReactWidget } from '@theia/core/lib/browser/widgets/react-widget';
import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { Emitter } from '@theia/core/lib/common/event';
import { nls } from '@theia/core/lib/common/nls';
import type { Message } from '@theia/core/shared/@lumino/messaging';
import { injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';

/** The input above the rows. */
@injectable()
export class AccountsFilterWidget extends ReactWidget {

    protected readonly changed = new Emitter<string>();
    /** Fires when the text has changed. */
    readonly onDidChange = this.changed.event;

    protected readonly left = new Emitter<void>();
    /** Fires when the person moves on to the rows. */
    readonly onDidLeave = this.left.event;

    protected text = '';
    protected matches = '';

    @postConstruct()
    protected init(): void {
        this.addClass('theia-aws-accounts-filter');
        this.scrollOptions = undefined;
        this.toDispose.pushAll([this.changed, this.left]);
        this.update();
    }

    get value(): string {
        return this.text;
    }

    /** Sets the text as if it had been typed. */
    setValue(text: string): void {
        if (text !== this.text) {
            this.text = text;
            this.update();
            this.changed.fire(text);
        }
    }

    /** Shows how many rows match. */
    showMatches(matches: string): void {
        this.matches = matches;
        this.update();
    }

    protected override onActivateRequest(msg: Message): void {
        super.onActivateRequest(msg);
        this.node.querySelector('input')?.focus();
    }

    protected render(): React.ReactNode {
        const clear = nls.localize('theia/aws-accounts/filter/clear', 'Clear Filter');
        const label = nls.localize('theia/aws-accounts/filter/placeholder', 'Filter by name, account, role or region');
        return <div className='theia-aws-filter-box'>
            <input
                className='theia-input'
                type='text'
                spellCheck={false}
                placeholder={label}
                aria-label={label}
                title={label}
                value={this.text}
                onChange={this.handleChange}
                onKeyDown={this.handleKeyDown} />
            {this.text !== '' && <span className='theia-aws-filter-count' role='status'>{this.matches}</span>}
            {this.text !== '' && <button
                type='button'
                className={codicon('close', true)}
                title={clear}
                aria-label={clear}
                onClick={this.handleClear}></button>}
        </div>;
    }

    protected readonly handleChange = (event: React.ChangeEvent<HTMLInputElement>): void => this.setValue(event.currentTarget.value);

    protected readonly handleClear = (): void => {
        this.setValue('');
        this.node.querySelector('input')?.focus();
    };

    protected readonly handleKeyDown = (event: React.KeyboardEvent): void => {
        if (event.key === 'Escape') {
            event.preventDefault();
            this.setValue('');
            this.left.fire();
        } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            this.left.fire();
        }
    };
}
