import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import type { AwsEffect } from '../../../common/requirement/aws-effect';
import { AwsRequirement } from '../../../common/requirement/aws-requirement';
import { AwsVerdict } from '../../../common/requirement/aws-verdict';
import { CombinedRequirements } from '../../../common/requirement/combined-requirements';
import type { SimpleRequirement } from '../../../common/requirement/simple-requirement';
import { AwsAccountsFrontend } from '../../aws-accounts-frontend';
import { ConnectionQuestion } from '../../dialog/choice/connection-question';
import { dialogContent } from '../../dialog/choice/dialog-content';
import { BUILDER_ID, CONNECTED, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import { errorOf, GuardFixture, settled } from '../test/guard-fixture';
disableJSDOM();

const prod = profile('prod', { production: true });
const circle: { self?: unknown } = {};
circle.self = circle;

/** Values that a caller in JavaScript may hand in, or a typo in a cast. */
const REQUIREMENTS: readonly (readonly [name: string, requirement: unknown])[] = [
    ['a kind in capitals', { kind: 'IAM' }],
    ['no kind', {}],
    ['another kind', { kind: 'sso' }],
    ['a kind that is no string', { kind: 1 }],
    ['a kind of every object', { kind: 'toString' }],
    ['nothing', undefined],
    ['null', null],
    ['a string', 'iam'],
    ['a list', [{ kind: 'iam' }]],
    ['a function', () => ({ kind: 'iam' })],
    ['an object that refers to itself', circle],
    ['a token without scopes', { kind: 'token' }],
    ['scopes in one string', { kind: 'token', scopes: 'codewhisperer:completions' }],
    ['a scope that is no string', { kind: 'token', scopes: [1] }],
    ['a token of a service that the product does not have', { kind: 'token', scopes: [], service: 'codewhisperer' }],
    ['a service that is no string', { kind: 'token', scopes: [], service: 7 }],
    ['a restriction with a typo', { kind: 'iam', account: ['111122223333'] }],
    ['accounts in one string', { kind: 'iam', accounts: '111122223333' }],
    ['an account that is a number', { kind: 'iam', accounts: [111122223333] }],
    ['an effect beside the kind', { kind: 'iam', effect: 'destroy' }],
    ['a choice of nothing', { kind: 'either', of: [] }],
    ['a choice without a list', { kind: 'either' }],
    ['a choice of a wrong kind', { kind: 'either', of: [{ kind: 'IAM' }, { kind: 'iam' }] }],
    ['a choice of choices', { kind: 'either', of: [{ kind: 'either', of: [{ kind: 'iam' }] }] }]
];

const EFFECTS: readonly unknown[] = ['delete', 'Destroy', 'READ', '', true, false, 0, null, ['read'], {}];

describe('what is of no known kind', () => {
    let fixture: GuardFixture;

    beforeEach(() => {
        fixture = new GuardFixture();
        fixture.attach();
        fixture.use(prod, CONNECTED);
        fixture.use(BUILDER_ID, SIGNED_IN);
    });

    for (const [name, requirement] of REQUIREMENTS) {
        it(`keeps its command from running, and is told with its reason: ${name}`, async () => {
            fixture.requirements.register('deploy', requirement as AwsRequirement);
            const { runs } = fixture.command('deploy');
            const error = await errorOf(fixture.registry.executeCommand('deploy'));
            expect((error as Error).message).to.match(/^Command 'deploy' does not run: AWS requirements of "deploy": \S.*\.$/);
            expect(runs).to.be.empty;
            expect(fixture.logger.errors.join('\n')).to.contain('AWS requirements of "deploy"');
        });

        it(`gives no connection to code: ${name}`, async () => {
            const frontend = fixture.container.resolve(AwsAccountsFrontend);
            expect(await errorOf(frontend.useFor(requirement as AwsRequirement))).to.be.instanceOf(TypeError);
            const { execute } = frontend.withConnection(requirement as AwsRequirement, 'Deploy', () => { throw new Error('has run'); });
            expect(await errorOf(execute())).to.be.instanceOf(TypeError);
        });
    }

    const notMet = REQUIREMENTS.filter(([, requirement]) => typeof (requirement as { kind?: unknown } | null | undefined)?.kind === 'string'
        && !['iam', 'token', 'either'].includes((requirement as { kind: string }).kind));
    for (const [name, requirement] of notMet) {
        it(`is met by nothing: ${name}`, () =>
            expect(fixture.model.check(requirement as AwsRequirement).kind).to.equal('notConnected'));
    }

    const NEW = { kind: 'sso' } as unknown as SimpleRequirement;
    const entry = { connection: prod, state: SIGNED_IN };
    const doors: readonly (readonly [door: string, act: () => unknown])[] = [
        ['what several declarations need', () => CombinedRequirements.of([NEW], fixture.model.services)],
        ['the scopes of a token', () => AwsVerdict.inState(NEW, entry)],
        ['the tokens of a requirement', () => AwsRequirement.tokens({ kind: 'either', of: [NEW] })],
        ['the restrictions of a requirement', () => AwsRequirement.iam({ kind: 'either', of: [NEW] })],
        ['the texts of the dialog', () => dialogContent({
            question: { requirement: NEW }, snapshot: snapshot([]), whenSwitching: 'ask', recents: [], selected: undefined, filter: '',
            now: NOW
        })],
        ['the question about token services', () => ConnectionQuestion.changesMethod({ requirement: NEW }, snapshot([]))]
    ];
    for (const [door, act] of doors) {
        it(`does not get past ${door}`, () => expect(act).to.throw().with.property('data').with.property('reason', 'invalidRequest'));
    }

    for (const effect of EFFECTS) {
        it(`counts as the strongest effect, so that production is asked about: ${JSON.stringify(effect)}`, async () => {
            fixture.requirements.register('deploy', { kind: 'iam' }, { effect: effect as AwsEffect });
            const { runs } = fixture.command('deploy');
            const call = fixture.registry.executeCommand('deploy');
            await settled();
            expect(fixture.production.asked.map(({ text }) => text)).to.deep.equal([
                'Run deploy destroys something in AWS, and you marked this profile as production.'
            ]);
            expect(runs).to.be.empty;
            fixture.production.answer(true);
            await call;
            expect(runs).to.have.length(1);
        });

        it(`counts as the strongest effect for code, too: ${JSON.stringify(effect)}`, async () => {
            const given = fixture.container.resolve(AwsAccountsFrontend).useFor({ kind: 'iam' }, { effect: effect as AwsEffect });
            await settled();
            expect(fixture.production.asked).to.have.length(1);
            fixture.production.answer(true);
            expect((await given).id).to.equal(prod.id);
        });
    }

    for (const commands of [undefined, null, 7, '', ' ', [''], [undefined], ['deploy', 7]]) {
        it(`is refused as the name of a command: ${JSON.stringify(commands)}`, () =>
            expect(() => fixture.requirements.register(commands as string, { kind: 'iam' })).to.throw(TypeError));
    }

    for (const value of [
        7, 'iam', true, ['deploy'], { deploy: 'iam' }, { deploy: { kind: 'IAM' } }, { deploy: { kind: 'iam', effect: 'delete' } }
    ]) {
        it(`is told of JSON: ${JSON.stringify(value)}`, async () => {
            const told: string[] = [];
            fixture.requirements.registerJson(value, 'a spec', problem => told.push(problem));
            expect(told).to.have.length(1);
            const { runs } = fixture.command('deploy');
            const error = await errorOf(fixture.registry.executeCommand('deploy'));
            const names = typeof value === 'object' && 'deploy' in value;
            expect([error !== undefined, runs.length]).to.deep.equal(names ? [true, 0] : [false, 1]);
        });
    }
});
