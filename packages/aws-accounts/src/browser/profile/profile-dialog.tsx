import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import type { ProfileDraft } from '../../common/profile/profile-draft';
import { LiteralMessages } from '../literal/literal-messages';
import { CodeAskingDialog } from '../mfa/code-asking-dialog';
import { ProfileForm } from './profile-form';
import { ProfileFormPanel } from './profile-form-panel';
import { RegionPanel, RolePanel } from './profile-panels';
import { AccessKeysPanel } from './access-keys-panel';
import { KindPanel, ProfileKind } from './profile-kind-panel';
import { closedText, dialogTitle } from './profile-wording';

export const ProfileDialogOptions = Symbol('ProfileDialogOptions');
export interface ProfileDialogOptions {
    /** The profile that is edited; absent to add one. */
    readonly draft?: ProfileDraft;
    /** The kinds to choose from when one is added. */
    readonly kinds: readonly ProfileKind[];
}

type ProfileDialogAnswer = { readonly kind: 'written'; readonly name: string } | { readonly kind: 'identityCenter' };

const NEW = { name: '', exists: false } as const;

/**
 * Adds a profile, or edits one: which kind, what is in it, what will be written. Escape, the cross and Cancel leave the files as they are.
 */
@injectable()
export class ProfileDialog extends CodeAskingDialog<ProfileDialogAnswer> {

    @inject(ProfileForm) protected readonly form: ProfileForm;
    @inject(ProfileDialogOptions) protected readonly options: ProfileDialogOptions;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    protected readonly keysPanel = React.createRef<AccessKeysPanel>();

    @postConstruct()
    protected init(): void {
        this.addClass('theia-aws-profile-dialog');
        this.toDispose.pushAll([
            this.form,
            this.form.onDidChange(() => this.update()),
            this.form.onDidClose(path => void this.messages.info(closedText(path))),
            this.form.onDidWrite(name => this.finish({ kind: 'written', name }))
        ]);
        if (this.options.draft) {
            this.form.begin(this.options.draft);
        }
        this.update();
    }

    protected renderContent(): React.ReactNode {
        const { draft } = this.form;
        this.titleNode.textContent = dialogTitle(draft);
        return draft === undefined
            ? <div className='theia-aws-panel'>
                <KindPanel kinds={this.options.kinds} onPick={this.pickKind} />
                <div className='theia-aws-buttons'>{this.renderCancel()}</div>
            </div>
            : this.renderForm(draft);
    }

    protected renderForm(draft: ProfileDraft): React.ReactNode {
        return <ProfileFormPanel form={this.form} draft={draft} fields={this.renderPanel(draft)} cancelButton={this.renderCancel()}
            onSubmit={this.submit} onWriteAnyway={this.writeAnyway} />;
    }

    protected renderPanel(draft: ProfileDraft): React.ReactNode {
        switch (draft.kind) {
            case 'accessKeys':
                return <AccessKeysPanel ref={this.keysPanel} form={this.form} draft={draft} />;
            case 'role':
                return <RolePanel form={this.form} draft={draft} />;
            case 'region':
                return <RegionPanel form={this.form} draft={draft} />;
        }
    }

    protected renderCancel(): React.ReactNode {
        return (
            <button type='button' className='theia-button secondary' data-action='cancel' onClick={this.cancel}>
                {nls.localizeByDefault('Cancel')}
            </button>
        );
    }

    protected readonly pickKind = (kind: ProfileKind): void => {
        switch (kind) {
            case 'accessKeys':
                this.form.begin({ kind: 'accessKeys', ...NEW, accessKeyId: '' });
                break;
            case 'role':
                this.form.begin({ kind: 'role', ...NEW, roleArn: '', source: { kind: 'profile', name: '' } });
                break;
            case 'identityCenter':
                this.finish({ kind: 'identityCenter' });
                return;
        }
        this.update();
    };

    protected readonly submit = (event: React.FormEvent): void => {
        event.preventDefault();
        void this.form.submit(this.keysPanel.current?.read());
    };

    protected readonly writeAnyway = (): void => {
        void this.form.submit(undefined, true);
    };

    /** Stops a running check first, then closes the dialog. */
    protected override readonly cancel = (): void => {
        if (this.form.latest.kind === 'running') {
            this.form.stop();
        } else {
            this.close();
        }
    };
}
