import { expect } from 'chai';
import { manifestRequirements } from './manifest-requirements';

const IAM = { kind: 'iam' } as const;
const TOKEN = { kind: 'token', scopes: ['codewhisperer:completions'] } as const;
const COMMANDS = ['tool.deploy', 'tool.lambda.invoke'];

const CASES: { says: string; awsRequirements: unknown; own?: readonly string[]; problems?: readonly string[] }[] = [
    { says: 'a command and a token', awsRequirements: { 'tool.deploy': IAM, 'tool.lambda.invoke': TOKEN }, own: COMMANDS },
    {
        says: 'accounts and an effect',
        awsRequirements: { 'tool.deploy': { ...IAM, accounts: ['111122223333'], effect: 'change' } },
        own: ['tool.deploy']
    },
    { says: 'a pattern that covers own commands', awsRequirements: { 'tool.lambda.*': IAM }, own: ['tool.lambda.invoke'] },
    {
        says: 'a hidden command in the name space of the extension',
        awsRequirements: { 'acme.tool.hidden': IAM },
        own: ['acme.tool.hidden']
    },
    { says: 'the pattern *', awsRequirements: { '*': IAM }, problems: ['foreignCommand *'] },
    { says: 'the pattern ?ool.*', awsRequirements: { '?ool.*': IAM }, problems: ['foreignCommand ?ool.*'] },
    { says: 'a pattern that begins within a name', awsRequirements: { 'to*': IAM }, problems: ['foreignCommand to*'] },
    {
        says: 'a command of somebody else',
        awsRequirements: { 'workbench.action.files.save': IAM },
        problems: ['foreignCommand workbench.action.files.save']
    },
    { says: 'a pattern in the name space of the extension', awsRequirements: { 'acme.tool.*': IAM }, own: ['acme.tool.*'] },
    {
        says: 'a pattern for the name without its publisher', awsRequirements: { 'tool.other.*': IAM },
        problems: ['foreignCommand tool.other.*']
    },
    {
        says: 'an id with the name without its publisher',
        awsRequirements: { 'tool.hidden': IAM },
        problems: ['foreignCommand tool.hidden']
    },
    {
        says: 'a broken pattern',
        awsRequirements: { 'acme.tool.*': 5 },
        own: ['acme.tool.*'],
        problems: ['broken acme.tool.*']
    },
    {
        says: 'an id of more characters than any has',
        awsRequirements: { [`acme.tool.${'x'.repeat(300)}`]: IAM },
        problems: [`broken acme.tool.${'x'.repeat(300)}`]
    },
    {
        says: 'an unknown kind',
        awsRequirements: { 'tool.deploy': { kind: 'iamm' } },
        own: ['tool.deploy'],
        problems: ['broken tool.deploy']
    },
    { says: 'a text for a requirement', awsRequirements: { 'tool.deploy': 'iam' }, own: ['tool.deploy'], problems: ['broken tool.deploy'] },
    {
        says: 'a token without scopes',
        awsRequirements: { 'tool.deploy': { kind: 'token' } },
        own: ['tool.deploy'],
        problems: ['broken tool.deploy']
    },
    {
        says: 'one foreign entry beside a good one',
        awsRequirements: { 'tool.deploy': TOKEN, 'other.x': IAM },
        own: ['tool.deploy'],
        problems: ['foreignCommand other.x']
    },
    ...[['tool.deploy'], [IAM], 'iam', null].map(awsRequirements => ({
        says: `${JSON.stringify(awsRequirements)}`,
        awsRequirements,
        own: COMMANDS,
        problems: ['notAnObject']
    })),
    { says: 'nothing', awsRequirements: {} }
];

describe('a manifest that declares', () => {
    for (const { says, awsRequirements, own = [], problems = [] } of CASES) {
        it(`${says} speaks for ${own.join(', ') || 'nothing'}, with the problems: ${problems.join(', ') || 'none'}`, () => {
            const found = manifestRequirements({ extensionId: 'acme.tool', commands: COMMANDS, awsRequirements });
            expect(Object.keys(found.own)).to.deep.equal(own);
            expect(
                found.problems.map(problem => ('commands' in problem ? `${problem.kind} ${problem.commands}` : problem.kind))
            ).to.deep.equal(problems);
            expect(found.problems.every(({ extensionId }) => extensionId === 'acme.tool')).to.equal(true);
        });
    }
});

describe('An extension that is named like a part of the IDE', () => {
    const COMMANDS_OF_ITS_OWN = ['workbench.action.mine', 'workbench.mine'];

    // @threat extension-owns-core
    it('owns no commands of the IDE, and of its own those that it contributes', () => {
        const awsRequirements = { 'workbench.*': IAM, 'workbench.action.files.save': IAM, 'workbench.action.*': IAM };
        const { own, problems } = manifestRequirements({ extensionId: 'evil.workbench', commands: COMMANDS_OF_ITS_OWN, awsRequirements });
        expect(own).to.deep.equal({ 'workbench.action.mine': [IAM, IAM], 'workbench.mine': [IAM] });
        expect(problems.map(problem => problem.kind)).to.deep.equal(['foreignCommand']);
    });
});
