import type { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import type { WindowService } from '@theia/core/lib/browser/window/window-service';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { RedirectReceipt, SignInProgress, SignInTarget } from '../../../common/sign-in/sign-in';
import { consoleTextRemark, redirectText } from '../sign-in/redirect-wording';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import { PageLabels } from './page-labels';
import { TimeLeft } from './time-left';

/** Milliseconds after which a browser that has not come back may not be able to. */
const PATIENCE_MS = 60_000;

interface BrowserPanelProps {
    readonly controller: ConnectionDialogController;
    readonly target: SignInTarget;
    readonly progress: Extract<SignInProgress, { kind: 'browser' }>;
    readonly windows: WindowService;
    readonly clipboard: ClipboardService;
}

interface BrowserPanelState {
    readonly copied: boolean;
    readonly overdue: boolean;
    readonly address: string;
    readonly receipt?: RedirectReceipt;
}

/** The page to open, from which the browser comes back by itself, and two ways out where it cannot. */
export class BrowserPanel extends React.Component<BrowserPanelProps, BrowserPanelState> {

    protected readonly field = React.createRef<HTMLInputElement>();

    override state: BrowserPanelState = { copied: false, overdue: false, address: '' };
    protected patience: ReturnType<typeof setTimeout> | undefined;

    override componentDidMount(): void {
        this.patience = setTimeout(() => this.setState({ overdue: true }), PATIENCE_MS);
    }

    override componentWillUnmount(): void {
        clearTimeout(this.patience);
    }

    override render(): React.ReactNode {
        const { copied, overdue } = this.state;
        return <div className='theia-aws-panel'>
            <p>{explanation(this.props.progress)}</p>
            {overdue && this.props.progress.console !== 'elsewhere' && <p className='theia-aws-trouble' role='status'>
                {nls.localize('theia/aws-accounts/browser/overdue', 'Nothing has come back yet. If your browser cannot come back to this machine, use a code instead.')}
            </p>}
            {this.props.progress.console === 'elsewhere' ? this.renderText() : this.renderAddress()}
            <TimeLeft until={this.props.progress.expiresAt} now={this.now} />
            <div className='theia-aws-buttons'>
                <button className='theia-button main' data-action='open-page' data-first-focus onClick={this.open}>
                    {PageLabels.open()}
                </button>
                <button className='theia-button secondary' data-action='copy-link' onClick={this.copyLink}>
                    {copied ? PageLabels.copied() : PageLabels.copyLink()}
                </button>
                {this.props.progress.console !== 'elsewhere' && (
                    <button className={`theia-button ${overdue ? 'main' : 'secondary'}`} data-action='use-code' onClick={this.useCode}>
                        {nls.localize('theia/aws-accounts/browser/useCode', 'Use a Code Instead')}
                    </button>
                )}
                <button className='theia-button secondary' data-action='cancel' onClick={this.cancel}>{nls.localizeByDefault('Cancel')}</button>
            </div>
        </div>;
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
        const { address } = this.state;
        return <>
            <label>
                {label}
                <input
                    className='theia-input'
                    ref={this.field}
                    autoComplete='off'
                    spellCheck={false}
                    value={address}
                    onChange={this.changeAddress}
                    aria-describedby='aws-accounts-redirect-remark'
                    {...input}
                />
            </label>
            <button type='submit' className='theia-button secondary' data-action='paste' disabled={address.trim() === ''}>
                {nls.localizeByDefault('Continue')}
            </button>
        </>;
    }

    /** Opened by the click itself: a page opened later would be blocked as a pop-up, and nobody could tell. */
    protected readonly open = (): void => {
        this.props.windows.openNewWindow(this.props.progress.authorizeUrl, { external: true });
    };

    protected readonly copyLink = (): void => {
        void this.props.clipboard.writeText(this.props.progress.authorizeUrl);
        this.setState({ copied: true });
    };

    protected readonly useCode = (): void => this.props.controller.signIn(this.props.target, { flow: 'deviceCode' });

    protected readonly changeAddress = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void =>
        this.setState({ address: currentTarget.value, receipt: undefined });

    protected readonly submit = (event: React.FormEvent): void => {
        event.preventDefault();
        void this.props.controller.completeSignIn(this.state.address).then(receipt => this.receive(receipt));
    };

    /** A text that was refused is to be pasted again: the field has the focus. */
    protected receive(receipt: RedirectReceipt): void {
        this.setState({ receipt });
        if (receipt.kind !== 'accepted') {
            this.field.current?.focus();
        }
    }

    protected readonly now = (): number => this.props.controller.now;

    protected readonly cancel = (): void => this.props.controller.back();
}

function explanation({ console }: BrowserPanelProps['progress']): string {
    return console === 'elsewhere'
        ? nls.localize('theia/aws-accounts/browser/explainText', 'Open the AWS page, sign in there, and bring the text that it shows back here.')
        : nls.localize('theia/aws-accounts/browser/explain', 'Open the AWS page and allow access there. This window notices by itself.');
}
