import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { CommandContribution, CommandRegistry, CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, interfaces } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { AssignedAccount } from '../../common/connection/assigned-role';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { RoleProfileProposal, RoleProfileRequest } from '../../common/profile/role-profile';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AssignedRolesServerProxy } from '../connection/backend-services';
import { failureText } from '../wording';
import { DELETE_PROFILE, REMOVE_PROFILE, WRITE_PROFILES } from '../commands/row-commands';
import { RoleProfileDialog, RoleProfileRequests } from './role-profile-dialog';
import { removalText, writtenText } from './role-profile-wording';
import { RoleProfiles } from './role-profiles';
import { LiteralMessages } from '../literal/literal-messages';

/** Names one role, or all roles of an account. */
interface WantedProfiles {
    readonly connectionId: AwsConnectionId;
    readonly account: AssignedAccount;
    readonly roleName?: string;
}

export const RoleProfileDialogFactory = Symbol('RoleProfileDialogFactory');
export type RoleProfileDialogFactory = (requests: readonly RoleProfileRequest[], title: string) => RoleProfileDialog;

export function createRoleProfileDialogFactory({ container }: interfaces.Context): RoleProfileDialogFactory {
    return (requests, title) => {
        const child = container.createChild();
        child.bind(DialogProps).toConstantValue({ title, maxWidth: 720 });
        child.bind(RoleProfileRequests).toConstantValue(requests);
        child.bind(RoleProfileDialog).toSelf();
        return child.get(RoleProfileDialog);
    };
}

/** Writes roles into the config file, and removes such profiles. The commands have no label: they need their row as argument. */
@injectable()
export class RoleProfileCommands implements CommandContribution {

    @inject(RoleProfiles) protected readonly profiles: RoleProfiles;
    @inject(RoleProfileDialogFactory) protected readonly createDialog: RoleProfileDialogFactory;
    @inject(AssignedRolesServerProxy) protected readonly roles: AssignedRolesServer;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(CommandService) protected readonly commands: CommandService;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand({ id: WRITE_PROFILES }, { execute: (wanted: WantedProfiles) => this.reporting(() => this.write(wanted)) });
        commands.registerCommand({ id: REMOVE_PROFILE }, { execute: (id: AwsConnectionId) => this.reporting(() => this.remove(id)) });
    }

    protected async write(wanted: WantedProfiles): Promise<void> {
        const requests = await this.requestsFor(wanted);
        const title = wanted.roleName === undefined
            ? nls.localize('theia/aws-accounts/role/titleAll', 'Write all roles in {0} as profiles', wanted.account.name)
            : nls.localize('theia/aws-accounts/role/title', 'Write {0} in {1} as a profile', wanted.roleName, wanted.account.name);
        const chosen = requests.length > 0 ? await this.createDialog(requests, title).open() : undefined;
        if (chosen) {
            const proposals = await this.profiles.write(chosen);
            void this.reporting(() => this.tellWritten(proposals));
        }
    }

    /** Says what was written, and takes it away again if the person wants that. */
    protected async tellWritten(proposals: readonly RoleProfileProposal[]): Promise<void> {
        const written = proposals.filter(({ kind }) => kind === 'new').map(({ profile }) => profile);
        const actions = written.length > 0 ? [nls.localizeByDefault('Undo')] : [];
        if (await this.messages.info(writtenText(proposals), { timeout: 10_000 }, ...actions) !== undefined) {
            for (const profile of written) {
                await this.takeBack(profile);
            }
        }
    }

    /** Somebody may have changed the profile since, or live on it: then it stays, and the person is told. */
    protected async takeBack(profile: string): Promise<void> {
        const removal = await this.profiles.remove(profile);
        if (removal.kind !== 'removed') {
            void this.messages.info(removalText(profile, removal), { timeout: 10_000 });
        }
    }

    protected async requestsFor({ connectionId, account, roleName }: WantedProfiles): Promise<RoleProfileRequest[]> {
        if (roleName !== undefined) {
            return [this.profiles.requestFor(connectionId, account, roleName)];
        }
        const listing = await this.roles.listRoles(connectionId, account.accountId);
        return listing.kind === 'listed' ? listing.items.map(role => this.profiles.requestFor(connectionId, account, role.roleName)) : [];
    }

    protected async remove(id: AwsConnectionId): Promise<void> {
        const connection = this.model.find(id)?.connection;
        if (connection?.kind !== 'iamProfile') {
            return;
        }
        const request = RoleProfiles.requestOf(connection);
        const removal = await this.profiles.remove(connection.name);
        if (removal.kind === 'changed' || removal.kind === 'notOurs') {
            return this.commands.executeCommand(DELETE_PROFILE, id);
        }
        const text = removalText(connection.name, removal);
        if (removal.kind !== 'removed' || request === undefined) {
            void this.messages.info(text, { timeout: 10_000 });
        } else {
            void this.reporting(() => this.offerUndo(text, request));
        }
    }

    protected async offerUndo(text: string, request: RoleProfileRequest): Promise<void> {
        const undo = nls.localizeByDefault('Undo');
        if (await this.messages.info(text, { timeout: 10_000 }, undo) === undo) {
            await this.profiles.write([request]);
        }
    }

    protected async reporting(act: () => Promise<void>): Promise<void> {
        try {
            await act();
        } catch (error) {
            void this.messages.error(failureText(AwsFailure.of(error)).message);
        }
    }
}
