import { nls } from '@theia/core/lib/common/nls';
import type { RedirectReading } from './redirect-address';
import { LoopbackPage, page } from '../../loopback/plain-page';

/** The page for a request that was read as `reading`. It says nothing of what was in the request. */
export function loopbackPage(reading: RedirectReading['kind']): LoopbackPage {
    switch (reading) {
        case 'approved':
            return page(
                200,
                nls.localize('theia/aws-accounts/loopback/approved', 'Request approved'),
                nls.localize(
                    'theia/aws-accounts/loopback/approvedText',
                    'Your IDE is finishing the sign-in. You can close this page and go back to it.'
                )
            );
        case 'refused':
            return page(
                200,
                nls.localize('theia/aws-accounts/loopback/refused', 'Request not approved'),
                nls.localize(
                    'theia/aws-accounts/loopback/refusedText',
                    'You were not signed in. You can close this page and go back to your IDE.'
                )
            );
        case 'foreign':
        case 'incomplete':
        case 'notAnAddress':
        case 'wrongState':
            return page(400, nls.localize('theia/aws-accounts/loopback/ignored', 'Not expected here'),
                nls.localize('theia/aws-accounts/loopback/ignoredText', 'No sign-in waits for this address. Nothing has changed.'));
    }
}
