import { nls } from '@theia/core/lib/common/nls';
import type { StartPageRefusal } from '../../../common/state/start-page-refusal';

/** Reason why a start URL on a domain of an organization is not followed, and what to do. */
export function startPageRefusalText(startUrl: string, refusal: StartPageRefusal): string {
    switch (refusal.kind) {
        case 'notADomain':
            return nls.localize(
                'theia/aws-accounts/startPage/notADomain',
                '{0} names a machine by its address. A start URL has the name of a domain.',
                startUrl
            );
        case 'noRedirect':
            return nls.localize(
                'theia/aws-accounts/startPage/noRedirect',
                '{0} does not lead to AWS: it answers without a redirect. Ask your administrator for the start URL.',
                startUrl
            );
        case 'plainHttp':
            return nls.localize(
                'theia/aws-accounts/startPage/plainHttp',
                '{0} leads to {1} without encryption (http), and is not followed. Ask your administrator for the start URL.',
                startUrl,
                refusal.host
            );
        case 'foreignHost':
            return nls.localize(
                'theia/aws-accounts/startPage/foreignHost',
                '{0} leads to {1}, which is not AWS, and is not followed. A start URL leads to AWS by one redirect.',
                startUrl,
                refusal.host
            );
        case 'notAStartPage':
            return nls.localize(
                'theia/aws-accounts/startPage/notAStartPage',
                '{0} leads to {1}, but not to the start page of an organization. Ask your administrator for the start URL.',
                startUrl,
                refusal.host
            );
    }
}
