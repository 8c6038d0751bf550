import { AwsRequirementDeclaration } from 'theia-aws-accounts/lib/common/requirement/aws-requirement-declaration';
import { ForeignRequirements } from 'theia-aws-accounts/lib/common/requirement/foreign-requirements';
import { RequirementFlaw } from 'theia-aws-accounts/lib/common/requirement/requirement-flaw';
import { TokenServices } from 'theia-aws-accounts/lib/common/token-service/token-services';
import { NAME } from './failure-samples';

/** Requirements that somebody wrote by hand, one for each way in which they can be wrong. */
const NEEDS: readonly unknown[] = [
    undefined, 7, {}, { kind: NAME }, { kind: 'iam', [NAME]: 1 }, { kind: 'iam', effect: NAME }, { kind: 'token' },
    { kind: 'token', scopes: [NAME], service: NAME }, { kind: 'either', of: [] }, { kind: 'either', of: [{ kind: 'either' }] },
    { kind: 'either', of: [7] }, { kind: 'iam', accounts: ['7'] }, { kind: 'iam', regions: [] }
];

/** Tells in sentences what is wrong with each of them, and with declarations that reach too far. */
export function requirementProblems(): string[] {
    const tooMany = Object.fromEntries(Array.from({ length: ForeignRequirements.MAX_COUNT + 1 }, (_, index) => [`${index}.`, { kind: 'iam' }]));
    const foreign = [{ ['x'.repeat(300)]: 7 }, { '*': 7 }, { 'editor.*': 7 }, tooMany];
    const broken = [
        ...[undefined, TokenServices.DEFAULT].flatMap(services =>
            NEEDS.flatMap(need => AwsRequirementDeclaration.read({ [NAME]: [need] }, services).broken)),
        ...AwsRequirementDeclaration.read(7).broken, ...AwsRequirementDeclaration.read({ '': 7 }).broken,
        { reason: RequirementFlaw.inCode({ kind: 'iam', effect: 'change' }, TokenServices.DEFAULT) ?? '' },
        ...foreign.flatMap(value => ForeignRequirements.admit(value).refused.map(({ reason }) => ({ commands: NAME, reason })))
    ];
    return broken.map(problem => AwsRequirementDeclaration.problemText(NAME, problem));
}
