import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AccountsReplica } from '../../common/snapshot/accounts-replica';
import type { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';
import { AwsAccountsModel } from './aws-accounts-model';

/** Takes what the backend tells this window into the model. The catalogue of a status may have to be requested first. */
@injectable()
export class StatusIntake {

    @inject(AccountsReplica) protected readonly replica: AccountsReplica;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ILogger) @named('aws-accounts:Link') protected readonly logger: ILogger;

    protected underWay: Promise<unknown> = Promise.resolve();

    /** Without the catalogue of a status the window keeps what it has, until the next status or the next connection. */
    take(status: AwsAccountsStatus): void {
        const taken = this.replica.take(status).then(
            snapshot => this.model.accept(snapshot),
            error => this.logger.error('AWS Accounts could not read what its backend holds.', error)
        );
        this.underWay = Promise.all([this.underWay, taken]);
    }

    /** Resolves when the model has everything that the backend has told so far, or cannot get it. */
    async settled(): Promise<void> {
        await this.underWay;
    }

    /** The connection is lost: what is under way may never come, and nobody waits for it any longer. */
    forget(): void {
        this.underWay = Promise.resolve();
        this.replica.forget();
    }
}
