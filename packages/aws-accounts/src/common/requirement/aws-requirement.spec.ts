import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../snapshot/aws-accounts-snapshot';
import { AwsConnection, IamProfileConnection } from '../connection/aws-connection';
import { AwsRequirement, EitherRequirement } from './aws-requirement';
import type { AwsVerdict } from './aws-verdict';
import type { IamRequirement, SimpleRequirement } from './simple-requirement';
import type { RequirementMismatch } from './requirement-mismatch';
import type { ConnectionState, ConnectionStateKind } from '../state/connection-state';
import { TokenServices } from '../token-service/token-services';

const NOW = Date.parse('2030-01-01T12:00:00Z');
const LATER = '2030-01-01T13:00:00Z';
const EARLIER = '2030-01-01T11:59:59Z';

const CONNECTIONS: { readonly [kind in AwsConnection['kind']]: AwsConnection } = {
    builderId: { kind: 'builderId', id: AwsConnection.BUILDER_ID, startUrl: 'https://view.awsapps.com/start', region: 'us-east-1' },
    identityCenter: {
        kind: 'identityCenter',
        id: 'sso-session:corp',
        name: 'corp',
        startUrl: 'https://corp.awsapps.com/start',
        region: 'us-east-1'
    },
    iamProfile: {
        kind: 'iamProfile',
        id: 'profile:dev',
        name: 'dev',
        source: 'accessKeys',
        region: { name: 'eu-central-1', origin: 'profile' },
        locations: []
    }
};
const KINDS = Object.keys(CONNECTIONS) as AwsConnection['kind'][];
const IDENTITY = { accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/dev', userId: 'AIDA' };
const FAILURE = { reason: 'network' } as const;

type Verdict = AwsVerdict['kind'];

/**
 * The worth of each state to a requirement whose method of authentication fits. Every kind of state has a row; those that run out have
 * several.
 */
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

const REQUIREMENTS: readonly SimpleRequirement[] = [{ kind: 'iam' }, { kind: 'token', scopes: ['one', 'two'] }];

function using(connection: AwsConnection, state: ConnectionState): AwsAccountsSnapshot {
    return {
        revision: 1,
        services: TokenServices.DEFAULT,
        connections: [{ connection, state }],
        uses: { awsServices: connection.id, codeWhisperer: connection.id },
        files: { host: 'devbox', config: { path: 'config', exists: true }, credentials: { path: 'credentials', exists: true } }
    };
}

/** The whole truth in four lines: the method has to fit, and scopes are a matter of tokens. */
function expected(requirement: SimpleRequirement, kind: AwsConnection['kind'], worth: Verdict): Verdict {
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
            signedOut: true,
            signingIn: true,
            signedIn: true,
            notConnected: true,
            connecting: true,
            connected: true,
            expired: true,
            unreachable: true,
            failed: true,
            invalid: true
        };
        expect(new Set(STATES.map(([, state]) => state.kind))).to.deep.equal(new Set(Object.keys(every)));
    });
});

describe('an IAM requirement that names accounts, partitions or regions', () => {
    const profile = CONNECTIONS.iamProfile as IamProfileConnection;
    const connected: ConnectionState = { kind: 'connected', identity: IDENTITY, renews: false };
    const atRest: ConnectionState = { kind: 'notConnected' };
    const named = { ...profile, accountId: '444455556666' };
    const china = { ...profile, region: { name: 'cn-north-1', origin: 'profile' } } as const;
    const unchosen = { ...profile, region: { name: 'us-east-1', origin: 'default' } } as const;
    const account: RequirementMismatch = { kind: 'account', found: '111122223333', wanted: ['444455556666'] };
    const region: RequirementMismatch = { kind: 'region', found: 'eu-central-1', wanted: ['us-east-1', 'us-west-2'] };

    type Only = Omit<IamRequirement, 'kind'>;
    type Row = readonly [
        name: string,
        only: Only,
        connection: IamProfileConnection,
        state: ConnectionState,
        verdict: Verdict,
        mismatches?: readonly RequirementMismatch[]
    ];
    const table: readonly Row[] = [
        ['the account that AWS confirmed', { accounts: ['444455556666', '111122223333'] }, profile, connected, 'satisfied'],
        ['another account', { accounts: ['444455556666'] }, profile, connected, 'incompatible', [account]],
        ['another account than the files say', { accounts: ['444455556666'] }, named, connected, 'incompatible', [account]],
        ['the account that the files name, not confirmed yet', { accounts: ['444455556666'] }, named, atRest, 'pending'],
        [
            'another account by the files', { accounts: ['111122223333'] }, named, atRest,
            'incompatible', [{ kind: 'account', found: '444455556666', wanted: ['111122223333'] }]
        ],
        ['an account that nobody knows yet', { accounts: ['444455556666'] }, profile, atRest, 'pending'],
        [
            'no account at all',
            { accounts: [] },
            profile,
            connected,
            'incompatible',
            [{ kind: 'account', found: '111122223333', wanted: [] }]
        ],
        ['the region', { regions: ['eu-central-1'] }, profile, connected, 'satisfied'],
        ['another region', { regions: region.wanted }, profile, connected, 'incompatible', [region]],
        ['another region, whatever the state', { regions: region.wanted }, profile, { kind: 'expired' }, 'incompatible', [region]],
        ['the partition', { partitions: ['aws'] }, profile, connected, 'satisfied'],
        [
            'another partition',
            { partitions: ['aws-cn'] },
            profile,
            connected,
            'incompatible',
            [{ kind: 'partition', found: 'aws', wanted: ['aws-cn'] }]
        ],
        [
            'another partition by its region',
            { partitions: ['aws'] },
            china,
            atRest,
            'incompatible',
            [{ kind: 'partition', found: 'aws-cn', wanted: ['aws'] }]
        ],
        ['a partition that a region nobody chose does not tell', { partitions: ['aws-cn'] }, unchosen, atRest, 'pending'],
        [
            'an identity without a partition',
            { partitions: ['aws'] },
            profile,
            { ...connected, identity: { ...IDENTITY, arn: 'nonsense' } },
            'incompatible',
            [{ kind: 'partition', found: '', wanted: ['aws'] }]
        ],
        ['two mismatches', { accounts: account.wanted, regions: region.wanted }, profile, connected, 'incompatible', [account, region]],
        [
            'all that is asked for, but expired',
            { accounts: ['111122223333'], regions: ['eu-central-1'] },
            profile,
            { kind: 'expired' },
            'expired'
        ]
    ];
    for (const [name, only, connection, state, kind, mismatches] of table) {
        it(`finds ${name}: ${kind}`, () => {
            const found = AwsRequirement.check({ kind: 'iam', ...only }, using(connection, state), NOW);
            expect(found.kind).to.equal(kind);
            expect(found.kind === 'incompatible' ? found.mismatches : undefined).to.deep.equal(mismatches);
        });
    }
});

