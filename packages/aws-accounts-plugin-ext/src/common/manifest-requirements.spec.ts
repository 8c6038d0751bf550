import { expect } from 'chai';
import { manifestRequirements } from './manifest-requirements';

const IAM = { kind: 'iam' } as const;
const TOKEN = { kind: 'token', scopes: ['codewhisperer:completions'] } as const;
const COMMANDS = ['tool.deploy', 'tool.lambda.invoke'];

const CASES: { says: string; awsRequirements: unknown; guards?: object; problems?: [string | undefined, string][] }[] = [
    { says: 'a command and a token', awsRequirements: { 'tool.deploy': IAM, 'tool.lambda.invoke': TOKEN }, guards: { 'tool.deploy': IAM, 'tool.lambda.invoke': TOKEN } },
    { says: 'a pattern that covers own commands', awsRequirements: { 'tool.lambda.*': IAM }, guards: { 'tool.lambda.*': IAM } },
    { says: 'a hidden command in the name space of the extension', awsRequirements: { 'acme.tool.hidden': IAM }, guards: { 'acme.tool.hidden': IAM } },
    { says: 'the pattern *', awsRequirements: { '*': IAM }, problems: [['*', 'foreignCommand']] },
    { says: 'a pattern that begins within a name', awsRequirements: { 'to*': IAM }, problems: [['to*', 'foreignCommand']] },
    { says: 'a command of somebody else', awsRequirements: { 'workbench.action.files.save': IAM }, problems: [['workbench.action.files.save', 'foreignCommand']] },
    { says: 'an unknown kind', awsRequirements: { 'tool.deploy': { kind: 'iamm' } }, guards: { 'tool.deploy': IAM }, problems: [['tool.deploy', 'unknownRequirement']] },
    { says: 'a text for a requirement', awsRequirements: { 'tool.deploy': 'iam' }, guards: { 'tool.deploy': IAM }, problems: [['tool.deploy', 'unknownRequirement']] },
    { says: 'a token without scopes', awsRequirements: { 'tool.deploy': { kind: 'token' } }, guards: { 'tool.deploy': IAM }, problems: [['tool.deploy', 'scopesMissing']] },
    { says: 'scopes that are no texts', awsRequirements: { 'tool.deploy': { kind: 'token', scopes: [1] } }, guards: { 'tool.deploy': IAM }, problems: [['tool.deploy', 'scopesMissing']] },
    { says: 'one broken entry beside a good one', awsRequirements: { 'tool.deploy': TOKEN, 'other.x': IAM }, guards: { 'tool.deploy': TOKEN }, problems: [['other.x', 'foreignCommand']] },
    ...[['tool.deploy'], 'iam', null].map(awsRequirements => ({
        says: `${JSON.stringify(awsRequirements)} as the whole`, awsRequirements,
        guards: { 'tool.deploy': IAM, 'tool.lambda.invoke': IAM }, problems: [[undefined, 'notAnObject']] as [undefined, string][]
    })),
    { says: 'nothing', awsRequirements: {} }
];

describe('a manifest that declares', () => {
    for (const { says, awsRequirements, guards = {}, problems = [] } of CASES) {
        it(`${says} guards ${Object.keys(guards).join(', ') || 'nothing'} and has ${problems.length} problems`, () => {
            const found = manifestRequirements({ extensionId: 'acme.tool', commands: COMMANDS, awsRequirements });
            expect(Object.fromEntries(found.requirements.map(({ commands, requirement }) => [commands, requirement]))).to.deep.equal(guards);
            expect(found.problems).to.deep.equal(problems.map(([commands, reason]) => commands === undefined
                ? { extensionId: 'acme.tool', reason }
                : { extensionId: 'acme.tool', commands, reason }));
        });
    }
});
