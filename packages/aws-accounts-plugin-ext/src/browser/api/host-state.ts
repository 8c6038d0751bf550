import type { AwsAccountsSnapshot, ConnectionEntry } from 'theia-aws-accounts/lib/common';
import { AwsUse, ConnectionState } from 'theia-aws-accounts/lib/common';
import { connectionName } from 'theia-aws-accounts/lib/browser/integration';
import type { AwsApiConnection } from '../../api';
import type { ExtensionConsent } from '../../common/extension-consent';
import type { HostState } from '../../common/plugin-host-protocol';

/** A connection as an extension may see it: no account, no ARN, no path. */
export function apiConnection({ connection, state }: ConnectionEntry, now: number): AwsApiConnection {
    const region = connection.kind === 'iamProfile' ? connection.region.name : connection.region;
    return {
        id: connection.id,
        kind: connection.kind,
        name: connectionName(connection),
        region,
        state: ConnectionState.at(state, now).kind
    };
}

/** Every use of the product: a plugin host knows no table of token services. */
function usesOf({ uses, services }: AwsAccountsSnapshot): HostState['uses'] {
    return Object.fromEntries(AwsUse.all(services).map(use => [use, uses[use] ?? '']));
}

/** The state as a plugin host gets it. @param now epoch ms */
export function hostState(snapshot: AwsAccountsSnapshot | undefined, consents: readonly ExtensionConsent[], now: number): HostState {
    return {
        connections: (snapshot?.connections ?? []).map(entry => apiConnection(entry, now)),
        uses: snapshot === undefined ? {} : usesOf(snapshot),
        consents
    };
}
