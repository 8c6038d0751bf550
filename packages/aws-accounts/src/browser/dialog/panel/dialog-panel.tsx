import type { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import type { WindowService } from '@theia/core/lib/browser/window/window-service';
import type { CommandService } from '@theia/core/lib/common/command';
import * as React from '@theia/core/shared/react';
import type { SignInTarget } from '../../../common/sign-in/sign-in';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import type { DialogStep } from '../controller/dialog-step';
import type { SignInPreset } from '../sign-in/sign-in-presets';
import { BrowserPanel } from './browser-panel';
import { ChoosePanel } from './choose-panel';
import { ConnectingPanel } from './connecting-panel';
import { DeviceCodePanel } from './device-code-panel';
import { IdentityCenterPanel } from './identity-center-panel';
import { SignInEndedPanel } from './sign-in-ended-panel';

interface DialogPanelProps {
    readonly controller: ConnectionDialogController;
    readonly windows: WindowService;
    readonly clipboard: ClipboardService;
    readonly commands: CommandService;
    readonly preset: SignInPreset;
    /** The person is asked for the code of an MFA device. */
    readonly awaitsCode: boolean;
    /** True while the text about production is too new to have been read. */
    readonly unread: boolean;
    nameOf(target: SignInTarget): string;
    onCancel(): void;
}

/** Draws the panel of the step that the dialog is at. */
export class DialogPanel extends React.Component<DialogPanelProps> {

    override render(): React.ReactNode {
        const { controller, commands, preset, awaitsCode, unread, nameOf, onCancel } = this.props;
        const { step } = controller;
        switch (step.kind) {
            case 'choose':
                return <ChoosePanel key='choose' {...{ controller, commands, unread, onCancel }} />;
            case 'identityCenter':
                return <IdentityCenterPanel key='identityCenter' {...{ controller, preset }} />;
            case 'signingIn':
                return this.renderSignIn(step);
            case 'signInEnded':
                return <SignInEndedPanel key='signInEnded' {...{ controller, commands, step }} />;
            case 'connecting': {
                const name = nameOf({ kind: 'connection', connectionId: step.connectionId });
                return <ConnectingPanel key='connecting' {...{ controller, name, awaitsCode }} />;
            }
        }
    }

    protected renderSignIn({ progress, target }: Extract<DialogStep, { kind: 'signingIn' }>): React.ReactNode {
        const { controller, windows, clipboard } = this.props;
        switch (progress.kind) {
            case 'browser':
                return <BrowserPanel key='browser' {...{ controller, target, progress, windows, clipboard }} />;
            case 'starting':
            case 'deviceCode':
            case 'finishing':
                return <DeviceCodePanel key='signingIn' {...{ controller, progress, windows, clipboard }} />;
        }
    }
}
