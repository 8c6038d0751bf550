import { ConfirmDialog } from '@theia/core/lib/browser/dialogs';
import { nls } from '@theia/core/lib/common/nls';
import type { SessionReplacement } from '../../common/sign-in';

/** Asks whether the console session of a profile may be replaced by that of somebody else. */
export async function askSessionReplacement({ profile, before, now }: SessionReplacement): Promise<boolean> {
    const answer = await new ConfirmDialog({
            title: nls.localize('theia/aws-accounts/console/replaceTitle', 'Replace the session of {0}?', profile),
            msg: nls.localize(
                'theia/aws-accounts/console/replace',
                'The profile {0} is signed in as {1}. You have signed in as {2}. Terminals and tools that use the profile will be {2}.',
                profile, before, now
            ),
            ok: nls.localize('theia/aws-accounts/console/replaceOk', 'Replace')
        }).open();
    return answer === true;
}
