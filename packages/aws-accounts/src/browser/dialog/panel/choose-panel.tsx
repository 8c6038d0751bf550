import type { CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import { regionText } from '../../wording';
import { ChoiceList } from './choice-list';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';
import type { ButtonAction, DialogButton } from '../choice/dialog-buttons';
import { AwsAccountsCommands } from '../../commands/aws-accounts-commands';

interface ChoosePanelProps {
    readonly controller: ConnectionDialogController;
    readonly commands: CommandService;
    /** The caution came up a moment ago, so the buttons that it is about do not count yet. */
    readonly unread: boolean;
    onCancel(): void;
}

/** Shows what is needed, the choice, what happens to token services, and the buttons that say so. */
export class ChoosePanel extends React.Component<ChoosePanelProps> {

    override render(): React.ReactNode {
        const { controller, onCancel } = this.props;
        const { content } = controller;
        if (content === undefined) {
            return undefined;
        }
        return <div className='theia-aws-panel'>
            <p>{content.explanation}</p>
            {content.trouble && <p className='theia-aws-trouble' role='alert'>{content.trouble}</p>}
            {content.rows.length > 0 || controller.choice.filter !== ''
                ? <ChoiceList label={content.listLabel} rows={content.rows} controller={controller} onConfirm={this.confirm} />
                : undefined}
            {content.empty && <p className='theia-aws-empty'>{content.empty}</p>}
            {this.renderMore()}
            {content.trouble && this.renderDiagnosis()}
            {content.note && <p className='theia-aws-note'>{content.note}</p>}
            {content.caution && <div role='alert'>
                <p className='theia-aws-production-banner'>{content.caution.subject}</p>
                <p>{content.caution.text}</p>
            </div>}
            <div className='theia-aws-buttons'>
                {content.buttons.map(this.renderButton)}
                <button className='theia-button secondary' data-action='cancel' onClick={onCancel}>{nls.localizeByDefault('Cancel')}</button>
            </div>
            {content.remember && <label className='theia-aws-remember'>
                <input type='checkbox' className='theia-input' data-action='remember' checked={controller.choice.remember} onChange={this.changeRemember} />
                {content.remember}
            </label>}
        </div>;
    }

    /** For whoever asks somebody for help with what is wrong. */
    protected renderDiagnosis(): React.ReactNode {
        return <button className='theia-aws-link' data-action='copy-diagnosis' onClick={this.copyDiagnosis}>
            {AwsAccountsCommands.COPY_DIAGNOSIS.label}
        </button>;
    }

    /** Ways to get something that is not in the list. */
    protected renderMore(): React.ReactNode {
        const { choice, content } = this.props.controller;
        return (
            <>
                {content?.remedy && (
                    <button className='theia-aws-link' data-action='remedy' onClick={this.seekRemedy}>
                        {content.remedy.label}
                    </button>
                )}
                {choice.accepts('token') && (
                    <button className='theia-aws-link' data-action='identity-center' onClick={this.enterIdentityCenter}>
                        {nls.localize('theia/aws-accounts/dialog/otherIdentityCenter', 'Another IAM Identity Center...')}
                    </button>
                )}
                {choice.accepts('iam') && (
                    <button className='theia-aws-link' data-action='add-profile' onClick={this.addProfile}>
                        {nls.localize('theia/aws-accounts/dialog/addProfile', 'Add a profile...')}
                    </button>
                )}
                {choice.regionOfSelected && (
                    <button className='theia-aws-link' data-action='change-region' onClick={this.changeRegion}>
                        {nls.localize(
                            'theia/aws-accounts/dialog/changeRegion',
                            'Change Region ({0})...',
                            regionText(choice.regionOfSelected)
                        )}
                    </button>
                )}
                {choice.accepts('iam') && (
                    <button className='theia-aws-link' data-action='open-config' onClick={this.openConfig}>
                        {nls.localize('theia/aws-accounts/dialog/editProfiles', 'Open the config file')}
                    </button>
                )}
            </>
        );
    }

    protected readonly renderButton = ({ action, label }: DialogButton, index: number): React.ReactNode => (
        <button
            key={action}
            className={`theia-button ${index === 0 ? 'main' : 'secondary'}`}
            data-action={action}
            disabled={this.props.unread}
            onClick={this.press}>
            {label}
        </button>
    );

    protected readonly press = ({ currentTarget }: React.MouseEvent<HTMLElement>): void =>
        this.props.controller.press(currentTarget.dataset.action as ButtonAction);

    /** Enter in the list presses the first button, but never one that lets something happen in production. */
    protected readonly confirm = (): void => {
        const { buttons: [first] = [], caution } = this.props.controller.content ?? {};
        if (first && caution?.account === undefined) {
            this.props.controller.press(first.action);
        }
    };

    protected readonly changeRemember = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void =>
        this.props.controller.choice.setRemember(currentTarget.checked);

    protected readonly copyDiagnosis = (): void => {
        const { choice, step } = this.props.controller;
        const failure = step.kind === 'choose' ? step.failure : undefined;
        void this.props.commands.executeCommand(AwsAccountsCommands.COPY_DIAGNOSIS.id, choice.selectedId, failure);
    };

    protected readonly enterIdentityCenter = (): void => this.props.controller.enterIdentityCenter();

    /** The dialog makes way, since the list of regions opens below it. */
    protected readonly changeRegion = (): void => {
        const { controller, commands, onCancel } = this.props;
        const id = controller.choice.selectedId;
        onCancel();
        void commands.executeCommand(AwsAccountsCommands.CHANGE_REGION.id, id);
    };

    /** On top of this dialog, which then has the new profile selected. */
    protected readonly addProfile = (): void => {
        void this.addAndSelect();
    };

    protected async addAndSelect(): Promise<void> {
        const added = await this.props.commands.executeCommand<AwsConnectionId>(AwsAccountsCommands.ADD_PROFILE.id, ['accessKeys', 'role']);
        if (added !== undefined) {
            this.props.controller.choice.setFilter('');
            this.props.controller.choice.select(added);
        }
    }

    /** The dialog makes way for the one that the remedy opens. */
    protected readonly seekRemedy = (): void => {
        const remedy = this.props.controller.content?.remedy;
        if (remedy) {
            this.props.onCancel();
            void this.props.commands.executeCommand(remedy.command, ...remedy.args);
        }
    };

    /** The dialog makes way: an editor behind it could not be used. */
    protected readonly openConfig = (): void => {
        this.props.onCancel();
        void this.props.commands.executeCommand(AwsAccountsCommands.OPEN_CONFIG_FILE.id);
    };
}
