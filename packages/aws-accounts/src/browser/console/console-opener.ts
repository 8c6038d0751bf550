import { Endpoint } from '@theia/core/lib/browser/endpoint';
import { WindowService } from '@theia/core/lib/browser/window/window-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsAccountsServer } from '../../common/aws-accounts-protocol';
import type { AwsConnectionId } from '../../common/aws-connection';
import type { AwsToolsServer } from '../../common/aws-tools-protocol';
import { CallerIdentity } from '../../common/connection-state';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy, AwsToolsServerProxy } from '../connection/backend-services';
import { callerRole } from '../wording/caller-role';
import { LiteralMessages } from '../literal/literal-messages';
import { Labels } from '../wording/labels';

/** Opens the AWS console as the role of a profile. */
@injectable()
export class ConsoleOpener {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly accounts: AwsAccountsServer;
    @inject(AwsToolsServerProxy) protected readonly server: AwsToolsServer;
    @inject(WindowService) protected readonly windows: WindowService;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    /**
     * Says as whom before anything opens. A browser lets a page open another one only for a click, and only at once: so it is opened by the
     * click on this answer, for which everything is ready.
     */
    async open(id: AwsConnectionId): Promise<void> {
        const identity = await this.identity(id);
        if (identity === undefined) {
            return;
        }
        if (!CallerIdentity.isRole(identity)) {
            const rolesOnly = nls.localize(
                'theia/aws-accounts/console/rolesOnly',
                'The AWS console takes roles. {0} is a user, who signs in there with a password.',
                identity.arn
            );
            void this.messages.info(rolesOnly);
            return;
        }
        const path = await this.server.prepareConsole(id);
        if (path === undefined) {
            void this.messages.info(nls.localize('theia/aws-accounts/console/olderTheia',
                'The AWS console cannot be opened from this IDE: its version of Theia cannot keep the link to this window. From Theia 1.74 on it can.'));
            return;
        }
        const openNow = Labels.openConsole();
        const role = callerRole(identity.arn) ?? identity.arn;
        const who = nls.localize(
            'theia/aws-accounts/console/ready',
            'The AWS console opens as {0} in the account {1}.',
            role,
            identity.accountId
        );
        if ((await this.messages.info(who, openNow)) === openNow) {
            this.windows.openNewWindow(path.startsWith('/') ? new Endpoint({ path }).getRestUrl().toString() : path, { external: true });
        }
    }

    /** The identity of the profile; connects it if that is not known. A failure shows as its state. */
    protected async identity(id: AwsConnectionId): Promise<CallerIdentity | undefined> {
        if (this.model.find(id)?.state.kind !== 'connected') {
            this.model.accept(await this.accounts.connect(id));
        }
        const state = this.model.find(id)?.state;
        return state?.kind === 'connected' ? state.identity : undefined;
    }
}
