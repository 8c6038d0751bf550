import { Endpoint } from '@theia/core/lib/browser/endpoint';
import { WindowService } from '@theia/core/lib/browser/window/window-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { AwsToolsServer } from '../../common/protocol/aws-tools-protocol';
import { CallerIdentity } from '../../common/state/connection-state';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy, AwsToolsServerProxy } from '../connection/backend-services';
import { FailureMessages } from '../diagnosis/failure-messages';
import { callerRole } from '../wording/connection/caller-role';
import { LiteralMessages } from '../literal/literal-messages';
import { Labels } from '../wording/text/labels';
import { consoleEndpoint } from './console-endpoint';

/** Opens the AWS console as the role of a profile. */
@injectable()
export class ConsoleOpener {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly accounts: AwsAccountsServer;
    @inject(AwsToolsServerProxy) protected readonly server: AwsToolsServer;
    @inject(WindowService) protected readonly windows: WindowService;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(FailureMessages) protected readonly failures: FailureMessages;

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
        const path = await this.prepare(id);
        if (path === undefined) {
            return;
        }
        const openNow = Labels.openConsole();
        if ((await this.messages.info(this.announcement(id, identity), openNow)) === openNow) {
            this.windows.openNewWindow(path.startsWith('/') ? new Endpoint({ path }).getRestUrl().toString() : path, { external: true });
        }
    }

    /** The address that leads there; `undefined`: there is none, and the person was told why. */
    protected async prepare(id: AwsConnectionId): Promise<string | undefined> {
        try {
            const path = await this.server.prepareConsole(id);
            if (path === undefined) {
                void this.messages.info(nls.localize('theia/aws-accounts/console/olderTheia',
                    'The AWS console cannot be opened from this IDE: its version of Theia cannot keep the link to this window. From Theia '
                        + '1.74 on it can.'));
            }
            return path;
        } catch (error) {
            this.failures.tell(AwsFailure.of(error), this.model.find(id)?.connection);
            return undefined;
        }
    }

    /** Names role and account, and the host that gets the keys where that is not AWS. */
    protected announcement(id: AwsConnectionId, { arn, accountId }: CallerIdentity): string {
        const role = callerRole(arn) ?? arn;
        const { snapshot } = this.model;
        const connection = this.model.find(id)?.connection;
        const endpoint = snapshot && connection && consoleEndpoint(snapshot, connection);
        return endpoint === undefined
            ? nls.localize('theia/aws-accounts/console/ready', 'The AWS console opens as {0} in the account {1}.', role, accountId)
            : nls.localize(
                'theia/aws-accounts/console/readyElsewhere',
                'The AWS console opens as {0} in the account {1}. The credentials go to {2}, not to AWS: set by {3}.',
                role, accountId, endpoint.host, endpoint.setting
            );
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
