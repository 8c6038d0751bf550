import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { ConnectionState } from '../../../common/state/connection-state';
import type { Pin } from '../../../common/connection/pin';
import { CORP, entry, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import type { AccountsRow } from './accounts-row';
import type { RowSources } from './row-context';
import { accountsRows } from './accounts-rows';
import type { AssignedRoles } from './listed';
import { filteredRows } from './rows-filter';

const AT_REST = { kind: 'notConnected' } as const;
const SANDBOX = { accountId: '111122223333', name: 'Sandbox' };
const STAGING = { accountId: '444455556666', name: 'Staging' };
const dev = profile('dev');
const ops = profile('ops');
const PIN_OPS: Pin = { kind: 'profile', connectionId: ops.id };
const PIN_READER: Pin = { kind: 'role', connectionId: CORP.id, account: STAGING, roleName: 'ReadOnly' };

function withPins(pins: readonly Pin[], corp: ConnectionState = SIGNED_IN): AwsAccountsSnapshot {
    return snapshot([entry(CORP, corp), entry(dev, AT_REST), entry(ops, AT_REST)], { pins });
}

function rolesOf(...accounts: readonly (typeof SANDBOX)[]): AssignedRoles {
    const listed = { kind: 'listed' } as const;
    const roles = accounts.map(
        ({ accountId }) =>
            [accountId, { items: ['Admin', 'ReadOnly'].map(roleName => ({ accountId, roleName })), progress: listed }] as const
    );
    return { accounts: { items: accounts, progress: listed }, roles: new Map(roles) };
}

function rowsOf(source: AwsAccountsSnapshot, more: Partial<RowSources> = {}): AccountsRow[] {
    return accountsRows(source, { now: NOW, home: undefined, ...more });
}

/** The rows below the uses as text: two spaces for each level, then name | detail | status, with a star if pinned. */
function drawn(rows: readonly AccountsRow[], indent = ''): string[] {
    return rows.filter(({ kind }) => kind !== 'use').flatMap(row => {
        const parts = [row.name, row.detail, row.status].filter(part => part !== '').join(' | ');
        return [`${indent}${parts}${row.pinned ? ' *' : ''}`, ...drawn(row.children ?? [], `${indent}  `)];
    });
}

function below(source: AwsAccountsSnapshot, group: string, more?: Partial<RowSources>): readonly AccountsRow[] {
    return rowsOf(source, more).find(({ id }) => id === group)?.children ?? [];
}

const labels = (row: AccountsRow): string[] =>
    row.actions().map(({ id, inline, primary }) => `${primary ? '*' : ''}${id}${inline ? '' : ' (menu)'}`);

describe('what a person has pinned', () => {

    it('stands above all methods: profiles once in the view, roles beside their account, with what tells where they are', () => {
        const assigned = new Map([[CORP.id, rolesOf(SANDBOX, STAGING)]]);
        const rows = drawn(rowsOf(withPins([PIN_OPS, PIN_READER]), { assigned }));
        expect(rows.slice(0, 3)).to.deep.equal([
            'Pinned',
            '  ops | eu-central-1 · access keys *',
            '  ReadOnly | Staging · 444455556666 · corp *'
        ]);
        expect(rows.filter(row => row.includes('ops'))).to.have.lengthOf(1);
        expect(rows.slice(rows.findIndex(row => row.includes('corp |')) + 1)).to.deep.equal([
            '    Staging | 444455556666',
            '      ReadOnly | pinned *',
            '      Admin',
            '    Sandbox | 111122223333',
            '      Admin',
            '      ReadOnly',
            'IAM profiles | /home/jo/.aws/config on devbox',
            '  dev | eu-central-1 · access keys'
        ]);
    });

    it('is not there while nothing is pinned, or nothing of it exists', () => {
        for (const pins of [
            [],
            [
                { ...PIN_OPS, connectionId: 'profile:gone' },
                { ...PIN_READER, connectionId: 'sso-session:gone' }
            ] as const
        ]) {
            expect(rowsOf(withPins(pins)).some(({ id }) => id === 'group:pinned')).to.equal(false);
        }
    });

    it('does not make anybody believe that there is no profile', () =>
        expect(below(withPins([PIN_OPS, { kind: 'profile', connectionId: dev.id }]), 'group:iamProfile')).to.deep.equal([]));

    it('is said to be pinned, and is unpinned by a button', () => {
        const [profileRow, role] = below(withPins([PIN_OPS, PIN_READER]), 'group:pinned');
        expect([profileRow.spoken(), role.spoken()]).to.deep.equal([
            'IAM profile ops, not connected, eu-central-1, access keys, pinned',
            'Role ReadOnly in account Staging, 444455556666, pinned, corp'
        ]);
        expect(labels(profileRow)).to.include('unpin').and.to.not.include('pin (menu)');
        expect(labels(role)).to.deep.equal(['*use', 'writeProfile', 'unpin']);
        expect(role.actions().find(({ id }) => id === 'unpin')).to.deep.include({ command: 'aws.accounts.unpin', args: [PIN_READER] });
    });

    it('is pinned from the context menu, where there is room for it', () => {
        const [row] = below(withPins([]), 'group:iamProfile');
        expect(labels(row)).to.include('pin (menu)').and.to.not.include('pin');
        expect(labels(row).at(-1)).to.equal('pin (menu)');
    });

    it('leads to the sign-in while a role cannot be used without it', () => {
        const [role] = below(withPins([PIN_READER], { kind: 'expired' }), 'group:pinned');
        expect([role.status, ...labels(role)]).to.deep.equal(['expired', '*signIn', 'unpin']);
    });

    it('is found by the filter', () =>
        expect(drawn(filteredRows(rowsOf(withPins([PIN_OPS, PIN_READER])), 'staging').rows)).to.deep.equal([
            'Pinned',
            '  ReadOnly | Staging · 444455556666 · corp *'
        ]));
});

describe('accounts of two organisations', () => {
    const acme = { ...CORP, id: 'sso-session:acme', name: 'acme', startUrl: 'https://acme.awsapps.com/start' };
    const both = snapshot([entry(CORP, SIGNED_IN), entry(acme, SIGNED_IN)]);
    const assigned = new Map([[CORP.id, rolesOf(SANDBOX, STAGING)], [acme.id, rolesOf({ ...SANDBOX, accountId: '777788889999' })]]);

    it('that have the same name are told apart, to be seen and to be heard', () => {
        const rows = below(both, 'group:identityCenter', { assigned }).flatMap(({ children }) => children ?? []);
        expect(drawn(rows).filter(row => !row.startsWith(' '))).to.deep.equal([
            'Sandbox | 111122223333 · corp',
            'Staging | 444455556666',
            'Sandbox | 777788889999 · acme'
        ]);
        expect(rows.map(({ spoken }) => spoken())).to.deep.equal([
            'Account Sandbox, 111122223333, corp', 'Account Staging, 444455556666', 'Account Sandbox, 777788889999, acme'
        ]);
        expect(rows.flatMap(({ children }) => children?.[0]?.spoken() ?? [])).to.deep.equal([
            'Role Admin in account Sandbox, 111122223333, corp',
            'Role Admin in account Staging, 444455556666',
            'Role Admin in account Sandbox, 777788889999, acme'
        ]);
    });
});
