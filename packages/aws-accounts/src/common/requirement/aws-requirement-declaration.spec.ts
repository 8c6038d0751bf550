import { expect } from 'chai';
import { AwsEffect } from './aws-effect';
import { AwsRequirementDeclaration } from './aws-requirement-declaration';

describe('declarations written by hand', () => {

    const good: readonly (readonly [string, unknown, readonly AwsRequirementDeclaration[]])[] = [
        ['nothing', undefined, []],
        ['an empty object', {}, []],
        ['a command that needs IAM', { deploy: { kind: 'iam' } }, [{ commands: 'deploy', requirement: { kind: 'iam' } }]],
        [
            'a pattern with an effect', { 'my.*': { kind: 'iam', effect: 'destroy' } },
            [{ commands: 'my.*', requirement: { kind: 'iam' }, effect: 'destroy' }]
        ],
        [
            'every restriction', { deploy: { kind: 'iam', accounts: ['111122223333'], partitions: ['aws-cn'], regions: ['cn-north-1'] } },
            [{
                commands: 'deploy',
                requirement: { kind: 'iam', accounts: ['111122223333'], partitions: ['aws-cn'], regions: ['cn-north-1'] }
            }]
        ],
        [
            'a token', { suggest: { kind: 'token', scopes: ['a'] } },
            [{ commands: 'suggest', requirement: { kind: 'token', scopes: ['a'] } }]
        ],
        [
            'a choice', { any: { kind: 'either', of: [{ kind: 'iam' }, { kind: 'token', scopes: ['a'] }], effect: 'read' } },
            [{ commands: 'any', requirement: { kind: 'either', of: [{ kind: 'iam' }, { kind: 'token', scopes: ['a'] }] }, effect: 'read' }]
        ],
        [
            'two on one command', { both: [{ kind: 'iam' }, { kind: 'token', scopes: ['a'] }] },
            [{ commands: 'both', requirement: { kind: 'iam' } }, { commands: 'both', requirement: { kind: 'token', scopes: ['a'] } }]
        ]
    ];
    for (const [name, value, declarations] of good) {
        it(`are read: ${name}`, () => expect(AwsRequirementDeclaration.read(value)).to.deep.equal({ declarations, broken: [] }));
    }

    const bad: readonly (readonly [value: unknown, reason: string])[] = [
        [undefined, 'expected an object with a "kind", found nothing'],
        ['iam', 'expected an object with a "kind", found "iam"'],
        [null, 'expected an object with a "kind", found null'],
        [[[]], 'expected an object with a "kind", found []'],
        [{}, '"kind" has to be "iam", "token" or "either", found nothing'],
        [{ kind: 'IAM' }, '"kind" has to be "iam", "token" or "either", found "IAM"'],
        [{ kind: 'iam', account: '1' }, '"account" is not known for kind "iam"; known are kind, effect, accounts, partitions, regions'],
        [
            { kind: 'token', scopes: ['a'], accounts: ['1'] },
            '"accounts" is not known for kind "token"; known are kind, effect, scopes, service'
        ],
        [{ kind: 'iam', effect: 'write' }, '"effect" has to be one of read, change, destroy, found "write"'],
        [{ kind: 'iam', accounts: '111122223333' }, '"accounts" has to be a list of strings that is not empty, found "111122223333"'],
        [{ kind: 'iam', accounts: [] }, '"accounts" has to be a list of strings that is not empty, found []'],
        [{ kind: 'iam', accounts: [111122223333] }, '"accounts" has to be a list of strings that is not empty, found [111122223333]'],
        [{ kind: 'iam', accounts: ['1111-2222-3333'] }, '"accounts" holds "1111-2222-3333", which is not an account id of 12 digits'],
        [{ kind: 'iam', regions: [''] }, '"regions" has to be a list of strings that is not empty, found [""]'],
        [{ kind: 'iam', partitions: {} }, '"partitions" has to be a list of strings that is not empty, found {}'],
        [{ kind: 'token' }, '"scopes" has to be a list of strings that is not empty, found nothing'],
        [{ kind: 'token', scopes: [] }, '"scopes" has to be a list of strings that is not empty, found []'],
        [{ kind: 'either' }, '"of" has to be a list of requirements that is not empty, found nothing'],
        [{ kind: 'either', of: [] }, '"of" has to be a list of requirements that is not empty, found []'],
        [{ kind: 'either', of: ['iam'] }, '"of"[0]: expected an object with a "kind", found "iam"'],
        [
            { kind: 'either', of: [{ kind: 'iam' }, { kind: 'token' }] },
            '"of"[1]: "scopes" has to be a list of strings that is not empty, found nothing'
        ],
        [
            { kind: 'either', of: [{ kind: 'either', of: [] }] },
            '"of"[0]: only "iam" and "token" can be chosen between, and an "effect" belongs to the whole'
        ],
        [
            { kind: 'either', of: [{ kind: 'iam', effect: 'read' }] },
            '"of"[0]: only "iam" and "token" can be chosen between, and an "effect" belongs to the whole'
        ],
        [{ kind: 'either', of: [{ kind: 'iam' }], scopes: ['a'] }, '"scopes" is not known for kind "either"; known are kind, effect, of']
    ];
    for (const [value, reason] of bad) {
        it(`are told to be broken: ${JSON.stringify(value)}, since ${reason}`, () =>
            expect(AwsRequirementDeclaration.read({ deploy: value, other: { kind: 'iam' } })).to.deep.equal({
                declarations: [{ commands: 'other', requirement: { kind: 'iam' } }],
                broken: [{ commands: 'deploy', reason }]
            }));
    }

    for (const value of ['deploy', 1, null, [{ deploy: { kind: 'iam' } }]]) {
        it(`are told to be broken as a whole: ${JSON.stringify(value)}`, () => expect(AwsRequirementDeclaration.read(value)).to.deep.equal({
            declarations: [],
            broken: [{ reason: `expected an object from command ids to requirements, found ${JSON.stringify(value)}` }]
        }));
    }

    it('need a command', () =>
        expect(AwsRequirementDeclaration.read({ ' ': { kind: 'iam' } }).broken).to.deep.equal([
            { commands: ' ', reason: 'the command id is empty' }
        ]));
});

describe('effects', () => {
    const table: readonly (readonly [readonly (AwsEffect | undefined)[], AwsEffect | undefined])[] = [
        [[], undefined],
        [[undefined], undefined],
        [['read'], 'read'],
        [['change', 'read'], 'change'],
        [['read', 'destroy', 'change', undefined], 'destroy']
    ];
    for (const [effects, strongest] of table) {
        it(`of ${effects.join(', ') || 'nobody'} come to ${strongest}`, () => expect(AwsEffect.strongest(effects)).to.equal(strongest));
    }
});