describe('a requirement that leaves the choice', () => {
    const { iamProfile, builderId } = CONNECTIONS;
    const either: EitherRequirement = {
        kind: 'either',
        of: [
            { kind: 'iam', accounts: ['111122223333'] },
            { kind: 'token', scopes: ['one'] }
        ]
    };
    const connected: ConnectionState = { kind: 'connected', identity: IDENTITY, renews: false };
    const elsewhere: ConnectionState = { ...connected, identity: { ...IDENTITY, accountId: '444455556666' } };
    const signedIn = (scopes: readonly string[], expiresAt = LATER): ConnectionState => ({
        kind: 'signedIn',
        expiresAt,
        renews: false,
        scopes
    });

    type Row = readonly [
        name: string,
        profile: ConnectionState | undefined,
        signIn: ConnectionState | undefined,
        verdict: Verdict,
        told?: AwsConnection
    ];
    const table: readonly Row[] = [
        ['nothing', undefined, undefined, 'notConnected'],
        ['the profile', connected, undefined, 'satisfied', iamProfile],
        ['the sign-in', undefined, signedIn(['one']), 'satisfied', builderId],
        ['both: the one named first', connected, signedIn(['one']), 'satisfied', iamProfile],
        ['the profile, and a sign-in that has expired', connected, signedIn(['one'], EARLIER), 'satisfied', iamProfile],
        ['the sign-in, and a profile of another account', elsewhere, signedIn(['one']), 'satisfied', builderId],
        ['the sign-in, and a profile not asked yet', { kind: 'notConnected' }, signedIn(['one']), 'satisfied', builderId],
        ['a profile not asked yet, and an expired sign-in', { kind: 'notConnected' }, signedIn(['one'], EARLIER), 'pending', iamProfile],
        ['a profile of another account, and a sign-in without the scope', elsewhere, signedIn([]), 'missingScopes', builderId],
        ['a profile of another account', elsewhere, undefined, 'incompatible', iamProfile],
        ['a profile of another account, and an expired sign-in', elsewhere, signedIn(['one'], EARLIER), 'expired', builderId]
    ];
    for (const [name, profile, signIn, kind, told] of table) {
        it(`with ${name}: ${kind}`, () => {
            const connections = [
                ...(profile ? [{ connection: iamProfile, state: profile }] : []),
                ...(signIn ? [{ connection: builderId, state: signIn }] : [])
            ];
            const uses = { ...(profile && { awsServices: iamProfile.id }), ...(signIn && { codeWhisperer: builderId.id }) };
            const found = AwsRequirement.check(either, { ...using(iamProfile, connected), connections, uses }, NOW);
            expect(found.kind).to.equal(kind);
            expect('entry' in found ? found.entry?.connection : undefined).to.equal(told);
        });
    }

    it('between nothing is met by nothing', () => {
        const nothing: EitherRequirement = { kind: 'either', of: [] };
        expect(AwsRequirement.check(nothing, using(iamProfile, connected), NOW)).to.deep.equal({ kind: 'notConnected' });
        expect(AwsRequirement.mismatches(nothing, { connection: iamProfile, state: connected })).to.deep.equal([{ kind: 'method' }]);
    });

    it('is told as the alternative that a connection is for', () => {
        expect(AwsRequirement.forConnection(either, { connection: iamProfile, state: connected })).to.equal(either.of[0]);
        expect(AwsRequirement.forConnection(either, { connection: builderId, state: signedIn([]) })).to.equal(either.of[1]);
    });
});
