import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Deferred } from '@theia/core/lib/common/promise-util';
import { expect } from 'chai';
import { AwsAccountsFrontend } from '../aws-accounts-frontend';
import { CONNECTED, CORP, profile, SIGNED_IN } from '../test/snapshot-samples';
import { GuardCancelled, ProductionUnconfirmed, RequirementNotMet } from './guard-errors';
import { errorOf, GuardFixture, settled } from './test/guard-fixture';
disableJSDOM();

const IAM = { kind: 'iam' } as const;
const TOKEN = { kind: 'token', scopes: ['codewhisperer:completions'] } as const;
const dev = profile('dev');
const ops = profile('ops');

describe('a handler that is wrapped', () => {
    let fixture: GuardFixture;
    let calls: unknown[][];
    let work: Deferred<unknown>;

    beforeEach(() => {
        fixture = new GuardFixture();
        fixture.container.bind(AwsAccountsFrontend).toSelf();
        calls = [];
        work = new Deferred();
        const handler = fixture.container
            .get(AwsAccountsFrontend)
            .withConnection(IAM, 'Deploy', (...args) => (calls.push(args), work.promise));
        fixture.registry.registerCommand({ id: 'deploy' }, handler);
        fixture.attach();
    });

    it('gets the connection first and its own arguments after it; its result reaches the caller', async () => {
        const call = fixture.registry.executeCommand('deploy', 'one', 2);
        expect(await fixture.chooser.question()).to.deep.include({ command: 'Deploy', requirement: IAM });
        expect(calls).to.be.empty;
        fixture.use(dev, CONNECTED);
        fixture.chooser.answer(true);
        work.resolve('result');
        expect(await call).to.equal('result');
        expect(calls).to.deep.equal([[dev, 'one', 2]]);
    });

    it('is not called when the person decides against it', async () => {
        const outcome = errorOf(fixture.registry.executeCommand('deploy'));
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(calls).to.be.empty;
    });

    it('keeps its connection while the person turns to another one; the next call gets that', async () => {
        fixture.use(dev, CONNECTED);
        const first = fixture.registry.executeCommand('deploy');
        await settled();
        fixture.use(ops, CONNECTED);
        const second = fixture.registry.executeCommand('deploy');
        work.resolve(undefined);
        await Promise.all([first, second]);
        expect(calls).to.deep.equal([[dev], [ops]]);
    });

    it('shares the dialog with declared commands', async () => {
        fixture.requirements.register('declared', IAM);
        const declared = fixture.command('declared');
        const both = [fixture.registry.executeCommand('deploy'), fixture.registry.executeCommand('declared')];
        work.resolve(undefined);
        await fixture.chooser.question();
        fixture.use(dev, CONNECTED);
        fixture.chooser.answer(true);
        await Promise.all(both);
        expect(fixture.chooser.asked).to.have.length(1);
        expect([calls.length, declared.runs.length]).to.deep.equal([1, 1]);
    });
});

describe('a headless caller', () => {
    let fixture: GuardFixture;
    let aws: AwsAccountsFrontend;

    beforeEach(() => {
        fixture = new GuardFixture();
        fixture.container.bind(AwsAccountsFrontend).toSelf();
        aws = fixture.container.get(AwsAccountsFrontend);
    });

    it('gets the connection that is there', async () => {
        fixture.attach();
        fixture.use(CORP, SIGNED_IN);
        expect(await aws.useFor(TOKEN, { silent: true })).to.equal(CORP);
    });

    it('gets an error that carries requirement and verdict instead of a dialog', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'expired' });
        const error = await errorOf(aws.useFor(IAM, { silent: true }));
        expect(error)
            .to.be.instanceOf(RequirementNotMet)
            .and.to.deep.include({ requirement: IAM })
            .and.nested.include({ 'verdict.kind': 'expired' });
        expect(fixture.chooser.asked).to.be.empty;
    });

    it('has a remembered profile connected, without a word to the person', async () => {
        fixture.attach();
        fixture.use(dev, { kind: 'notConnected' });
        const connection = aws.useFor(IAM, { silent: true });
        await settled();
        fixture.backend.connected(CONNECTED);
        expect(await connection).to.equal(dev);
        expect(fixture.messages.progress).to.be.empty;
    });

    it('does not wait for a backend that is away', async () => {
        expect(await errorOf(aws.useFor(IAM, { silent: true }))).to.be.instanceOf(RequirementNotMet);
        fixture.attach();
        fixture.use(dev, CONNECTED);
        fixture.model.disconnect();
        expect(await errorOf(aws.useFor(IAM, { silent: true }))).to.be.instanceOf(RequirementNotMet);
        expect(fixture.messages.progress).to.be.empty;
    });
});

describe('a caller that changes something', () => {
    const prod = profile('prod', { production: true });
    let fixture: GuardFixture;
    let aws: AwsAccountsFrontend;

    beforeEach(() => {
        fixture = new GuardFixture();
        fixture.container.bind(AwsAccountsFrontend).toSelf();
        aws = fixture.container.get(AwsAccountsFrontend);
        fixture.attach();
        fixture.use(prod, CONNECTED);
    });

    it('gets a production profile when the person has said yes', async () => {
        const connection = aws.useFor(IAM, { command: 'Deploy', effect: 'destroy' });
        await settled();
        expect(fixture.production.asked.map(({ title }) => title)).to.deep.equal(['Run Deploy in production?']);
        fixture.production.answer(true);
        expect(await connection).to.equal(prod);
    });

    it('gets none when they say no, and its wrapped handler is not called', async () => {
        const calls: unknown[][] = [];
        fixture.registry.registerCommand({ id: 'deploy' }, aws.withConnection(IAM, 'Deploy', (...args) => calls.push(args), 'change'));
        const outcome = errorOf(fixture.registry.executeCommand('deploy', 1));
        await settled();
        fixture.production.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        expect(calls).to.be.empty;
    });

    it('gets what is in use by the time of the answer', async () => {
        const connection = aws.useFor(IAM, { command: 'Deploy', effect: 'change' });
        await settled();
        fixture.use(dev, CONNECTED);
        fixture.production.answer(true);
        expect(await connection).to.equal(dev);
    });

    it('gets an error instead of a question if it is headless', async () => {
        expect(await errorOf(aws.useFor(IAM, { silent: true, effect: 'change' })))
            .to.be.instanceOf(ProductionUnconfirmed)
            .and.to.include({ connectionId: prod.id });
        expect(fixture.production.asked).to.be.empty;
        fixture.use(dev, CONNECTED);
        expect(await aws.useFor(IAM, { silent: true, effect: 'change' })).to.equal(dev);
    });

    it('is asked about an effect that nobody knows as if it were the worst', async () => {
        const outcome = errorOf(aws.useFor(IAM, { command: 'Deploy', effect: 'destory' as 'destroy' }));
        await settled();
        expect(fixture.production.asked).to.have.length(1);
        fixture.production.answer(false);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
    });

    for (const effect of ['read', undefined] as const) {
        it(`is not asked with effect ${effect}`, async () => {
            expect(await aws.useFor(IAM, { effect })).to.equal(prod);
            expect(fixture.production.asked).to.be.empty;
        });
    }
});
