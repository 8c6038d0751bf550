import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../common/aws-accounts-snapshot';
import { ConnectionState } from '../../common/connection-state';
import { codeWhispererHostText, connectionShortName, stateText } from '../wording';
import { statusOf, StatusText } from './status-text';

/** The status bar entry of CodeWhisperer at `now` (epoch ms): the sign-in it has, with the state in a word unless that is fine. */
export function codeWhispererStatus(snapshot: AwsAccountsSnapshot | undefined, now: number): StatusText {
    const entry = snapshot && AwsAccountsSnapshot.inUse(snapshot, 'codeWhisperer');
    const host = snapshot?.codeWhispererHost;
    if (host && entry === undefined) {
        return {
            text: nls.localize('theia/aws-accounts/status/chooseHostProfile', 'CodeWhisperer: choose profile'),
            tooltip: codeWhispererHostText(host)
        };
    }
    if (entry === undefined) {
        return {
            text: nls.localize('theia/aws-accounts/status/chooseSignIn', 'CodeWhisperer: sign in'),
            tooltip: nls.localize(
                'theia/aws-accounts/status/chooseSignInTooltip',
                'CodeWhisperer is not connected.\nClick to sign in with AWS Builder ID or IAM Identity Center.'
            )
        };
    }
    const { kind } = ConnectionState.at(entry.state, now);
    const state = kind === 'signedIn' || (host && (kind === 'connected' || kind === 'notConnected')) ? [] : [stateText(entry.state, now)];
    const text = nls.localize(
        'theia/aws-accounts/status/codeWhisperer',
        'CodeWhisperer: {0}',
        [connectionShortName(entry.connection), ...state].join(' ')
    );
    const click = host
        ? codeWhispererHostText(host)
        : nls.localize('theia/aws-accounts/status/clickForSignIn', 'Click to choose another sign-in.');
    return statusOf(text, entry, 'codeWhisperer', click, now);
}
