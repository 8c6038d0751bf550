import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { ReactDialog } from '@theia/core/lib/browser/dialogs/react-dialog';
import { Message } from '@theia/core/lib/browser/widgets/widget';
import { WindowService } from '@theia/core/lib/browser/window/window-service';
import { CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { SignInTarget } from '../../common/sign-in';
import { MfaPrompt } from '../mfa/mfa-prompt';
import { SignInPresets } from './sign-in/sign-in-presets';
import type { ConnectionAnswer } from './choice/connection-question';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { connectionInText, connectionKindText } from '../wording';
import { ConnectionDialogController } from './controller/connection-dialog-controller';
import { DialogPanel } from './panel/dialog-panel';
import { DrawnPanel } from '../modal/drawn-panel';
import { takeEscape } from '../modal/dialog-escape';
import { endpointNotes } from './endpoint-notes';

const TITLE_ID = 'aws-accounts-dialog-title';

/**
 * The one dialog: guard, alert, choice and sign-in. Escape, the cross and Cancel all mean the same: nothing ran, nothing changed.
 * It stays until it is answered; what waits for it waits as long.
 */
@injectable()
export class ConnectionDialog extends ReactDialog<ConnectionAnswer | undefined> {

    @inject(ConnectionDialogController) protected readonly controller: ConnectionDialogController;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(WindowService) protected readonly windows: WindowService;
    @inject(ClipboardService) protected readonly clipboard: ClipboardService;
    @inject(SignInPresets) protected readonly presets: SignInPresets;
    @inject(CommandService) protected readonly commands: CommandService;
    @inject(MfaPrompt) protected readonly mfaPrompt: MfaPrompt;

    protected answer: ConnectionAnswer | undefined;
    protected opener: Element | null = null;

    constructor(@inject(DialogProps) props: DialogProps) {
        super(props);
        this.addClass('theia-aws-accounts-dialog');
        const block = this.titleNode.closest('.dialogBlock');
        block?.setAttribute('role', 'dialog');
        block?.setAttribute('aria-modal', 'true');
        block?.setAttribute('aria-labelledby', TITLE_ID);
        this.titleNode.id = TITLE_ID;
    }

    get value(): ConnectionAnswer | undefined {
        return this.answer;
    }

    @postConstruct()
    protected init(): void {
        this.toDispose.push(this.controller.onDidChange(() => this.update()));
        this.toDispose.push(this.mfaPrompt.onDidChange(() => this.update()));
        this.toDispose.push(this.controller.onDidFinish(answer => this.finish(answer)));
        this.toDispose.push(this.controller);
        this.controller.start();
        this.update();
    }

    protected finish(answer: ConnectionAnswer | undefined): void {
        if (answer === undefined) {
            this.close();
            return;
        }
        this.answer = answer;
        this.accept().catch(() => this.close());
    }

    override open(disposeOnResolve?: boolean): Promise<ConnectionAnswer | undefined> {
        this.opener = this.node.ownerDocument.activeElement;
        return super.open(disposeOnResolve);
    }

    /** Only now: while the dialog is there, nothing outside of it can take the focus. */
    protected override onAfterDetach(msg: Message): void {
        super.onAfterDetach(msg);
        const { activeElement, body } = this.node.ownerDocument;
        if (this.opener instanceof HTMLElement && (activeElement === null || activeElement === body)) {
            this.opener.focus({ preventScroll: true });
        }
    }

    /** Enter belongs to the button or the field that has the focus; the panels see to it. */
    protected override handleEnter(): boolean {
        return false;
    }

    protected override onAfterAttach(msg: Message): void {
        super.onAfterAttach(msg);
        // The question for a code stands in front, and is what Escape closes, even before the focus has come to it.
        this.toDisposeOnDetach.push(takeEscape(this, () => this.mfaPrompt.isOpen ? this.mfaPrompt.close() : this.close()));
    }

    protected override onActivateRequest(msg: Message): void {
        super.onActivateRequest(msg);
        this.focusFirst();
    }

    protected override onUpdateRequest(msg: Message): void {
        this.titleNode.textContent = this.titleText();
        super.onUpdateRequest(msg);
    }

    protected focusFirst(): void {
        const first =
            this.contentNode.querySelector<HTMLElement>('[data-first-focus]') ??
            this.contentNode.querySelector<HTMLElement>('button, input, [tabindex="0"]');
        first?.focus();
    }

    protected titleText(): string {
        const { step } = this.controller;
        switch (step.kind) {
            case 'identityCenter':
                return nls.localize('theia/aws-accounts/dialog/titleIdentityCenter', 'Sign in with IAM Identity Center');
            case 'signingIn':
            case 'signInEnded':
                return nls.localize('theia/aws-accounts/dialog/titleSignIn', 'Sign in with {0}', this.nameOf(step.target));
            case 'choose':
            case 'connecting':
                return this.controller.content?.title ?? '';
        }
    }

    protected readonly nameOf = (target: SignInTarget): string => {
        const entry = this.model.find(SignInTarget.connectionIdOf(target));
        return entry ? connectionInText(entry.connection) : connectionKindText('identityCenter');
    };

    protected render(): React.ReactNode {
        const { controller, windows, clipboard, commands } = this;
        return <DrawnPanel onDidDraw={this.keepFocus}>
            {this.endpointNotes().map(note => <p key={note} className='theia-aws-endpoint' role='note'>{note}</p>)}
            <DialogPanel
                {...{ controller, windows, clipboard, commands }}
                preset={this.presets.get()}
                nameOf={this.nameOf}
                awaitsCode={this.mfaPrompt.isOpen}
                onCancel={this.cancel}
            />
        </DrawnPanel>;
    }

    /** Before anything goes there, and as long as it does. */
    protected endpointNotes(): string[] {
        const { snapshot } = this.model;
        const { step, choice } = this.controller;
        if (snapshot === undefined) {
            return [];
        }
        switch (step.kind) {
            case 'choose':
                return endpointNotes(snapshot, {
                    signsIn: choice.accepts('token'),
                    connection: this.model.find(choice.selectedId)?.connection
                });
            case 'connecting':
                return endpointNotes(snapshot, { signsIn: false, connection: this.model.find(step.connectionId)?.connection });
            case 'identityCenter':
            case 'signingIn':
            case 'signInEnded':
                return endpointNotes(snapshot, { signsIn: true });
        }
    }

    /**
     * A panel takes what had the focus with it when it goes; without it Tab would begin anywhere. An open question for a code keeps the
     * focus.
     */
    protected readonly keepFocus = (): void => {
        if (this.isVisible && !this.mfaPrompt.isOpen && !this.node.contains(this.node.ownerDocument.activeElement)) {
            this.focusFirst();
        }
    };

    protected readonly cancel = (): void => this.close();
}
