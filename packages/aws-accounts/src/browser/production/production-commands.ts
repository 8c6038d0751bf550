import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection, AwsConnectionId } from '../../common/connection/aws-connection';
import type { ProfileChange } from '../../common/connection/profile-change';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { FailureMessages } from '../diagnosis/failure-messages';
import { FORGET_LOST_MARKS, SET_PRODUCTION } from '../commands/row-commands';
import { ProductionPrompt } from './production-dialog';
import { ProductionQuestion } from './production-question';

/** Marks profiles as production. Without a label: it needs to know which row is meant. */
@injectable()
export class ProductionCommands implements CommandContribution {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(ProductionPrompt) protected readonly prompt: ProductionPrompt;
    @inject(FailureMessages) protected readonly failures: FailureMessages;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(
            { id: SET_PRODUCTION },
            { execute: (id: AwsConnectionId, production: boolean) => this.set(id, production) }
        );
        commands.registerCommand({ id: FORGET_LOST_MARKS }, { execute: (id: AwsConnectionId) => this.forgetLostMarks(id) });
    }

    /** Taking the mark away is for a person to do: tasks and links of a workspace can run commands too. */
    protected async set(id: AwsConnectionId, production: boolean): Promise<void> {
        const entry = this.model.find(id);
        if (entry === undefined || production === AwsConnection.isProduction(entry.connection)) {
            return;
        }
        if (production || await this.prompt(ProductionQuestion.beforeUnmarking(entry))) {
            await this.change(entry, { kind: 'production', production });
        }
    }

    protected async forgetLostMarks(id: AwsConnectionId): Promise<void> {
        const entry = this.model.find(id);
        if (entry && await this.prompt(ProductionQuestion.beforeForgettingLostMarks())) {
            await this.change(entry, { kind: 'lostMarksForgotten' });
        }
    }

    protected async change(entry: ConnectionEntry, change: ProfileChange): Promise<void> {
        try {
            this.model.accept(await this.server.changeProfile(entry.connection.id, change));
        } catch (error) {
            this.failures.tell(AwsFailure.of(error), entry.connection);
        }
    }
}
