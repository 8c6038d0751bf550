import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { Message } from '@theia/core/lib/browser/widgets/widget';
import { WindowService } from '@theia/core/lib/browser/window/window-service';
import { CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { SignInTarget } from '../../common/sign-in/sign-in';
import { CodeAskingDialog } from '../mfa/code-asking-dialog';
import { SignInPresets } from './sign-in/sign-in-presets';
import { ConnectionDialogOptions } from './choice/connection-dialog-options';
import type { ConnectionAnswer } from './choice/connection-question';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { connectionInText, connectionKindText, consoleText } from '../wording';
import { ConnectionDialogController } from './controller/connection-dialog-controller';
import { DialogPanel } from './panel/dialog-panel';
import { UnreadCaution } from './unread-caution';
import { endpointNotes } from './endpoint-notes';
import { signInWithText } from '../wording/text/progress-wording';
import { TokenServices } from '../../common/token-service/token-services';

/**
 * The one dialog: guard, alert, choice and sign-in. Escape, the cross and Cancel all mean the same: nothing ran, nothing changed.
 * It stays until it is answered; what waits for it waits as long.
 */
@injectable()
export class ConnectionDialog extends CodeAskingDialog<ConnectionAnswer> {

    @inject(ConnectionDialogOptions) protected readonly options: ConnectionDialogOptions;
    @inject(ConnectionDialogController) protected readonly controller: ConnectionDialogController;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(WindowService) protected readonly windows: WindowService;
    @inject(ClipboardService) protected readonly clipboard: ClipboardService;
    @inject(SignInPresets) protected readonly presets: SignInPresets;
    @inject(CommandService) protected readonly commands: CommandService;
    @inject(UnreadCaution) protected readonly caution: UnreadCaution;

    @postConstruct()
    protected init(): void {
        this.toDispose.push(this.controller.onDidChange(() => this.update()));
        this.toDispose.push(this.mfaPrompt.onDidChange(() => this.update()));
        this.toDispose.pushAll([this.caution, this.caution.onDidRead(() => this.update())]);
        this.toDispose.push(this.controller.onDidFinish(answer => this.finish(answer)));
        this.toDispose.push(this.controller);
        this.controller.start();
        this.update();
    }

    protected override onUpdateRequest(msg: Message): void {
        this.titleNode.textContent = this.titleText();
        this.caution.show(this.cautionNow());
        super.onUpdateRequest(msg);
    }

    /** The text that the person must have read before a button may let something happen in production; `undefined`: none. */
    protected cautionNow(): string | undefined {
        const { step, content, choice } = this.controller;
        const account = step.kind === 'choose' ? content?.caution?.account : undefined;
        return account === undefined ? undefined : `${choice.selectedId} ${account}`;
    }

    protected titleText(): string {
        const { step } = this.controller;
        switch (step.kind) {
            case 'identityCenter':
                return nls.localize('theia/aws-accounts/dialog/titleIdentityCenter', 'Sign in with IAM Identity Center');
            case 'signingIn':
            case 'signInEnded':
                return signInWithText(this.nameOf(step.target));
            case 'choose':
            case 'connecting':
                return this.controller.content?.title ?? '';
        }
    }

    protected readonly nameOf = (target: SignInTarget): string => {
        if (target.kind === 'console') {
            return consoleText();
        }
        const entry = this.model.find(SignInTarget.connectionIdOf(target));
        return entry ? connectionInText(entry.connection) : connectionKindText('identityCenter');
    };

    protected renderContent(): React.ReactNode {
        const { controller, windows, clipboard, commands } = this;
        const { own, notes = [] } = this.options;
        return <>
            {own && <p className='theia-aws-note' role='note'>{ownSignInText(own, this.model.services)}</p>}
            {notes.map(note => <p key={note} className='theia-aws-note' role='note'>{note}</p>)}
            {this.endpointNotes().map(note => <p key={note} className='theia-aws-endpoint' role='note'>{note}</p>)}
            <DialogPanel
                {...{ controller, windows, clipboard, commands }}
                preset={this.presets.get()}
                nameOf={this.nameOf}
                awaitsCode={this.mfaPrompt.isOpen}
                unread={this.caution.isUnread}
                onCancel={this.cancel}
            />
        </>;
    }

    /** Names endpoints that are not AWS's, before and while calls go there. */
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
}

/** Reason why a person who is signed in signs in once more. */
function ownSignInText(scopes: readonly string[], services: TokenServices): string {
    return nls.localize(
        'theia/aws-accounts/dialog/ownSignIn',
        'You are signed in, but that sign-in also opens your AWS accounts. This one is for {0} alone, and is all that is handed on.',
        TokenServices.meant(services, { scopes })?.label ?? scopes.join(', ')
    );
}
