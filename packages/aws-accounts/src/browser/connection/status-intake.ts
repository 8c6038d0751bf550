import { ILogger } from '@theia/core/lib/common/logger';
import { Deferred } from '@theia/core/lib/common/promise-util';
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

    /** Statuses whose catalogue is on its way. */
    protected readonly underWay = new Set<Deferred<void>>();

    /** Without the catalogue of a status the window keeps what it has, until the next status or the next connection. */
    take(status: AwsAccountsStatus): void {
        const taken = new Deferred<void>();
        this.underWay.add(taken);
        this.replica.take(status).then(
            snapshot => this.model.accept(snapshot),
            error => this.logger.error('AWS Accounts could not read what its backend holds.', error)
        ).finally(() => this.end(taken));
    }

    /** Resolves when the model has everything that the backend has told so far, cannot get it, or has lost the connection. */
    async settled(): Promise<void> {
        await Promise.all([...this.underWay].map(({ promise }) => promise));
    }

    /** The connection is lost: what is under way may never come, and nobody waits for it any longer. */
    forget(): void {
        this.underWay.forEach(taken => this.end(taken));
        this.replica.forget();
    }

    protected end(taken: Deferred<void>): void {
        this.underWay.delete(taken);
        taken.resolve();
    }
}
