import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import { askingText } from '../../wording/text/progress-wording';

interface ConnectingPanelProps {
    readonly controller: ConnectionDialogController;
    readonly name: string;
    /** The person is asked for a code, and nothing goes on before they have entered it. */
    readonly awaitsCode: boolean;
}

/** Shown while AWS is asked who the chosen profile is, or the person for the code that AWS wants first. */
export class ConnectingPanel extends React.Component<ConnectingPanelProps> {

    override render(): React.ReactNode {
        const { awaitsCode, name } = this.props;
        const text = awaitsCode
            ? nls.localize('theia/aws-accounts/dialog/awaitsCode', 'Waiting for the code that is asked for at the top of the window.')
            : askingText(name);
        return <div className='theia-aws-panel'>
            <p role='status' className='theia-aws-waiting'>{text}</p>
            <div className='theia-aws-buttons'>
                <button className='theia-button secondary' data-action='cancel' data-first-focus onClick={this.cancel}>
                    {nls.localizeByDefault('Cancel')}
                </button>
            </div>
        </div>;
    }

    protected readonly cancel = (): void => this.props.controller.back();
}
