import { nls } from '@theia/core/lib/common/nls';
import { AwsPartitions } from '../../../common/region/aws-partitions';
import { StartUrl, StartUrlVerdict } from '../../../common/sign-in/start-url';
import { failureMessage } from '../../wording/failure/failure-message';
import type { FoundStartPage } from './start-page-lookup';

/** Text for a start URL on a domain of an organization: where it leads. */
export function foundText(found: FoundStartPage): string {
    switch (found.kind) {
        case 'looking':
            return nls.localize('theia/aws-accounts/startUrl/looking', 'Looking where this address leads...');
        case 'found': {
            const verdict = StartUrl.check(found.startUrl);
            return verdict.kind === 'valid' && !verdict.unknownHost
                ? nls.localize('theia/aws-accounts/startUrl/leadsTo', 'This address leads to {0} at AWS.', found.host)
                : startUrlText(verdict);
        }
        case 'failed':
            return failureMessage(found.failure);
    }
}

/** Text for a start URL while it is typed; it names the part that is wrong. */
export function startUrlText(verdict: StartUrlVerdict): string {
    switch (verdict.kind) {
        case 'empty':
            return '';
        case 'notAUrl':
            return nls.localize(
                'theia/aws-accounts/startUrl/notAUrl',
                'This is not a web address yet. It looks like {0}',
                AwsPartitions.SAMPLE_START_URL
            );
        case 'wrongScheme':
            return nls.localize('theia/aws-accounts/startUrl/wrongScheme', 'A start URL begins with https, not with {0}.', verdict.scheme);
        case 'wrongPath':
            return nls.localize(
                'theia/aws-accounts/startUrl/wrongPath',
                'The end of the address is missing. Did you mean {0}?',
                verdict.suggestion
            );
        case 'builderId':
            return nls.localize(
                'theia/aws-accounts/startUrl/builderId',
                'This is the address of AWS Builder ID: you will sign in with AWS Builder ID.'
            );
        case 'valid':
            return verdict.unknownHost
                ? nls.localize(
                      'theia/aws-accounts/startUrl/unknownHost',
                      'This is not an address of AWS. Go on only if your organization gave it to you.'
                  )
                : '';
    }
}
