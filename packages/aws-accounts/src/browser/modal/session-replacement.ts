import { nls } from '@theia/core/lib/common/nls';
import type { Confirmation } from './confirmation-dialog';
import type { SessionReplacement } from '../../common/sign-in/session-replacement';

/** The question whether the console session of a profile may be replaced by that of somebody else. Pure. */
export function sessionReplacementQuestion({ profile, before, now }: SessionReplacement): Confirmation {
    return {
        title: nls.localize('theia/aws-accounts/console/replaceTitle', 'Replace the session of {0}?', profile),
        texts: [nls.localize(
            'theia/aws-accounts/console/replace',
            'The profile {0} is signed in as {1}. You have signed in as {2}. Terminals and tools that use the profile will be {2}.',
            profile, before, now
        )],
        confirm: nls.localize('theia/aws-accounts/console/replaceOk', 'Replace'),
        action: 'replace'
    };
}
