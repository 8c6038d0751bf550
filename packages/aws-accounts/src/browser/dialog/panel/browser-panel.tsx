import type { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import type { WindowService } from '@theia/core/lib/browser/window/window-service';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { RedirectReceipt, SignInProgress, SignInTarget } from '../../../common/sign-in';
import { redirectText } from '../sign-in/redirect-wording';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';

/** Who has not come back by then may have a browser that cannot (milliseconds). */
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
            <p>{nls.localize('theia/aws-accounts/browser/explain', 'Open the AWS page and allow access there. This window notices by itself.')}</p>
            {overdue && <p className='theia-aws-trouble' role='status'>
                {nls.localize('theia/aws-accounts/browser/overdue', 'Nothing has come back yet. If your browser cannot come back to this machine, use a code instead.')}
            </p>}
            {this.renderAddress()}
            <div className='theia-aws-buttons'>
                <button className='theia-button main' data-action='open-page' data-first-focus onClick={this.open}>
                    {nls.localize('theia/aws-accounts/code/open', 'Open AWS Page')}
                </button>
                <button className='theia-button secondary' data-action='copy-link' onClick={this.copyLink}>
                    {copied ? nls.localize('theia/aws-accounts/code/copied', 'Copied') : nls.localize('theia/aws-accounts/code/copyLink', 'Copy Link')}
                </button>
                <button className={`theia-button ${overdue ? 'main' : 'secondary'}`} data-action='use-code' onClick={this.useCode}>
                    {nls.localize('theia/aws-accounts/browser/useCode', 'Use a Code Instead')}
                </button>
                <button className='theia-button secondary' data-action='cancel' onClick={this.cancel}>{nls.localizeByDefault('Cancel')}</button>
            </div>
        </div>;
    }

    protected renderAddress(): React.ReactNode {
        const { address, receipt } = this.state;
        return (
            <details className='theia-aws-paste'>
                <summary>
                    {nls.localize('theia/aws-accounts/browser/unreachable', 'The page says that 127.0.0.1 cannot be reached?')}
                </summary>
                <form onSubmit={this.submit}>
                    <label>
                        {nls.localize('theia/aws-accounts/browser/paste', 'Paste the address of that page')}
                        <input
                            className='theia-input'
                            name='redirectAddress'
                            autoComplete='off'
                            spellCheck={false}
                            value={address}
                            onChange={this.changeAddress}
                            placeholder='http://127.0.0.1:12345/oauth/callback?code=...'
                            aria-describedby='aws-accounts-redirect-remark'
                        />
                    </label>
                    <button type='submit' className='theia-button secondary' data-action='paste' disabled={address.trim() === ''}>
                        {nls.localizeByDefault('Continue')}
                    </button>
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
        void this.props.controller.completeSignIn(this.state.address).then(receipt => this.setState({ receipt }));
    };

    protected readonly cancel = (): void => this.props.controller.back();
}
