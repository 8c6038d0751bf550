import type { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import type { WindowService } from '@theia/core/lib/browser/window/window-service';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { SignInProgress, SignInTarget } from '../../../common/sign-in/sign-in';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import { PageLabels } from './page-labels';
import { RedirectPaste } from './redirect-paste';
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
}

/** The page to open, from which the browser comes back by itself, and two ways out where it cannot. */
export class BrowserPanel extends React.Component<BrowserPanelProps, BrowserPanelState> {

    override state: BrowserPanelState = { copied: false, overdue: false };
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
                {nls.localize(
                    'theia/aws-accounts/browser/overdue',
                    'Nothing has come back yet. If your browser cannot come back to this machine, use a code instead.'
                )}
            </p>}
            <RedirectPaste controller={this.props.controller} shows={this.props.progress.console === 'elsewhere' ? 'text' : 'address'} />
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
                <button className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                    {nls.localizeByDefault('Cancel')}
                </button>
            </div>
        </div>;
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

    protected readonly now = (): number => this.props.controller.now;

    protected readonly cancel = (): void => this.props.controller.back();
}

function explanation({ console }: BrowserPanelProps['progress']): string {
    return console === 'elsewhere'
        ? nls.localize(
            'theia/aws-accounts/browser/explainText', 'Open the AWS page, sign in there, and bring the text that it shows back here.'
        )
        : nls.localize('theia/aws-accounts/browser/explain', 'Open the AWS page and allow access there. This window notices by itself.');
}
