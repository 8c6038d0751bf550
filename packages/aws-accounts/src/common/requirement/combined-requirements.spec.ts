import { expect } from 'chai';
import type { AwsRequirement } from './aws-requirement';
import { CombinedRequirements } from './combined-requirements';
import { TokenServices } from '../token-service/token-services';

const CHOICE: AwsRequirement = { kind: 'either', of: [{ kind: 'iam' }, { kind: 'token', scopes: ['a'] }] };
const NARROW: AwsRequirement = { kind: 'either', of: [{ kind: 'iam', accounts: ['1'] }, { kind: 'token', scopes: ['a'] }] };

describe('several requirements on one command', () => {
    const table: readonly (readonly [name: string, requirements: readonly AwsRequirement[], combined: readonly AwsRequirement[]])[] = [
        ['none', [], []],
        ['the same twice', [{ kind: 'iam' }, { kind: 'iam' }], [{ kind: 'iam' }]],
        ['any account and one account', [{ kind: 'iam' }, { kind: 'iam', accounts: ['1'] }], [{ kind: 'iam', accounts: ['1'] }]],
        [
            'accounts in common',
            [
                { kind: 'iam', accounts: ['1', '2'] },
                { kind: 'iam', accounts: ['2', '3'] }
            ],
            [{ kind: 'iam', accounts: ['2'] }]
        ],
        [
            'nothing in common',
            [
                { kind: 'iam', accounts: ['1'] },
                { kind: 'iam', accounts: ['2'] }
            ],
            [{ kind: 'iam', accounts: [] }]
        ],
        [
            'accounts here, regions there',
            [
                { kind: 'iam', accounts: ['1'] },
                { kind: 'iam', regions: ['r'] }
            ],
            [{ kind: 'iam', accounts: ['1'], regions: ['r'] }]
        ],
        [
            'scopes',
            [
                { kind: 'token', scopes: ['b'] },
                { kind: 'token', scopes: ['a', 'b'] }
            ],
            [{ kind: 'token', scopes: ['a', 'b'] }]
        ],
        ['a choice', [CHOICE], [CHOICE]],
        ['the same choice twice', [CHOICE, CHOICE], [CHOICE]],
        ['a choice that IAM credentials settle', [CHOICE, { kind: 'iam' }], [{ kind: 'iam' }]],
        ['a choice that a narrower requirement settles', [CHOICE, { kind: 'iam', regions: ['r'] }], [{ kind: 'iam', regions: ['r'] }]],
        ['a choice that a token settles', [{ kind: 'token', scopes: ['a', 'b'] }, CHOICE], [{ kind: 'token', scopes: ['a', 'b'] }]],
        [
            'a choice that a token without the scope leaves open',
            [{ kind: 'token', scopes: ['b'] }, CHOICE],
            [{ kind: 'token', scopes: ['b'] }, CHOICE]
        ],
        ['a narrow choice that any credentials leave open', [NARROW, { kind: 'iam' }], [{ kind: 'iam' }, NARROW]],
        ['one of each kind', [{ kind: 'token', scopes: ['a'] }, { kind: 'iam' }], [{ kind: 'iam' }, { kind: 'token', scopes: ['a'] }]]
    ];
    for (const kind of ['IAM', 'sso', 'toString']) {
        it(`are refused with one of no known kind, which would drop out otherwise: ${kind}`, () => {
            const requirements = [{ kind: 'iam' }, { kind }] as AwsRequirement[];
            expect(() => CombinedRequirements.of(requirements, TokenServices.DEFAULT)).to.throw().with.property('data').with.property(
                'reason', 'invalidRequest'
            );
        });
    }

    for (const [name, requirements, combined] of table) {
        it(`come to as few as possible: ${name}`, () => expect(CombinedRequirements.of(requirements, TokenServices.DEFAULT))
            .to.deep.equal(combined));
    }
});
