import { expect } from 'chai';
import type { AwsAccountsSnapshot } from './aws-accounts-snapshot';
import { AwsConnection } from './aws-connection';
import { AwsRequirement, AwsVerdict } from './aws-requirement';
import type { ConnectionState, ConnectionStateKind } from './connection-state';

const NOW = Date.parse('2030-01-01T12:00:00Z');
const LATER = '2030-01-01T13:00:00Z';
const EARLIER = '2030-01-01T11:59:59Z';

const CONNECTIONS: { readonly [kind in AwsConnection['kind']]: AwsConnection } = {
    builderId: { kind: 'builderId', id: AwsConnection.BUILDER_ID, startUrl: 'https://view.awsapps.com/start', region: 'us-east-1' },
    identityCenter: { kind: 'identityCenter', id: 'sso-session:corp', name: 'corp', startUrl: 'https://corp.awsapps.com/start', region: 'us-east-1' },
    iamProfile: { kind: 'iamProfile', id: 'profile:dev', name: 'dev', source: 'accessKeys', region: { name: 'eu-central-1', origin: 'profile' }, locations: [] }
};
const KINDS = Object.keys(CONNECTIONS) as AwsConnection['kind'][];
const IDENTITY = { accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/dev', userId: 'AIDA' };
const FAILURE = { reason: 'network' } as const;

type Verdict = AwsVerdict['kind'];

/** What each state is worth to a requirement whose method of authentication fits. Every kind of state has a row; those that run out have several. */
const STATES: readonly (readonly [name: string, state: ConnectionState, worth: Verdict])[] = [
    ['signed out', { kind: 'signedOut' }, 'notConnected'],
    ['signing in', { kind: 'signingIn' }, 'pending'],
    ['signed in', { kind: 'signedIn', expiresAt: LATER, renews: false, scopes: ['one', 'two'] }, 'satisfied'],
    ['signed in, run out', { kind: 'signedIn', expiresAt: EARLIER, renews: false, scopes: ['one', 'two'] }, 'expired'],
    ['signed in, due to be renewed', { kind: 'signedIn', expiresAt: EARLIER, renews: true, scopes: ['one', 'two'] }, 'satisfied'],
    ['signed in with one scope of two', { kind: 'signedIn', expiresAt: LATER, renews: false, scopes: ['one'] }, 'missingScopes'],
    ['signed in without scopes', { kind: 'signedIn', expiresAt: LATER, renews: false, scopes: [] }, 'missingScopes'],
    ['signed in with one scope of two, run out', { kind: 'signedIn', expiresAt: EARLIER, renews: false, scopes: ['one'] }, 'expired'],
    ['not connected', { kind: 'notConnected' }, 'pending'],
    ['connecting', { kind: 'connecting' }, 'pending'],
    ['connected for good', { kind: 'connected', identity: IDENTITY, renews: false }, 'satisfied'],
    ['connected', { kind: 'connected', identity: IDENTITY, expiresAt: LATER, renews: false }, 'satisfied'],
    ['connected, run out', { kind: 'connected', identity: IDENTITY, expiresAt: EARLIER, renews: false }, 'expired'],
    ['connected, due to be renewed', { kind: 'connected', identity: IDENTITY, expiresAt: EARLIER, renews: true }, 'satisfied'],
    ['expired', { kind: 'expired' }, 'expired'],
    ['unreachable', { kind: 'unreachable', failure: FAILURE }, 'pending'],
    ['refused', { kind: 'failed', failure: FAILURE }, 'incompatible'],
    ['not usable', { kind: 'invalid' }, 'incompatible']
];

const REQUIREMENTS: readonly AwsRequirement[] = [{ kind: 'iam' }, { kind: 'token', scopes: ['one', 'two'] }];

function using(connection: AwsConnection, state: ConnectionState): AwsAccountsSnapshot {
    return {
        revision: 1,
        connections: [{ connection, state }],
        uses: { awsServices: connection.id, codeWhisperer: connection.id },
        files: { host: 'devbox', config: { path: 'config', exists: true }, credentials: { path: 'credentials', exists: true } }
    };
}

/** The whole truth in four lines: the method has to fit, and scopes are a matter of tokens. */
function expected(requirement: AwsRequirement, kind: AwsConnection['kind'], worth: Verdict): Verdict {
    if ((kind === 'iamProfile') !== (requirement.kind === 'iam')) {
        return 'incompatible';
    }
    return requirement.kind === 'iam' && worth === 'missingScopes' ? 'satisfied' : worth;
}

describe('the verdict on a requirement', () => {
    for (const requirement of REQUIREMENTS) {
        for (const kind of KINDS) {
            for (const [name, state, worth] of STATES) {
                const verdict = expected(requirement, kind, worth);
                it(`${requirement.kind} with ${kind}, ${name}: ${verdict}`, () => {
                    const found = AwsRequirement.check(requirement, using(CONNECTIONS[kind], state), NOW);
                    expect(found.kind).to.equal(verdict);
                    expect('entry' in found && found.entry?.connection).to.equal(CONNECTIONS[kind]);
                });
            }
        }
    }

    it('has a row for every kind of state', () => {
        const every: { readonly [kind in ConnectionStateKind]: true } = {
            signedOut: true, signingIn: true, signedIn: true, notConnected: true, connecting: true, connected: true, expired: true, unreachable: true, failed: true, invalid: true
        };
        expect(new Set(STATES.map(([, state]) => state.kind))).to.deep.equal(new Set(Object.keys(every)));
    });
});
