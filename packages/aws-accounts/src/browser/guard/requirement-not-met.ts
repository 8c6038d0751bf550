import type { AwsRequirement, AwsVerdict } from '../../common/aws-requirement';

/** A requirement is not met, and nobody was asked, or asking did not help. */
export class RequirementNotMet extends Error {

    override readonly name = 'AwsRequirementNotMet';

    constructor(readonly requirement: AwsRequirement, readonly verdict: AwsVerdict) {
        super(`AWS requirement '${requirement.kind}' is not met: ${verdict.kind}.`);
    }
}
