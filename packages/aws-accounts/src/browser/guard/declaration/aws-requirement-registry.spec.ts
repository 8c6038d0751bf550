import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import { BUILDER_ID, CONNECTED, profile, SIGNED_IN } from '../../test/snapshot-samples';
import { AwsRequirementContribution, AwsRequirementRegistry } from './aws-requirement-registry';
import { GuardCancelled, RequirementNotMet } from '../guard-errors';
import { productRequirements } from './product-requirements';
import { errorOf, GuardFixture } from '../test/guard-fixture';
disableJSDOM();

const IAM = { kind: 'iam' } as const;
const TOKEN = { kind: 'token', scopes: ['codewhisperer:completions'] } as const;
const dev = profile('dev');

describe('declarations', () => {
    let fixture: GuardFixture;
    let requirements: AwsRequirementRegistry;

    beforeEach(() => {
        fixture = new GuardFixture();
        ({ requirements } = fixture);
    });

    const patterns: readonly (readonly [declared: string, fits: readonly string[], not: readonly string[]])[] = [
        ['lambda.deploy', ['lambda.deploy'], ['lambda.deploy2', 'lambda_deploy', 'x.lambda.deploy', '']],
        ['lambda.*', ['lambda.deploy', 'lambda.', 'lambda.a.b'], ['lambda', 'lambdaxdeploy', 'my.lambda.deploy']],
        ['*.deploy', ['lambda.deploy', '.deploy', 'a.b.deploy'], ['deploy', 'lambda.deploy.now']],
        ['aws.*.delete*', ['aws.s3.delete', 'aws.s3.deleteBucket'], ['aws.delete', 'aws.s3.list']],
        ['aws.**', ['aws.x', 'aws.x.y'], ['aws']],
        ['s?.list', ['s3.list'], ['s.list', 's33.list']],
        ['*', ['anything', ''], []],
        ['a(b)[c]{d}+^$|\\.*', ['a(b)[c]{d}+^$|\\.x'], ['ab', 'a(b)[c]{d}+^$|\\x']],
        ['two\nlines*', ['two\nlines', 'two\nlines\nthree'], ['two']],
        ['toString', ['toString'], ['constructor', '__proto__']]
    ];
    for (const [declared, fits, not] of patterns) {
        it(`for ${JSON.stringify(declared)} mean these commands and no other`, () => {
            const declaration = requirements.register(declared, IAM);
            expect(fits.filter(id => !requirements.isDeclared(id))).to.be.empty;
            expect(not.filter(id => requirements.isDeclared(id))).to.be.empty;
            declaration.dispose();
            expect(fits.filter(id => requirements.isDeclared(id))).to.be.empty;
        });
    }

    it('may name several commands at once', () => {
        const declaration = requirements.register(['one', 'two.*'], IAM);
        expect(['one', 'two.a', 'three'].map(id => requirements.isDeclared(id))).to.deep.equal([true, true, false]);
        declaration.dispose();
        expect(['one', 'two.a'].map(id => requirements.isDeclared(id))).to.deep.equal([false, false]);
    });

    it('of one requirement by two parties stand until both have taken theirs back', () => {
        const declared = [
            requirements.register('deploy', IAM),
            requirements.register('deploy', IAM),
            requirements.register('dep*', IAM),
            requirements.register('dep*', IAM)
        ];
        for (const declaration of declared) {
            expect(requirements.isDeclared('deploy')).to.be.true;
            declaration.dispose();
            declaration.dispose();
        }
        expect(requirements.isDeclared('deploy')).to.be.false;
    });

    it('on one command add up to one requirement of each kind, and to the strongest effect', () => {
        requirements.register('deploy', { kind: 'iam', accounts: ['111122223333', '444455556666'] }, { effect: 'destroy' });
        requirements.register(
            'dep*',
            { kind: 'iam', accounts: ['444455556666', '777788889999'], regions: ['eu-central-1'] },
            { effect: 'read' }
        );
        requirements.register('*', { kind: 'token', scopes: ['two', 'one'] });
        requirements.register('deploy', { kind: 'token', scopes: ['three', 'one'] });
        expect(requirements.demandOf('deploy', [])).to.deep.include({
            requirements: [
                { kind: 'iam', accounts: ['444455556666'], regions: ['eu-central-1'] },
                { kind: 'token', scopes: ['one', 'three', 'two'] }
            ],
            effect: 'destroy'
        });
    });

    it('tell when they change', () => {
        let changes = 0;
        requirements.onDidChange(() => changes++);
        requirements.register('deploy', IAM).dispose();
        expect(changes).to.equal(2);
    });

    it('that come from contributions are collected at the first command', () => {
        const { requirements: collected } = new GuardFixture([
            { registerRequirements: registry => registry.register('first', IAM) },
            { registerRequirements: registry => registry.register('last', IAM) }
        ]);
        expect(['first', 'last'].map(id => collected.isDeclared(id))).to.deep.equal([true, true]);
    });

    it('of a contribution that fails on its way count as far as they came; it is named, in the log and to the person, '
        + 'and the others are not touched', () => {
        class HalfRequirements implements AwsRequirementContribution {
            registerRequirements(registry: AwsRequirementRegistry): void {
                registry.register('half', IAM);
                throw new Error('broken');
            }
        }
        const {
            requirements: collected,
            logger,
            messages
        } = new GuardFixture([
            { registerRequirements: registry => registry.register('first', IAM) },
            new HalfRequirements(),
            { registerRequirements: registry => registry.register('last', IAM) }
        ]);
        expect(['first', 'half', 'last'].map(id => collected.isDeclared(id))).to.deep.equal([true, true, true]);
        expect(logger.errors).to.have.length(1);
        expect(logger.errors[0]).to.match(/HalfRequirements could not be registered.*broken/);
        expect(messages.errors).to.have.length(1);
        expect(messages.errors[0]).to.contain('HalfRequirements');
    });

    it('of contributions are told to be missing when one cannot be made: Theia then gives none of them', () => {
        const broken = new GuardFixture();
        broken.container.bind(AwsRequirementContribution).toDynamicValue(() => { throw new Error('cannot be made'); });
        expect(broken.requirements.isDeclared('deploy')).to.be.false;
        expect(broken.logger.errors).to.have.length(1);
        expect(broken.messages.errors).to.have.length(1);
    });

    it('may depend on the arguments of a call', async () => {
        fixture.attach();
        const { runs } = fixture.command('deploy');
        requirements.register('deploy', IAM, { when: target => target === 'remote' });
        await fixture.registry.executeCommand('deploy', 'local');
        const outcome = errorOf(fixture.registry.executeCommand('deploy', 'remote'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(runs).to.deep.equal([['local']]);
    });

    it('whose predicate fails count for every call', async () => {
        fixture.attach();
        const { runs } = fixture.command('deploy');
        requirements.register('deploy', IAM, { when: () => { throw new Error('broken'); } });
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(runs).to.be.empty;
    });

    it('for some arguments add up with those for all', () => {
        requirements.register('deploy', IAM);
        requirements.register('deploy', TOKEN, { when: target => target === 'remote' });
        expect(requirements.demandOf('deploy', ['local']).requirements).to.deep.equal([IAM]);
        expect(requirements.demandOf('deploy', ['remote']).requirements).to.deep.equal([IAM, TOKEN]);
    });

    it('of both kinds let a command run only while both are met at the same time', async () => {
        fixture.attach();
        const { runs } = fixture.command('deploy');
        requirements.register('deploy', IAM);
        requirements.register('deploy', TOKEN);
        fixture.use(BUILDER_ID, SIGNED_IN);
        const first = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.use(dev, CONNECTED);
        fixture.chooser.answer(true);
        await first;
        expect(runs).to.have.length(1);
        fixture.use(dev, { kind: 'expired' });
        fixture.use(BUILDER_ID, { kind: 'signedOut' });
        const second = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.use(dev, CONNECTED);
        fixture.chooser.answer(true);
        expect((await fixture.chooser.question()).requirement.kind).to.equal('token');
        fixture.use(BUILDER_ID, SIGNED_IN);
        fixture.use(dev, { kind: 'expired' });
        fixture.chooser.answer(true);
        expect(await second).to.be.instanceOf(RequirementNotMet).and.nested.include({ 'verdict.kind': 'expired' });
        expect(runs).to.have.length(1);
    });
});

describe('the product\'s own declarations', () => {

    it('guard commands of others, with restrictions and effects', () => {
        const { requirements, logger } = new GuardFixture([], {
            'other.deploy': { kind: 'iam', accounts: ['111122223333'], effect: 'change' },
            'other.suggest*': [TOKEN, IAM]
        });
        expect(requirements.demandOf('other.deploy', [])).to.deep.include({
            requirements: [{ kind: 'iam', accounts: ['111122223333'] }],
            effect: 'change'
        });
        expect(requirements.demandOf('other.suggestions', []).requirements).to.deep.equal([IAM, TOKEN]);
        expect(logger.errors).to.be.empty;
    });

    it('that are broken are reported with the reason; their command does not run, the others are not touched', async () => {
        const fixture = new GuardFixture([], { good: IAM, bad: { kind: 'iam', account: '111122223333' } });
        fixture.attach();
        fixture.use(dev, CONNECTED);
        const [good, bad, other] = ['good', 'bad', 'other'].map(id => fixture.command(id));
        await fixture.registry.executeCommand('good');
        await fixture.registry.executeCommand('other');
        expect(await errorOf(fixture.registry.executeCommand('bad')))
            .to.have.property('message')
            .that.contains('"account" is not known for kind "iam"');
        expect([good, bad, other].map(({ runs }) => runs.length)).to.deep.equal([1, 0, 1]);
        expect(fixture.logger.errors).to.deep.equal([
            'AWS requirements of the product, "bad": "account" is not known for kind "iam"; known are kind, effect, accounts, partitions, '
                + 'regions.'
        ]);
        expect(fixture.chooser.asked).to.be.empty;
    });

    it('come from the application\'s package.json, and there need not be any', () => {
        for (const [config, found] of [[{}, undefined], [{ awsAccounts: { requirements: { deploy: IAM } } }, { deploy: IAM }]]) {
            const disable = enableJSDOM();
            FrontendApplicationConfigProvider.set(config as object);
            expect(productRequirements()).to.deep.equal(found);
            disable();
        }
    });
});
