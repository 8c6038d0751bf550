import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ConnectionDialogController } from './connection-dialog-controller';

interface ConnectingPanelProps {
    readonly controller: ConnectionDialogController;
    readonly name: string;
}

/** Shown while AWS is asked who the chosen profile is. */
export class ConnectingPanel extends React.Component<ConnectingPanelProps> {

    override render(): React.ReactNode {
        return <div className='theia-aws-panel'>
            <p role='status' className='theia-aws-waiting'>{nls.localize('theia/aws-accounts/dialog/connecting', 'Asking AWS who {0} is...', this.props.name)}</p>
            <div className='theia-aws-buttons'>
                <button className='theia-button secondary' data-action='cancel' data-first-focus onClick={this.cancel}>{nls.localizeByDefault('Cancel')}</button>
            </div>
        </div>;
    }

    protected readonly cancel = (): void => this.props.controller.back();
}
