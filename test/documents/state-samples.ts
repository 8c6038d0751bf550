import { AwsConnection, IamProfileConnection, IdentityCenterConnection } from 'theia-aws-accounts/lib/common/connection/aws-connection';
import type { ProfileRegion } from 'theia-aws-accounts/lib/common/connection/profile-region';
import type { AwsAccountsSnapshot } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-snapshot';
import type { AwsFailure } from 'theia-aws-accounts/lib/common/state/aws-accounts-error';
import type { ConnectionState } from 'theia-aws-accounts/lib/common/state/connection-state';
import { TokenServiceHere, TokenServices } from 'theia-aws-accounts/lib/common/token-service/token-services';
import type { AssignedRoles, ListingProgress } from 'theia-aws-accounts/lib/browser/view/rows/listed';
import { allOf, FAILURES, LOCATION, NAME, OTHER, PROBLEMS, Samples } from './failure-samples';

/** The instant at which the samples are looked at, epoch ms. */
export const NOW = Date.parse('2030-01-01T12:00:00Z');

const SOON = new Date(NOW + 3_600_000).toISOString();
const IDENTITY = { accountId: '111122223333', arn: `${OTHER}:${NAME}`, userId: OTHER };
const REGIONS: readonly ProfileRegion['origin'][] = ['profile', 'environment', 'default', 'chosen'];
const SOURCES: { readonly [source in IamProfileConnection['source']]: true } = {
    accessKeys: true, sessionToken: true, assumeRole: true, ssoSession: true, ssoLegacy: true, process: true, webIdentity: true,
    loginSession: true, none: true, environment: true
};

export const PROFILE: IamProfileConnection = {
    kind: 'iamProfile', id: AwsConnection.profileId(NAME), name: NAME, source: 'assumeRole', sourceProfile: OTHER, needsMfa: true,
    region: { name: OTHER, origin: 'profile' }, locations: [LOCATION], production: true,
    endpoints: [{ setting: 'endpoint_url', host: OTHER, service: NAME, location: LOCATION }]
};
const SIGN_IN: IdentityCenterConnection = {
    kind: 'identityCenter', id: AwsConnection.ssoSessionId(OTHER), name: OTHER, startUrl: OTHER, region: NAME, location: LOCATION
};
const ENVIRONMENT: IamProfileConnection = {
    ...PROFILE, id: AwsConnection.ENVIRONMENT, name: 'Environment', source: 'environment', locations: [],
    environment: { kind: 'keys', variables: [NAME] }
};

/** A connection of each kind. */
export const CONNECTIONS: readonly AwsConnection[] = [
    { kind: 'builderId', id: AwsConnection.BUILDER_ID, startUrl: OTHER, region: OTHER }, SIGN_IN, PROFILE, ENVIRONMENT
];
export const SERVICE: TokenServiceHere = { ...TokenServices.CODEWHISPERER, label: NAME };

const STATES: Samples<ConnectionState> = {
    signedOut: [{ kind: 'signedOut' }],
    signingIn: [{ kind: 'signingIn' }],
    signedIn: [
        { kind: 'signedIn', expiresAt: SOON, renews: true, scopes: [] },
        { kind: 'signedIn', expiresAt: SOON, renews: false, scopes: [], unsaved: { reason: 'fileUnwritable', subject: NAME } }
    ],
    notConnected: [{ kind: 'notConnected' }],
    connecting: [{ kind: 'connecting' }],
    connected: [
        { kind: 'connected', identity: IDENTITY, expiresAt: SOON, renews: false }, { kind: 'connected', identity: IDENTITY, renews: true }
    ],
    expired: [{ kind: 'expired' }],
    unreachable: [{ kind: 'unreachable', failure: { reason: 'network', subject: NAME } }],
    failed: FAILURES.map(failure => ({ kind: 'failed', failure })),
    invalid: [{ kind: 'invalid' }]
};

/** Every state of a connection, with every failure that it may have ended with. */
export const ALL_STATES: readonly ConnectionState[] = allOf<ConnectionState>(STATES);

/** Profiles of each source, with each region and with each problem. */
const PROFILES: readonly IamProfileConnection[] = [
    ...(Object.keys(SOURCES) as IamProfileConnection['source'][]).map(source => ({ ...PROFILE, source })),
    ...REGIONS.map(origin => ({ ...PROFILE, region: { name: OTHER, origin } })),
    ...Object.values(PROBLEMS).map(problem => ({ ...PROFILE, problem }))
].map((profile, index) => ({ ...profile, id: `${profile.id}${index}` }));

/** A snapshot whose connections are all in that state, and in use. */
export function snapshotOf(state: ConnectionState): AwsAccountsSnapshot {
    return {
        revision: 1, connections: CONNECTIONS.map(connection => ({ connection, state })),
        uses: { codeWhisperer: AwsConnection.BUILDER_ID, awsServices: PROFILE.id }, services: [SERVICE],
        files: { host: NAME, config: { path: OTHER, exists: true }, credentials: { path: OTHER, exists: false } },
        pins: [{ kind: 'profile', connectionId: PROFILE.id }], refusals: [{ use: SERVICE.id, connectionId: AwsConnection.BUILDER_ID, words: OTHER }],
        endpoints: { all: [{ setting: NAME, host: OTHER }, { setting: NAME, host: OTHER, service: NAME }] }
    };
}

/** A snapshot of profiles of every kind, of which none was asked yet. */
export const RESTING: AwsAccountsSnapshot = {
    ...snapshotOf({ kind: 'notConnected' }), uses: {}, connections: PROFILES.map(connection => ({ connection, state: { kind: 'notConnected' } }))
};

/** A snapshot in which the product and both files have failed. */
export function failedSnapshot(failure: AwsFailure): AwsAccountsSnapshot {
    const file = { path: OTHER, exists: true, failure };
    return { ...snapshotOf({ kind: 'notConnected' }), failure, files: { host: NAME, config: file, credentials: file } };
}

/** Accounts of the sign-in, as far as they are listed. */
export function listing(progress: ListingProgress): ReadonlyMap<string, AssignedRoles> {
    return new Map([[SIGN_IN.id, { accounts: { items: [], progress }, roles: new Map() }]]);
}
