import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Deferred } from '@theia/core/lib/common/promise-util';
import { expect } from 'chai';
import type { AwsEffect } from '../../common/requirement/aws-effect';
import { AwsAccountsFrontend } from '../aws-accounts-frontend';
import { CONNECTED, profile } from '../test/snapshot-samples';
import { ProductionUnconfirmed } from './guard-errors';
import { errorOf, GuardFixture, settled } from './test/guard-fixture';
disableJSDOM();

const IAM = { kind: 'iam' } as const;
const dev = profile('dev');
const prod = { ...profile('prod'), production: true };

describe('A guarded command whose extension takes its time to be activated', () => {
    let fixture: GuardFixture;
    let activated: Deferred<void>;
    let used: unknown[];

    function begin(effect: AwsEffect): Promise<unknown> {
        fixture.requirements.register('deploy', IAM, { effect });
        fixture.registry.registerCommand(
            { id: 'deploy' }, { execute: () => void used.push(fixture.model.inUse('awsServices')?.connection.id) }
        );
        fixture.registry.onWillExecuteCommand(event => event.waitUntil(activated.promise));
        return errorOf(fixture.registry.executeCommand('deploy'));
    }

    beforeEach(() => {
        [activated, used] = [new Deferred(), []];
        fixture = new GuardFixture();
        fixture.container.bind(AwsAccountsFrontend).toSelf();
        fixture.attach();
        fixture.use(dev, CONNECTED);
    });

    // @threat check-before-use
    it('asks before production when the person turned to it meanwhile', async () => {
        const call = begin('change');
        await settled();
        fixture.use(prod, CONNECTED);
        activated.resolve();
        await settled();
        expect(fixture.production.openCount).to.equal(1);
        expect(used).to.be.empty;
        fixture.production.answer(true);
        expect(await call).to.equal(undefined);
        expect(used).to.deep.equal(['profile:prod']);
    });

    it('asks when the profile itself became production meanwhile', async () => {
        const call = begin('destroy');
        await settled();
        fixture.use({ ...dev, production: true }, CONNECTED);
        activated.resolve();
        await settled();
        expect(fixture.production.openCount).to.equal(1);
        fixture.production.answer(false);
        expect(await call).to.be.instanceOf(Error);
        expect(used).to.be.empty;
    });

    it('does not run when what it needs is gone by then', async () => {
        const call = begin('read');
        await settled();
        fixture.use(dev, { kind: 'expired' });
        activated.resolve();
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await call).to.be.instanceOf(Error);
        expect(used).to.be.empty;
    });

    it('does not run when something was declared meanwhile that is not met', async () => {
        const call = begin('read');
        await settled();
        fixture.requirements.register('deploy', { kind: 'iam', accounts: ['999999999999'] });
        activated.resolve();
        await fixture.chooser.question();
        fixture.chooser.answer(false);
        expect(await call).to.be.instanceOf(Error);
        expect(used).to.be.empty;
    });

    it('runs without a question when nothing changed', async () => {
        const call = begin('change');
        activated.resolve();
        expect(await call).to.equal(undefined);
        expect(used).to.deep.equal(['profile:dev']);
    });
});

describe('A guarded command that asks for a connection itself', () => {
    let fixture: GuardFixture;
    let aws: AwsAccountsFrontend;
    let waited: Deferred<void>;

    beforeEach(() => {
        waited = new Deferred();
        fixture = new GuardFixture();
        fixture.container.bind(AwsAccountsFrontend).toSelf();
        aws = fixture.container.get(AwsAccountsFrontend);
        fixture.requirements.register('deploy', IAM, { effect: 'change' });
        fixture.registry.registerCommand({ id: 'deploy' }, {
            execute: async () => (await waited.promise, (await aws.useFor(IAM, { silent: true })).id)
        });
        fixture.attach();
        fixture.use(dev, CONNECTED);
    });

    // @threat check-before-use
    it('gets the one that it was let in with, also when the person turned to production meanwhile', async () => {
        const call = fixture.registry.executeCommand('deploy');
        await settled();
        fixture.use(prod, CONNECTED);
        waited.resolve();
        expect(await call).to.equal('profile:dev');
        expect(fixture.production.asked).to.be.empty;
    });

    it('has its effect counted where that one cannot be used any more', async () => {
        const call = errorOf(fixture.registry.executeCommand('deploy'));
        await settled();
        fixture.use(dev, { kind: 'expired' });
        fixture.use(prod, CONNECTED);
        waited.resolve();
        expect(await call).to.be.instanceOf(ProductionUnconfirmed);
    });
});
