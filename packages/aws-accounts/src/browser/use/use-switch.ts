import { nls } from '@theia/core/lib/common/nls';
import { PreferenceScope, PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsAccountsPreferences } from '../../common/sign-in/aws-accounts-preferences';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsUse, ConnectionUses } from '../../common/token-service/connection-use';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { connectionInText, failureText, useName } from '../wording';
import type { ConnectionAnswer } from '../dialog/choice/connection-question';
import { RecentProfiles } from './recent-profiles';
import { LiteralMessages } from '../literal/literal-messages';

/** Carries out what a person decided about the uses, says so quietly, and offers to take it back. */
@injectable()
export class UseSwitch {

    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(RecentProfiles) protected readonly recents: RecentProfiles;
    @inject(LiteralMessages) protected readonly messages: LiteralMessages;
    @inject(PreferenceService) protected readonly preferences: PreferenceService;

    /** The decision that is being carried out. */
    protected running: Promise<void> = Promise.resolve();

    /** Applies an answer for `use`, after those that came before it. Nothing is said when nothing changed. */
    apply(use: AwsUse, answer: ConnectionAnswer): Promise<void> {
        return this.inTurn(() => this.carryOut(use, answer));
    }

    /** Takes the connection of `use` away; the connection itself stays as it is. */
    clear(use: AwsUse): Promise<void> {
        return this.inTurn(async () => {
            const before = this.uses;
            await this.set(use, undefined);
            this.tell(before);
        });
    }

    /** One after the other: each is measured by what the one before has left. One that failed has told whoever waits for it. */
    protected inTurn(act: () => Promise<void>): Promise<void> {
        const result = this.running.then(act);
        this.running = result.catch(() => undefined);
        return result;
    }

    protected async carryOut(use: AwsUse, answer: ConnectionAnswer): Promise<void> {
        const before = this.uses;
        await this.set(use, answer.connectionId);
        if (answer.tokenServices === 'disconnect') {
            for (const { id } of this.model.services) {
                await this.set(id, undefined);
            }
        }
        if (answer.remember) {
            const choice = answer.tokenServices === 'keep' ? 'stayConnected' : 'disconnect';
            await this.preferences.set(AwsAccountsPreferences.WHEN_SWITCHING_METHOD, choice, PreferenceScope.User);
        }
        if (use === 'awsServices') {
            await this.recents.add(answer.connectionId);
        }
        this.tell(before);
    }

    protected get uses(): ConnectionUses {
        return this.model.snapshot?.uses ?? {};
    }

    protected async set(use: AwsUse, connectionId: AwsConnectionId | undefined): Promise<void> {
        if (this.uses[use] !== connectionId) {
            this.model.accept(await this.server.setUse(use, connectionId));
        }
    }

    protected tell(before: ConnectionUses): void {
        const changed = AwsUse.all(this.model.services).filter(use => before[use] !== this.uses[use]);
        if (changed.length === 0) {
            return;
        }
        const undo = nls.localizeByDefault('Undo');
        // Not awaited: the promise of a message lasts as long as the message, and nothing waits for it.
        this.messages.silentInfo(changed.map(use => this.describe(use)).join(' '), { timeout: 10_000 }, undo)
            .then(answer => answer === undo ? this.inTurn(() => this.restore(before, changed)) : undefined)
            .catch(error => this.messages.error(failureText(AwsFailure.of(error)).message));
    }

    protected describe(use: AwsUse): string {
        const entry = this.model.inUse(use);
        const name = useName(use, this.model.services);
        return entry
            ? nls.localize('theia/aws-accounts/use/nowUses', 'Now using {0} for {1}.', connectionInText(entry.connection), name)
            : nls.localize('theia/aws-accounts/use/nowDisconnected', '{0}: disconnected. Nothing was signed out.', name);
    }

    protected async restore(before: ConnectionUses, changed: readonly AwsUse[]): Promise<void> {
        for (const use of changed) {
            await this.set(use, before[use]);
        }
    }
}
