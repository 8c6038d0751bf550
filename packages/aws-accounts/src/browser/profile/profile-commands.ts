import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AwsProfilesServer } from '../../common/protocol/aws-profiles-protocol';
import { AwsConnection, AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy, AwsProfilesServerProxy } from '../connection/backend-services';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { ConnectionDialogFactory } from '../dialog/connection-dialog-factory';
import { DELETE_PROFILE, EDIT_PROFILE } from '../commands/row-commands';
import { ConfirmationPrompt } from '../modal/confirmation-dialog';
import { failureText, locationText } from '../wording';
import type { ProfileDialog, ProfileDialogOptions } from './profile-dialog';
import type { ProfileKind } from './profile-kind-panel';
import { removalText, restorationTrouble } from './profile-wording';
import { LiteralMessages } from '../literal/literal-messages';
import { Labels } from '../wording/text/labels';

export const ProfileDialogFactory = Symbol('ProfileDialogFactory');
export type ProfileDialogFactory = (options: ProfileDialogOptions) => ProfileDialog;

const KINDS: readonly ProfileKind[] = ['accessKeys', 'role', 'identityCenter'];
const SHORTLY = { timeout: 10_000 };

/**
 * "Add IAM Profile...", and what can be done with a profile that is there: those need to know which row is meant, so they have no label.
 */
@injectable()
export class ProfileCommands implements CommandContribution {

    @inject(ProfileDialogFactory) protected readonly createDialog: ProfileDialogFactory;
    @inject(ConnectionDialogFactory) protected readonly createConnectionDialog: ConnectionDialogFactory;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AwsProfilesServerProxy) protected readonly profiles: AwsProfilesServer;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(ConfirmationPrompt) protected readonly prompt: ConfirmationPrompt;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(AwsAccountsCommands.ADD_PROFILE, {
            execute: (kinds: unknown) => this.reporting<unknown>(() => Array.isArray(kinds) ? this.add(kinds) : this.addAndOffer(commands))
        });
        commands.registerCommand({ id: EDIT_PROFILE }, { execute: (id: AwsConnectionId) => this.reporting(() => this.edit(id)) });
        commands.registerCommand({ id: DELETE_PROFILE }, { execute: (id: AwsConnectionId) => this.reporting(() => this.remove(id)) });
    }

    /** The id of the new profile; `undefined`: the person decided against it. */
    protected async add(kinds: readonly ProfileKind[]): Promise<AwsConnectionId | undefined> {
        const answer = await this.createDialog({ kinds }).open();
        return answer?.kind === 'written' ? AwsConnection.profileId(answer.name) : undefined;
    }

    protected async addAndOffer(commands: CommandRegistry): Promise<void> {
        const answer = await this.createDialog({ kinds: KINDS }).open();
        if (answer?.kind === 'identityCenter') {
            await this.showRoles(commands);
        } else if (answer?.kind === 'written') {
            void this.reporting(() => this.offerUse(answer.name, commands));
        }
    }

    protected async offerUse(name: string, commands: CommandRegistry): Promise<void> {
        const use = Labels.useForAwsServices();
        if (await this.messages.info(nls.localize('theia/aws-accounts/profile/added', 'Added profile {0}.', name), SHORTLY, use) === use) {
            await commands.executeCommand(AwsAccountsCommands.USE_PROFILE.id, AwsConnection.profileId(name));
        }
    }

    /** Roles of an organization are listed below its sign-in, where each can be written as a profile. */
    protected async showRoles(commands: CommandRegistry): Promise<void> {
        const isSignedIn =
            this.model.snapshot?.connections.some(
                ({ connection, state }) => connection.kind === 'identityCenter' && state.kind === 'signedIn'
            ) === true;
        if (isSignedIn || (await this.createConnectionDialog({ signIn: 'identityCenter', whenSwitching: 'ask', recents: [] }).open())) {
            await commands.executeCommand(AwsAccountsCommands.OPEN_VIEW.id);
        }
    }

    protected async edit(id: AwsConnectionId): Promise<void> {
        const profile = this.find(id);
        if (profile) {
            await this.createDialog({ draft: await this.profiles.readProfile(profile.name), kinds: [] }).open();
        }
    }

    protected async remove(id: AwsConnectionId): Promise<void> {
        const profile = this.find(id);
        if (profile === undefined || !await this.confirm(profile)) {
            return;
        }
        const removal = await this.profiles.removeProfile(profile.name);
        this.model.accept(await this.server.refresh());
        const text = removalText(profile.name, removal);
        if (removal.kind === 'removed') {
            void this.reporting(() => this.offerUndo(text, profile.name, removal.removalId));
        } else {
            void this.messages.info(text, SHORTLY);
        }
    }

    protected confirm({ name, locations }: IamProfileConnection): Promise<boolean> {
        const places = locations.map(locationText).join(', ');
        return this.prompt({
            title: nls.localize('theia/aws-accounts/profile/confirmRemoval', 'Remove profile {0}?', name),
            texts: [nls.localize(
                'theia/aws-accounts/profile/whatIsRemoved',
                'What stands at {0} is removed, for the AWS CLI and other tools too. Right after that you can undo it.',
                places
            )],
            confirm: nls.localizeByDefault('Remove')
        });
    }

    protected async offerUndo(text: string, name: string, removalId: string): Promise<void> {
        const undo = nls.localizeByDefault('Undo');
        if (await this.messages.info(text, SHORTLY, undo) === undo) {
            const trouble = restorationTrouble(name, await this.profiles.restoreProfile(removalId));
            this.model.accept(await this.server.refresh());
            if (trouble !== undefined) {
                void this.messages.error(trouble);
            }
        }
    }

    protected find(id: AwsConnectionId): IamProfileConnection | undefined {
        const connection = this.model.find(id)?.connection;
        return connection?.kind === 'iamProfile' ? connection : undefined;
    }

    protected async reporting<T>(act: () => Promise<T>): Promise<T | undefined> {
        try {
            return await act();
        } catch (error) {
            void this.messages.error(failureText(AwsFailure.of(error)).message);
            return undefined;
        }
    }
}
