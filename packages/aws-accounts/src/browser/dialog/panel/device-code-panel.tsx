import type { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import type { WindowService } from '@theia/core/lib/browser/window/window-service';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { SignInProgress } from '../../../common/sign-in/sign-in';
import { countdownText, spelledText } from '../../wording';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import { PageLabels } from './page-labels';

type DeviceCode = Extract<SignInProgress, { kind: 'deviceCode' }>;

interface DeviceCodePanelProps {
    readonly controller: ConnectionDialogController;
    readonly progress: SignInProgress;
    readonly windows: WindowService;
    readonly clipboard: ClipboardService;
}

/** The code to compare, the page to open, and how long there is. */
export class DeviceCodePanel extends React.Component<DeviceCodePanelProps, { readonly copied?: 'code' | 'link' }> {

    override state: { readonly copied?: 'code' | 'link' } = {};
    protected readonly opening = React.createRef<HTMLButtonElement>();
    protected ticking: ReturnType<typeof setInterval> | undefined;

    /** Only the seconds on the screen depend on this; the end of the code is the backend's to tell. */
    override componentDidMount(): void {
        this.ticking = setInterval(() => this.forceUpdate(), 1000);
    }

    /** The code is what the person has waited for: the keyboard goes on at the page to open. */
    override componentDidUpdate({ progress }: DeviceCodePanelProps): void {
        if (progress.kind !== 'deviceCode' && this.props.progress.kind === 'deviceCode') {
            this.opening.current?.focus();
        }
    }

    override componentWillUnmount(): void {
        clearInterval(this.ticking);
    }

    override render(): React.ReactNode {
        const { progress } = this.props;
        return <div className='theia-aws-panel'>
            {progress.kind === 'deviceCode'
                ? this.renderCode(progress)
                : <p role='status' className='theia-aws-waiting'>{waitingText(progress)}</p>}
            <div className='theia-aws-buttons'>
                {progress.kind === 'deviceCode' && this.renderActions()}
                <button className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                    {nls.localizeByDefault('Cancel')}
                </button>
            </div>
        </div>;
    }

    protected renderCode({ userCode, verificationUri, expiresAt }: DeviceCode): React.ReactNode {
        const left = Date.parse(expiresAt) - this.props.controller.now;
        return (
            <>
                <p>
                    {nls.localize(
                        'theia/aws-accounts/code/explain',
                        'Open the AWS page, check that it shows this code, and allow access. This window notices by itself.'
                    )}
                </p>
                <div
                    id='aws-accounts-code'
                    className='theia-aws-code'
                    data-user-code={userCode}
                    role='img'
                    aria-label={nls.localize('theia/aws-accounts/code/spelled', 'Code: {0}', spelledText(userCode))}>
                    {userCode}
                </div>
                <p className='theia-aws-code-page'>
                    {verificationUri} ·{' '}
                    <span role='timer'>{nls.localize('theia/aws-accounts/code/left', 'code valid for {0}', countdownText(left))}</span>
                </p>
                <p className='theia-aws-note'>
                    {nls.localize(
                        'theia/aws-accounts/code/warning',
                        'Allow access only if the codes are the same. Never use a code that somebody sent you.'
                    )}
                </p>
            </>
        );
    }

    protected renderActions(): React.ReactNode {
        const { copied } = this.state;
        const done = PageLabels.copied();
        return (
            <>
                <button
                    className='theia-button main'
                    data-action='open-page'
                    data-first-focus
                    ref={this.opening}
                    aria-describedby='aws-accounts-code'
                    onClick={this.open}>
                    {PageLabels.open()}
                </button>
                <button className='theia-button secondary' data-action='copy-code' onClick={this.copyCode}>
                    {copied === 'code' ? done : nls.localize('theia/aws-accounts/code/copy', 'Copy Code')}
                </button>
                <button className='theia-button secondary' data-action='copy-link' onClick={this.copyLink}>
                    {copied === 'link' ? done : PageLabels.copyLink()}
                </button>
            </>
        );
    }

    protected get code(): DeviceCode | undefined {
        const { progress } = this.props;
        return progress.kind === 'deviceCode' ? progress : undefined;
    }

    /** Opened by the click itself: a page opened later would be blocked as a pop-up, and nobody could tell. */
    protected readonly open = (): void => {
        if (this.code) {
            this.props.windows.openNewWindow(this.code.verificationUriComplete, { external: true });
        }
    };

    protected readonly copyCode = (): void => this.copy('code', this.code?.userCode);
    protected readonly copyLink = (): void => this.copy('link', this.code?.verificationUriComplete);

    protected copy(copied: 'code' | 'link', text: string | undefined): void {
        if (text !== undefined) {
            void this.props.clipboard.writeText(text);
            this.setState({ copied });
        }
    }

    protected readonly cancel = (): void => this.props.controller.back();
}

function waitingText(progress: SignInProgress): string {
    switch (progress.kind) {
        case 'finishing':
            return nls.localize('theia/aws-accounts/code/finishing', 'Approved. Finishing the sign-in...');
        case 'starting':
        case 'deviceCode':
        case 'browser':
            return nls.localize('theia/aws-accounts/code/starting', 'Asking AWS...');
    }
}
