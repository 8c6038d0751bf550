import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { RoleProfileProposal } from '../../common/profile/role-profile';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { ConnectionChooser } from '../use/connection-chooser';
import { UseSwitch } from '../use/use-switch';
import type { PickedRole } from '../../common/connection/assigned-role';
import type { RoleUse } from './role-use';
import { failureText } from '../wording';
import { RoleProfiles } from './role-profiles';
import { LiteralMessages } from '../literal/literal-messages';

/** Makes a role a profile, unless it is one, and uses it for AWS services. A person who then cancels finds the file as it was. */
@injectable()
export class RoleProfileUse implements RoleUse {

    @inject(RoleProfiles) protected readonly profiles: RoleProfiles;
    @inject(ConnectionChooser) protected readonly chooser: ConnectionChooser;
    @inject(UseSwitch) protected readonly uses: UseSwitch;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    async use({ connectionId, account, roleName }: PickedRole): Promise<boolean> {
        try {
            const [proposal] = await this.profiles.write([this.profiles.requestFor(connectionId, account, roleName)]);
            return await this.useProfile(proposal);
        } catch (error) {
            void this.messages.error(failureText(AwsFailure.of(error)).message);
            return false;
        }
    }

    protected async useProfile({ kind, profile }: RoleProfileProposal): Promise<boolean> {
        const id = AwsConnection.profileId(profile);
        const used = await this.chooser.use({ requirement: { kind: 'iam' }, picked: id });
        if (used) {
            this.model.accept(await this.server.connect(id));
        }
        if (kind === 'new') {
            await this.settle(profile, used);
        }
        return used;
    }

    protected async settle(profile: string, used: boolean): Promise<void> {
        if (!used) {
            await this.profiles.remove(profile);
            return;
        }
        const undo = nls.localizeByDefault('Undo');
        const text = nls.localize(
            'theia/aws-accounts/role/written',
            'The role is now profile {0} in your config file, for the AWS CLI too.',
            profile
        );
        // Not awaited: the promise of a message lasts as long as the message.
        this.messages.info(text, { timeout: 10_000 }, undo)
            .then(answer => answer === undo ? this.undo(profile) : undefined)
            .catch(error => this.messages.error(failureText(AwsFailure.of(error)).message));
    }

    protected async undo(profile: string): Promise<void> {
        if (this.model.snapshot?.uses.awsServices === AwsConnection.profileId(profile)) {
            await this.uses.clear('awsServices');
        }
        await this.profiles.remove(profile);
    }
}
