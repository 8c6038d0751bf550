import type { CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import { AwsAccountsCommands } from '../../commands/aws-accounts-commands';
import { regionText } from '../../wording';
import type { ConnectionDialogController } from '../controller/connection-dialog-controller';

interface OtherWaysProps {
    readonly controller: ConnectionDialogController;
    readonly commands: CommandService;
    onCancel(): void;
}

/** Ways to get something that is not in the list. */
export class OtherWays extends React.Component<OtherWaysProps> {

    override render(): React.ReactNode {
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
