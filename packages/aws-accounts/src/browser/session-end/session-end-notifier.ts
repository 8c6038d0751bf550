import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { CommandService } from '@theia/core/lib/common/command';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences } from '../../common/sign-in/aws-accounts-preferences';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnection, AwsConnectionId } from '../../common/connection/aws-connection';
import { ConnectionState } from '../../common/state/connection-state';
import type { SessionEndNotice } from '../../common/sign-in/session-end-notice';
import { AwsAccountsClientImpl } from '../connection/aws-accounts-client';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { sessionEndMessage } from './session-end-message';
import { LiteralMessages } from '../literal/literal-messages';

/** Says that a sign-in in use has ended, or is about to. The backend sees to it that one window says it, once. */
@injectable()
export class SessionEndNotifier implements FrontendApplicationContribution {

    @inject(AwsAccountsClientImpl) protected readonly client: AwsAccountsClientImpl;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(CommandService) protected readonly commands: CommandService;
    @inject(PreferenceService) protected readonly preferences: PreferenceService;

    onStart(): void {
        this.client.onSessionEnd(notice => this.show(notice).catch(error => console.error('AWS Accounts could not show a notice.', error)));
    }

    protected async show(notice: SessionEndNotice): Promise<void> {
        const entry = this.model.find(notice.connectionId);
        if (entry === undefined || notice.kind === 'endsSoon' && this.preferences.get(AwsAccountsPreferences.WARN_BEFORE_END) === false) {
            return;
        }
        const { text, action, command, args } = sessionEndMessage(notice, entry, this.signInOf(entry.connection));
        const chosen = await (notice.kind === 'ended'
            ? this.messages.warn(text, action)
            : this.messages.info(text, { timeout: 60_000 }, action));
        if (chosen === action && this.stillMatters(notice)) {
            await this.commands.executeCommand(command, ...args);
        }
    }

    protected signInOf(connection: AwsConnection): AwsConnectionId | undefined {
        return this.model.snapshot && AwsAccountsSnapshot.signInBehind(this.model.snapshot, connection)?.connection.id;
    }

    /** Somebody may have signed in elsewhere while the message stood there. */
    protected stillMatters({ kind, connectionId }: SessionEndNotice): boolean {
        const state = this.model.find(connectionId)?.state;
        return state !== undefined && (kind === 'endsSoon' || ConnectionState.needsAttention(state) || state.kind === 'signedOut');
    }
}
