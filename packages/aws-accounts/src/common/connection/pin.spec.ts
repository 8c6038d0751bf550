import { expect } from 'chai';
import { Pin } from './pin';

const DEV: Pin = { kind: 'profile', connectionId: 'profile:dev' };
const ADMIN: Pin = {
    kind: 'role',
    connectionId: 'sso-session:corp',
    account: { accountId: '111122223333', name: 'Sandbox' },
    roleName: 'Admin'
};

describe('Pins', () => {

    const others: readonly (readonly [string, Pin, boolean])[] = [
        ['the same role, when the account has another name now', { ...ADMIN, account: { ...ADMIN.account, name: 'Playground' } }, true],
        ['another role', { ...ADMIN, roleName: 'ReadOnly' }, false],
        ['the role of that name in another account', { ...ADMIN, account: { ...ADMIN.account, accountId: '444455556666' } }, false],
        ['the role of that name in another organisation', { ...ADMIN, connectionId: 'sso-session:acme' }, false],
        ['a profile', DEV, false]
    ];
    for (const [what, other, same] of others) {
        it(`${same ? 'take' : 'do not take'} a role for ${what}`, () => expect(Pin.same(ADMIN, other)).to.equal(same));
    }

    it('stay in the order in which they were pinned, each once', () => {
        const pins = [DEV, ADMIN, DEV].reduce<readonly Pin[]>(Pin.added, []);
        expect(pins).to.deep.equal([DEV, ADMIN]);
        expect(Pin.removed(pins, DEV)).to.deep.equal([ADMIN]);
        expect([Pin.has(pins, DEV), Pin.has(Pin.removed(pins, DEV), DEV), Pin.has(undefined, DEV)]).to.deep.equal([true, false, false]);
    });

    const values: readonly (readonly [string, unknown, boolean])[] = [
        ['a profile', DEV, true],
        ['a role', ADMIN, true],
        ['nothing', undefined, false],
        ['a text', 'profile:dev', false],
        ['a kind that is not known', { ...DEV, kind: 'group' }, false],
        ['a profile without its id', { kind: 'profile' }, false],
        ['a role without its account', { ...ADMIN, account: undefined }, false],
        ['a role in an account that has no id', { ...ADMIN, account: { name: 'Sandbox' } }, false],
        ['a role without its name', { ...ADMIN, roleName: 7 }, false]
    ];
    for (const [what, value, is] of values) {
        it(`${is ? 'are' : 'are not'} ${what}`, () => expect(Pin.is(value)).to.equal(is));
    }
});
