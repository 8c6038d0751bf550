import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { CONNECTED, CORP, entry, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import { PickedRole } from '../../../common/connection/assigned-role';
import type { AccountsRow } from './accounts-row';
import type { RowSources } from './row-context';
import { accountsRows } from './accounts-rows';
import type { AssignedRoles, Listed, ListingProgress } from './listed';
import { filteredRows } from './rows-filter';

const LISTED: ListingProgress = { kind: 'listed' };
const SANDBOX = { accountId: '111122223333', name: 'Sandbox', email: 'sandbox@example.com' };
const STAGING = { accountId: '444455556666', name: 'Staging' };
const ROLES: AssignedRoles['roles'] = new Map([
    [SANDBOX.accountId, { items: ['Admin', 'ReadOnly'].map(roleName => ({ accountId: SANDBOX.accountId, roleName })), progress: LISTED }]
]);
const SIGNED_IN_TO_CORP = snapshot([entry(CORP, SIGNED_IN)]);

function corpRow(source: AwsAccountsSnapshot, assigned: AssignedRoles | undefined, more: Partial<RowSources> = {}): AccountsRow {
    const sources: RowSources = { now: NOW, home: undefined, assigned: assigned && new Map([[CORP.id, assigned]]), ...more };
    const row = accountsRows(source, sources).flatMap(({ children }) => children ?? []).find(({ id }) => id === `connection:${CORP.id}`);
    expect(row).to.not.be.undefined;
    return row as AccountsRow;
}

/** The rows as text: two spaces for each level, then name | detail | status [actions]. */
function drawn(rows: readonly AccountsRow[] = [], indent = ''): string[] {
    return rows.flatMap(row => {
        const parts = [row.name, row.detail, row.status].filter(part => part !== '').join(' | ');
        const actions = row.actions().map(action => action.label).join(', ');
        return [`${indent}${parts}${actions === '' ? '' : ` [${actions}]`}`, ...drawn(row.children, `${indent}  `)];
    });
}

function accounts(progress: ListingProgress, ...items: Listed<typeof SANDBOX | typeof STAGING>['items']): AssignedRoles {
    return { accounts: { items, progress }, roles: ROLES };
}

describe('the rows of accounts and roles', () => {

    it('stand below their sign-in, closed until somebody opens them, and say what has to be known then', () => {
        const corp = corpRow(SIGNED_IN_TO_CORP, accounts(LISTED, SANDBOX, STAGING));
        expect(drawn(corp.children)).to.deep.equal([
            'Sandbox | 111122223333 [Copy Account Id, Write All Roles as Profiles...]',
            '  Admin [Use, Write as Profile..., Pin]',
            '  ReadOnly [Use, Write as Profile..., Pin]',
            'Staging | 444455556666 [Copy Account Id, Write All Roles as Profiles...]',
            '  Looking for roles…'
        ]);
        expect([corp, ...corp.children ?? []].map(({ closedAtFirst, listing }) => [closedAtFirst, listing])).to.deep.equal([
            [true, { connectionId: CORP.id }],
            [true, { connectionId: CORP.id, accountId: SANDBOX.accountId }],
            [true, { connectionId: CORP.id, accountId: STAGING.accountId }]
        ]);
    });

    const table: readonly (readonly [string, ListingProgress, readonly string[], readonly string[]])[] = [
        ['nothing yet', { kind: 'loading' }, ['Looking for accounts…'], ['Sandbox', '1 accounts so far, looking for more…']],
        ['everything', LISTED, ['No account is assigned to you'], ['Sandbox']],
        [
            'a sign-in without accounts',
            { kind: 'missingScopes', scopes: ['sso:account:access'] },
            ['This sign-in does not cover accounts and roles [Sign In...]'],
            ['Sandbox', 'This sign-in does not cover accounts and roles [Sign In...]']
        ],
        [
            'trouble on the way',
            { kind: 'failed', failure: { reason: 'throttled' } },
            ['AWS asks to slow down. Wait a moment, then try again. [Try Again]'],
            ['Sandbox', 'AWS asks to slow down. Wait a moment, then try again. [Try Again]']
        ],
        [
            'an ended session',
            { kind: 'failed', failure: { reason: 'signInRequired', subject: 'corp' } },
            ['corp needs a sign-in. [Sign In...]'],
            ['Sandbox', 'corp needs a sign-in. [Sign In...]']
        ]
    ];
    for (const [what, progress, withNothing, withSandbox] of table) {
        it(`tell of ${what}, and keep what was there`, () => {
            const shown = (assigned: AssignedRoles): string[] => drawn(corpRow(SIGNED_IN_TO_CORP, assigned).children?.map(row =>
                ({ ...row, detail: '', children: undefined, actions: row.kind === 'account' ? () => [] : row.actions })));
            expect(shown(accounts(progress))).to.deep.equal(withNothing);
            expect(shown(accounts(progress, SANDBOX))).to.deep.equal(withSandbox);
        });
    }

    it('have the same rows for roles: one account may fail alone', () => {
        const failed = { items: [], progress: { kind: 'failed', failure: { reason: 'accessDenied', subject: 'corp' } } } as const;
        const corp = corpRow(SIGNED_IN_TO_CORP, {
            accounts: { items: [SANDBOX, STAGING], progress: LISTED },
            roles: new Map([...ROLES, [STAGING.accountId, failed]])
        });
        const [sandbox, staging] = corp.children ?? [];
        expect(sandbox.children).to.have.length(2);
        expect(staging.children?.[0]).to.include({ kind: 'problem', tone: 'error' });
        expect(staging.children?.[0].actions()[0]).to.deep.include({
            command: 'aws.accounts.listAssigned',
            args: [CORP.id, STAGING.accountId],
            primary: true
        });
    });

    it('put what was used last first', () => {
        const recentRoles = [
            PickedRole.keyOf(CORP.id, STAGING.accountId, 'Developer'),
            PickedRole.keyOf(CORP.id, SANDBOX.accountId, 'ReadOnly')
        ];
        expect(
            drawn(corpRow(SIGNED_IN_TO_CORP, accounts(LISTED, SANDBOX, STAGING), { recentRoles }).children).filter(
                line => !line.includes('Looking')
            )
        ).to.deep.equal([
            'Staging | 444455556666 [Copy Account Id, Write All Roles as Profiles...]',
            'Sandbox | 111122223333 [Copy Account Id, Write All Roles as Profiles...]',
            '  ReadOnly | used recently [Use, Write as Profile..., Pin]',
            '  Admin [Use, Write as Profile..., Pin]'
        ]);
    });

    it('say which role AWS services use, and through which profile', () => {
        const dev = profile('dev', { source: 'ssoSession', ssoSession: 'corp', accountId: SANDBOX.accountId, roleName: 'Admin' });
        const corp = corpRow(
            snapshot([entry(CORP, SIGNED_IN), entry(dev, CONNECTED)], { uses: { awsServices: dev.id } }),
            accounts(LISTED, SANDBOX)
        );
        expect(drawn(corp.children)[1]).to.equal('  Admin | as profile dev | in use [Stop Using, Pin]');
        expect(drawn(corp.children)[2]).to.equal('  ReadOnly [Use, Write as Profile..., Pin]');
    });

    it('have names that can be heard', () => {
        const [sandbox] = corpRow(SIGNED_IN_TO_CORP, accounts(LISTED, SANDBOX)).children ?? [];
        expect(sandbox.spoken()).to.equal('Account Sandbox, 111122223333');
        expect(sandbox.children?.[0].spoken()).to.equal('Role Admin in account Sandbox, 111122223333');
    });

    it('hand over everything that using a role needs', () => {
        const [sandbox] = corpRow(SIGNED_IN_TO_CORP, accounts(LISTED, SANDBOX)).children ?? [];
        expect(sandbox.children?.[0].actions()[0]).to.deep.include({
            command: 'aws.accounts.useRole', args: [{ connectionId: CORP.id, account: SANDBOX, roleName: 'Admin' }], primary: true
        });
    });

    const states: readonly (readonly [string, AwsAccountsSnapshot, boolean, boolean])[] = [
        ['signed out', snapshot([entry(CORP, { kind: 'signedOut' })]), false, false],
        ['expired', snapshot([entry(CORP, { kind: 'expired' })]), false, false],
        ['signed in', SIGNED_IN_TO_CORP, true, true],
        ['out of reach', snapshot([entry(CORP, { kind: 'unreachable', failure: { reason: 'network' } })]), false, true]
    ];
    for (const [state, source, withNothingKnown, withSomethingKnown] of states) {
        it(`are ${withSomethingKnown ? '' : 'not '}there when ${state}`, () => {
            expect(corpRow(source, undefined).children !== undefined).to.equal(withNothingKnown);
            expect(corpRow(source, accounts(LISTED, SANDBOX)).children !== undefined).to.equal(withSomethingKnown);
        });
    }
});

describe('the filter over accounts and roles', () => {
    const rows = accountsRows(SIGNED_IN_TO_CORP, {
        now: NOW,
        home: undefined,
        assigned: new Map([[CORP.id, accounts({ kind: 'loading' }, SANDBOX, STAGING)]])
    });
    const found = (filter: string): string[] =>
        drawn(
            filteredRows(rows, filter)
                .rows.filter(({ kind }) => kind === 'group')
                .map(row => ({ ...row, actions: () => [] }))
        ).map(line => line.replace(/ [|[].*/, ''));

    const table: readonly (readonly [string, string, readonly string[]])[] = [
        ['an account by name', 'stag', ['IAM Identity Center', '  corp', '    Staging']],
        ['an account by id, with its roles', '1111', ['IAM Identity Center', '  corp', '    Sandbox', '      Admin', '      ReadOnly']],
        ['an account by address', 'sandbox@', ['IAM Identity Center', '  corp', '    Sandbox', '      Admin', '      ReadOnly']],
        ['a role', 'readonly', ['IAM Identity Center', '  corp', '    Sandbox', '      ReadOnly']],
        ['a role in an account', 'admin corp sand', ['IAM Identity Center', '  corp', '    Sandbox', '      Admin']]
    ];
    for (const [what, filter, expected] of table) {
        it(`finds ${what}: ${filter}`, () => expect(found(filter)).to.deep.equal(expected));
    }

    it('counts what matches, without the rows above it', () =>
        expect(filteredRows(rows, 'readonly').count).to.deep.equal({ matching: 1, total: 5 }));

    it('goes through 700 accounts with 5 roles each', () => {
        const items = Array.from({ length: 700 }, (_, index) => ({ accountId: String(100_000_000_000 + index), name: `Account ${index}` }));
        const roles: AssignedRoles['roles'] = new Map(
            items.map(({ accountId }) => [
                accountId,
                { items: [0, 1, 2, 3, 4].map(number => ({ accountId, roleName: `Role${number}` })), progress: LISTED }
            ])
        );
        const many = accountsRows(SIGNED_IN_TO_CORP, {
            now: NOW,
            home: undefined,
            assigned: new Map([[CORP.id, { accounts: { items, progress: LISTED }, roles }]])
        });
        expect(filteredRows(many, 'role4 account 699').count).to.deep.equal({ matching: 1, total: 1 + 700 + 3500 });
    });
});
