import { expect } from 'chai';
import { BUILDER_ID, CONNECTED, CORP, entry, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import { accountsRows } from './accounts-rows';
import { filteredRows } from './rows-filter';

const ROWS = accountsRows(
    snapshot([
        entry(BUILDER_ID, SIGNED_IN),
        entry(CORP, { kind: 'expired' }),
        entry(profile('dev'), CONNECTED),
        entry(profile('Prod-Admin', { accountId: '444455556666', roleName: 'Admin', region: { name: 'us-west-2', origin: 'profile' } }), {
            kind: 'notConnected'
        }),
        entry(profile('prod-read', { accountId: '444455556666', roleName: 'ReadOnly' }), { kind: 'notConnected' })
    ]),
    { now: NOW, home: undefined }
);

function found(filter: string): string[] {
    return filteredRows(ROWS, filter)
        .rows.filter(row => row.kind === 'group')
        .flatMap(row => (row.children ?? []).map(child => child.name));
}

describe('the filter', () => {
    const table: readonly (readonly [string, string, readonly string[]])[] = [
        ['a name, in any letter case', 'PROD', ['Prod-Admin', 'prod-read']],
        ['an account', '4444', ['Prod-Admin', 'prod-read']],
        ['the account that AWS confirmed', '1111', ['dev']],
        ['a role', 'readonly', ['prod-read']],
        ['a region', 'us-west', ['Prod-Admin']],
        ['a state', 'expired', ['corp']],
        ['a method', 'identity', ['corp']],
        ['several words in any order', 'admin prod', ['Prod-Admin']],
        ['nothing', 'zzz', []]
    ];
    for (const [name, filter, expected] of table) {
        it(`finds ${name}: ${filter}`, () => expect(found(filter)).to.deep.equal(expected));
    }

    it('shows everything without words', () => expect(filteredRows(ROWS, '  ')).to.deep.equal({ rows: ROWS }));

    it('keeps the uses, drops groups without a match, and counts', () => {
        const { rows, count } = filteredRows(ROWS, 'prod');
        expect(rows.map(row => row.id)).to.deep.equal(['use:codeWhisperer', 'use:awsServices', 'group:iamProfile']);
        expect(count).to.deep.equal({ matching: 2, total: 5 });
    });

    it('says so when nothing matches', () => expect(filteredRows(ROWS, 'zzz').rows.at(-1)?.name).to.equal('Nothing matches "zzz"'));

    it('goes through 1,000 profiles', () => {
        const many = Array.from({ length: 1000 }, (_, index) => entry(profile(`team-${index}`), { kind: 'notConnected' }));
        const rows = accountsRows(snapshot(many), { now: NOW, home: undefined });
        expect(filteredRows(rows, 'team 77').count).to.deep.equal({ matching: 19, total: 1000 });
    });
});
