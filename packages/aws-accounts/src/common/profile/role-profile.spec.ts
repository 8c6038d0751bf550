import { expect } from 'chai';
import { RoleProfile, RoleProfileRequest } from './role-profile';

const SANDBOX: RoleProfileRequest = {
    ssoSession: 'corp',
    accountId: '111122223333',
    accountName: 'Sandbox',
    roleName: 'Admin',
    region: 'eu-central-1'
};

describe('The name of a role profile', () => {

    const CASES: [what: string, request: Partial<RoleProfileRequest>, taken: string[], name: string][] = [
        ['says organisation, account and role', {}, [], 'corp-sandbox-Admin'],
        ['has the account id where there is no name', { accountName: undefined }, [], 'corp-111122223333-Admin'],
        ['has the account id where the name has no letter that every tool accepts', { accountName: '検証' }, [], 'corp-111122223333-Admin'],
        [
            'has no character that a tool does not accept',
            { accountName: ' Log / Archive (old)', roleName: 'Team=A,B+c@d' },
            [],
            'corp-log-archive-old-Team-A-B+c@d'
        ],
        ['has the account id where the name is taken', {}, ['corp-sandbox-Admin'], 'corp-111122223333-Admin'],
        [
            'has a number where that is taken too',
            {},
            ['corp-sandbox-Admin', 'corp-111122223333-Admin', 'corp-111122223333-Admin-2'],
            'corp-111122223333-Admin-3'
        ],
        [
            'has a number where there is only an id, and that is taken',
            { accountName: undefined },
            ['corp-111122223333-Admin'],
            'corp-111122223333-Admin-2'
        ]
    ];

    for (const [what, request, taken, name] of CASES) {
        it(what, () => {
            expect(RoleProfile.proposeName({ ...SANDBOX, ...request }, candidate => taken.includes(candidate))).to.equal(name);
        });
    }
});
