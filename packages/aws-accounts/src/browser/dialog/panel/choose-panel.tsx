import type { CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { ChoiceList } from './choice-list';
import { OtherWays } from './other-ways';
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
        const { controller, commands, onCancel } = this.props;
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
            <OtherWays controller={controller} commands={commands} onCancel={onCancel} />
            {content.trouble && this.renderDiagnosis()}
            {content.note && <p className='theia-aws-note'>{content.note}</p>}
            {content.caution && <div role='alert'>
                <p className='theia-aws-production-banner'>{content.caution.subject}</p>
                <p>{content.caution.text}</p>
            </div>}
            <div className='theia-aws-buttons'>
                {content.buttons.map(this.renderButton)}
                <button className='theia-button secondary' data-action='cancel' onClick={onCancel}>
                    {nls.localizeByDefault('Cancel')}
                </button>
            </div>
            {content.remember && <label className='theia-aws-remember'>
                <input
                    type='checkbox' className='theia-input' data-action='remember' checked={controller.choice.remember}
                    onChange={this.changeRemember}
                />
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
}
