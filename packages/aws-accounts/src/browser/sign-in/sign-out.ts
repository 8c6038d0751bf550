import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection, AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { FailureMessages } from '../diagnosis/failure-messages';
import { ConfirmationPrompt } from '../modal/confirmation-dialog';
import { connectionDetail, connectionName } from '../wording';
import { LiteralQuickInput } from '../literal/literal-quick-input';
import { LiteralMessages } from '../literal/literal-messages';
import { Labels } from '../wording/text/labels';
import { signOutConsequences } from './sign-out-consequences';

/** Signs out of one connection and of nothing else. */
@injectable()
export class SignOut {

    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(FailureMessages) protected readonly failures: FailureMessages;
    @inject(ConfirmationPrompt) protected readonly prompt: ConfirmationPrompt;

    async run(id: AwsConnectionId | undefined): Promise<void> {
        const entry = this.model.find(id) ?? await this.pick();
        if (entry && await this.confirm(entry)) {
            await this.signOut(entry);
        }
    }

    protected async pick(): Promise<ConnectionEntry | undefined> {
        const entries = (this.model.snapshot?.connections ?? []).filter(
            ({ connection, state }) => AwsConnection.isToken(connection)
                ? state.kind === 'signedIn' || state.kind === 'expired' || state.kind === 'unreachable'
                : connection.source === 'loginSession' && state.kind === 'connected'
        );
        if (entries.length === 0) {
            void this.messages.info(nls.localize('theia/aws-accounts/signOut/nothing', 'You are not signed in to anything.'));
            return undefined;
        }
        const picked = await this.quickInput.pick(
            entries.map(entry => ({ label: connectionName(entry.connection), detail: connectionDetail(entry), entry })),
            {
                placeHolder: nls.localize('theia/aws-accounts/signOut/placeholder', 'What do you want to sign out of?')
            }
        );
        return picked?.entry;
    }

    /** Asks only where something in use stops working. */
    protected async confirm(entry: ConnectionEntry): Promise<boolean> {
        const consequences = this.model.snapshot ? signOutConsequences(entry, this.model.snapshot) : '';
        if (consequences === '') {
            return true;
        }
        return this.prompt({
            title: nls.localize('theia/aws-accounts/signOut/title', 'Sign out of {0}?', connectionName(entry.connection)),
            texts: [consequences],
            confirm: Labels.signOut()
        });
    }

    protected async signOut({ connection }: ConnectionEntry): Promise<void> {
        const name = connectionName(connection);
        try {
            const outcome = await this.server.signOut(connection.id);
            if (outcome.kind === 'signedOutLocally') {
                void this.messages.warn(nls.localize(
                    'theia/aws-accounts/signOut/locally',
                    'Signed out of {0} on this machine. AWS could not be reached, so its own session lasts until it ends by itself.', name
                ));
            } else {
                void this.messages.silentInfo(
                    nls.localize('theia/aws-accounts/signOut/done', 'Signed out of {0}.', name), { timeout: 5000 }
                );
            }
        } catch (error) {
            this.failures.tell(AwsFailure.of(error), connection);
        }
    }
}
