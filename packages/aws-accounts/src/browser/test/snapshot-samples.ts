import type { AwsAccountsSnapshot, ConnectionEntry, SharedConfigFiles } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection, BuilderIdConnection, IamProfileConnection, IdentityCenterConnection } from '../../common/connection/aws-connection';
import type { ConnectionState } from '../../common/state/connection-state';
import { TokenServices } from '../../common/token-service/token-services';

/** The instant at which specs look at samples, epoch ms. */
export const NOW = Date.parse('2030-01-01T12:00:00Z');

export const MINUTE = 60_000;

/** The ISO string of an instant after `NOW`. */
export function after(ms: number): string {
    return new Date(NOW + ms).toISOString();
}

export const BUILDER_ID: BuilderIdConnection = {
    kind: 'builderId',
    id: AwsConnection.BUILDER_ID,
    startUrl: 'https://view.awsapps.com/start',
    region: 'us-east-1'
};

export const CORP: IdentityCenterConnection = {
    kind: 'identityCenter',
    id: AwsConnection.ssoSessionId('corp'),
    name: 'corp',
    startUrl: 'https://d-1234567890.awsapps.com/start',
    region: 'us-east-1',
    location: { file: '/home/jo/.aws/config', line: 1 }
};

export function profile(name: string, more: Partial<IamProfileConnection> = {}): IamProfileConnection {
    return {
        kind: 'iamProfile',
        id: AwsConnection.profileId(name),
        name,
        source: 'accessKeys',
        region: { name: 'eu-central-1', origin: 'profile' },
        locations: [{ file: '/home/jo/.aws/config', line: 5 }],
        ...more
    };
}

/** The connection that the environment of the backend describes. */
export const ENVIRONMENT: IamProfileConnection = {
    kind: 'iamProfile',
    id: AwsConnection.ENVIRONMENT,
    name: 'Environment',
    source: 'environment',
    environment: { kind: 'keys', variables: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] },
    region: { name: 'eu-west-1', origin: 'environment' },
    locations: []
};

export const SIGNED_IN: ConnectionState = {
    kind: 'signedIn',
    expiresAt: after(60 * MINUTE),
    renews: true,
    scopes: ['codewhisperer:completions']
};

export const CONNECTED: ConnectionState = {
    kind: 'connected',
    identity: { accountId: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/Admin/jo', userId: 'AROA:jo' },
    expiresAt: after(52.5 * MINUTE),
    renews: false
};

export function entry(connection: AwsConnection, state: ConnectionState): ConnectionEntry {
    return { connection, state };
}

export const FILES: SharedConfigFiles = {
    host: 'devbox',
    config: { path: '/home/jo/.aws/config', exists: true },
    credentials: { path: '/home/jo/.aws/credentials', exists: true }
};

export function snapshot(connections: readonly ConnectionEntry[], more: Partial<AwsAccountsSnapshot> = {}): AwsAccountsSnapshot {
    return { revision: 1, connections, uses: {}, services: TokenServices.DEFAULT, files: FILES, ...more };
}
