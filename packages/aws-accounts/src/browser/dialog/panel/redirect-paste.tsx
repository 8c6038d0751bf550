import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { RedirectReceipt } from '../../../common/sign-in/sign-in';
import { consoleTextRemark, redirectText } from '../sign-in/redirect-wording';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';

interface RedirectPasteProps {
    readonly controller: Pick<ConnectionDialogController, 'completeSignIn'>;
    /** The end of the sign-in in the browser: an address that it cannot reach, or a text of the console sign-in. */
    readonly shows: 'address' | 'text';
}

interface RedirectPasteState {
    readonly pasted: string;
    readonly receipt?: RedirectReceipt;
}

/** Takes what a browser shows at the end of a sign-in when it cannot bring it back by itself. */
export class RedirectPaste extends React.Component<RedirectPasteProps, RedirectPasteState> {

    protected readonly field = React.createRef<HTMLInputElement>();

    override state: RedirectPasteState = { pasted: '' };

    override render(): React.ReactNode {
        return this.props.shows === 'text' ? this.renderText() : this.renderAddress();
    }

    protected renderAddress(): React.ReactNode {
        const { receipt } = this.state;
        return (
            <details className='theia-aws-paste'>
                <summary>
                    {nls.localize('theia/aws-accounts/browser/unreachable', 'The page says that 127.0.0.1 cannot be reached?')}
                </summary>
                <form onSubmit={this.submit}>
                    {this.renderField(
                        nls.localize('theia/aws-accounts/browser/paste', 'Paste the address of that page'),
                        { name: 'redirectAddress', placeholder: 'http://127.0.0.1:12345/oauth/callback?code=...' }
                    )}
                </form>
                <p
                    id='aws-accounts-redirect-remark'
                    role='status'
                    className={receipt && receipt.kind !== 'accepted' ? 'theia-aws-trouble' : 'theia-aws-note'}>
                    {receipt && redirectText(receipt)}
                </p>
            </details>
        );
    }

    /** The last page of a console sign-in elsewhere shows a text, and leads nowhere. */
    protected renderText(): React.ReactNode {
        const { receipt } = this.state;
        const wrong = receipt && receipt.kind !== 'accepted';
        return <form className='theia-aws-paste' onSubmit={this.submit}>
            {this.renderField(
                nls.localize('theia/aws-accounts/browser/pasteText', 'Paste the text that the AWS page shows at the end'),
                { name: 'consoleText', 'aria-invalid': wrong }
            )}
            <p id='aws-accounts-redirect-remark' role='status' className={wrong ? 'theia-aws-trouble' : 'theia-aws-note'}>
                {receipt && consoleTextRemark(receipt)}
            </p>
        </form>;
    }

    /** The field for what the other browser shows at the end, and its button. */
    protected renderField(label: string, input: React.InputHTMLAttributes<HTMLInputElement>): React.ReactNode {
        const { pasted } = this.state;
        return <>
            <label>
                {label}
                <input
                    className='theia-input'
                    ref={this.field}
                    autoComplete='off'
                    spellCheck={false}
                    value={pasted}
                    onChange={this.change}
                    aria-describedby='aws-accounts-redirect-remark'
                    {...input}
                />
            </label>
            <button type='submit' className='theia-button secondary' data-action='paste' disabled={pasted.trim() === ''}>
                {nls.localizeByDefault('Continue')}
            </button>
        </>;
    }

    protected readonly change = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void =>
        this.setState({ pasted: currentTarget.value, receipt: undefined });

    protected readonly submit = (event: React.FormEvent): void => {
        event.preventDefault();
        void this.props.controller.completeSignIn(this.state.pasted).then(receipt => this.receive(receipt));
    };

    /** A text that was refused is to be pasted again: the field has the focus. */
    protected receive(receipt: RedirectReceipt): void {
        this.setState({ receipt });
        if (receipt.kind !== 'accepted') {
            this.field.current?.focus();
        }
    }
}
