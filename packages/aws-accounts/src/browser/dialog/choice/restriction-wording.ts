import { nls } from '@theia/core/lib/common/nls';
import type { AwsConnection } from '../../../common/connection/aws-connection';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import type { RequirementMismatch } from '../../../common/requirement/requirement-mismatch';
import { connectionAtStart } from '../../wording';

/** Says as a sentence which IAM credentials will do; `undefined`: any. */
export function restrictionText(requirement: AwsRequirement): string | undefined {
    const iam = AwsRequirement.iam(requirement);
    if (iam === undefined) {
        return undefined;
    }
    const { accounts, partitions, regions } = iam;
    const parts = [
        accounts && nls.localize('theia/aws-accounts/dialog/onlyAccount', 'account {0}', eitherOf(accounts)),
        partitions && nls.localize('theia/aws-accounts/dialog/onlyPartition', 'partition {0}', eitherOf(partitions)),
        regions && nls.localize('theia/aws-accounts/dialog/onlyRegion', 'region {0}', eitherOf(regions))
    ].filter(part => part !== undefined);
    return parts.length === 0
        ? undefined
        : nls.localize('theia/aws-accounts/dialog/only', 'Only a profile for {0} will do.', parts.join(', '));
}

/** Mismatch of a connection, as a sentence that begins with its name. */
export function mismatchesText(connection: AwsConnection, mismatches: readonly RequirementMismatch[]): string {
    return nls.localize(
        'theia/aws-accounts/dialog/mismatches',
        '{0} does not fit: {1}.',
        connectionAtStart(connection),
        mismatches.map(mismatchText).join(', ')
    );
}

/** One thing that does not fit. */
export function mismatchText(mismatch: RequirementMismatch): string {
    switch (mismatch.kind) {
        case 'method':
            return nls.localize('theia/aws-accounts/dialog/misfitMethod', 'another method of authentication is needed');
        case 'account':
            return nls.localize(
                'theia/aws-accounts/dialog/misfitAccount',
                'account {0} instead of {1}',
                mismatch.found,
                eitherOf(mismatch.wanted)
            );
        case 'partition':
            return nls.localize(
                'theia/aws-accounts/dialog/misfitPartition',
                'partition {0} instead of {1}',
                mismatch.found,
                eitherOf(mismatch.wanted)
            );
        case 'region':
            return nls.localize(
                'theia/aws-accounts/dialog/misfitRegion',
                'region {0} instead of {1}',
                mismatch.found,
                eitherOf(mismatch.wanted)
            );
    }
}

function eitherOf(values: readonly string[]): string {
    return values.length === 0
        ? nls.localize('theia/aws-accounts/dialog/noValue', '(none is left by what was declared)')
        : values.join(` ${nls.localize('theia/aws-accounts/dialog/or', 'or')} `);
}
