import { nls } from '@theia/core/lib/common/nls';
import type { AwsUse } from '../../common/connection-use';

/** What a use is called, the same everywhere. */
export function useName(use: AwsUse): string {
    switch (use) {
        case 'codeWhisperer':
            return nls.localize('theia/aws-accounts/use/codeWhisperer', 'CodeWhisperer');
        case 'awsServices':
            return nls.localize('theia/aws-accounts/use/awsServices', 'AWS services');
    }
}

/** Said of a connection that serves `use`. */
export function inUseText(use: AwsUse): string {
    return nls.localize('theia/aws-accounts/use/inUse', 'in use for {0}', useName(use));
}

/** The same where the use is named elsewhere. */
export function inUseShortText(): string {
    return nls.localize('theia/aws-accounts/use/inUseShort', 'in use');
}

/** Said of what the person pinned. */
export function pinnedText(): string {
    return nls.localize('theia/aws-accounts/row/pinned', 'pinned');
}

/** What to do when `use` has no connection. */
export function useInvitation(use: AwsUse): string {
    switch (use) {
        case 'codeWhisperer':
            return nls.localize('theia/aws-accounts/use/inviteCodeWhisperer', 'Not connected: sign in…');
        case 'awsServices':
            return nls.localize('theia/aws-accounts/use/inviteAwsServices', 'Not connected: choose a profile…');
    }
}
