import type { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../common/requirement/aws-verdict';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { CancellationError } from '@theia/core/lib/common/cancellation';

/**
 * The person decided against a guarded command. Not an error: nothing ran and nothing changed. The message has two l's and the name one:
 * part of Theia recognises a cancellation by the one, and VS Code extensions recognise it by the other.
 */
export class GuardCancelled extends CancellationError {

    override message = 'Cancelled';
}

/** The connection is marked as production, and nobody could be asked whether something may be changed with it. */
export class ProductionUnconfirmed extends Error {

    override readonly name = 'AwsProductionUnconfirmed';

    constructor(readonly connectionId: AwsConnectionId) {
        super('What changes something in production has to be confirmed by a person.');
    }
}

/** A requirement is not met, and nobody was asked, or asking did not help. */
export class RequirementNotMet extends Error {

    override readonly name = 'AwsRequirementNotMet';

    constructor(readonly requirement: AwsRequirement, readonly verdict: AwsVerdict) {
        super(`AWS requirement '${requirement.kind}' is not met: ${verdict.kind}.`);
    }
}
