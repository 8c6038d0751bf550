import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { ConnectionState } from '../../common/state/connection-state';
import type { TokenServiceHere } from '../../common/token-service/token-services';
import { connectionShortName, platformText, methodsText, refusalFacts, refusedText, stateText } from '../wording';
import { statusOf, StatusText } from './status-text';
import { Labels } from '../wording/text/labels';

/** The status bar entry of a token service at `now` (epoch ms): the sign-in it has, with the state in a word unless that is fine. */
export function tokenServiceStatus(service: TokenServiceHere, snapshot: AwsAccountsSnapshot | undefined, now: number): StatusText {
    const { label, host: platform } = service;
    const entry = snapshot && AwsAccountsSnapshot.inUse(snapshot, service.id);
    if (snapshot === undefined || entry === undefined) {
        return unusedStatus(service);
    }
    const { kind } = ConnectionState.at(entry.state, now);
    const refusal = AwsAccountsSnapshot.refusalOf(snapshot, service.id);
    const fine = kind === 'signedIn' || (platform && (kind === 'connected' || kind === 'notConnected'));
    const state = refusal === undefined ? fine ? [] : [stateText(entry.state, now)] : [refusedText()];
    const text = Labels.valued(label, [connectionShortName(entry.connection), ...state].join(' '));
    const click = platform
        ? platformText(platform, label)
        : nls.localize('theia/aws-accounts/status/clickForSignIn', 'Click to choose another sign-in.');
    const status = statusOf(text, entry, label, click, now);
    return refusal === undefined
        ? status
        : { ...status, icon: 'warning', tooltip: [refusalFacts(label, refusal), status.tooltip].join('\n') };
}

function unusedStatus(service: TokenServiceHere): StatusText {
    const { label, host: platform } = service;
    return platform
        ? {
            text: nls.localize('theia/aws-accounts/status/chooseHostProfile', '{0}: choose profile', label),
            tooltip: platformText(platform, label)
        }
        : {
            text: nls.localize('theia/aws-accounts/status/chooseSignIn', '{0}: sign in', label),
            tooltip: nls.localize(
                'theia/aws-accounts/status/chooseSignInTooltip',
                '{0} is not connected.\nClick to sign in with {1}.',
                label,
                methodsText(service)
            )
        };
}
