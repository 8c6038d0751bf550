import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot, ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { ConnectionState } from '../../common/state/connection-state';
import { accountOf, awsServicesName, connectionName, productionText, regionText, stateText } from '../wording';
import { statusOf, StatusText } from './status-text';

/**
 * The status bar entry of AWS services at `now` (epoch ms): who and where when connected, profile and region when it is only remembered,
 * the state in a word when something is up, and an invitation when there is nothing.
 */
export function iamStatus(snapshot: AwsAccountsSnapshot | undefined, now: number): StatusText {
    const entry = snapshot && AwsAccountsSnapshot.inUse(snapshot, 'awsServices');
    if (entry === undefined) {
        return {
            text: nls.localize('theia/aws-accounts/status/chooseProfile', 'AWS: choose profile'),
            tooltip: nls.localize(
                'theia/aws-accounts/status/chooseProfileTooltip',
                'No IAM profile is in use for AWS services in this workspace.\nClick to choose one.'
            )
        };
    }
    const parts = [connectionName(entry.connection), productionText(entry.connection), ...rest(entry, now)];
    const text = nls.localize('theia/aws-accounts/status/iam', 'AWS: {0}', parts.filter(part => part !== undefined).join(' '));
    const click = nls.localize('theia/aws-accounts/status/clickForProfile', 'Click to use another profile or region.');
    return statusOf(text, entry, awsServicesName(), click, now);
}

function rest(entry: ConnectionEntry, now: number): string[] {
    const region = entry.connection.kind === 'iamProfile' ? [regionText(entry.connection.region)] : [];
    switch (ConnectionState.at(entry.state, now).kind) {
        case 'connected': {
            const account = accountOf(entry);
            return account === undefined ? region : [account, ...region];
        }
        case 'notConnected':
            return region;
        default:
            return [stateText(entry.state, now)];
    }
}
