import type { AwsConnectionId } from '../../common/aws-connection';

/** The connection is marked as production, and nobody could be asked whether something may be changed with it. */
export class ProductionUnconfirmed extends Error {

    override readonly name = 'AwsProductionUnconfirmed';

    constructor(readonly connectionId: AwsConnectionId) {
        super('What changes something in production has to be confirmed by a person.');
    }
}
