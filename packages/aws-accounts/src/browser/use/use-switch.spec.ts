import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { PreferenceScope, PreferenceService } from '@theia/core/lib/common/preferences';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsUse, ConnectionUses } from '../../common/token-service/connection-use';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy } from '../connection/backend-services';
import { Clock } from '../time/clock';
import { BUILDER_ID, CONNECTED, CORP, entry, NOW, profile, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import type { ConnectionAnswer } from '../dialog/choice/connection-question';
import { RecentProfiles } from './recent-profiles';
import { UseSwitch } from './use-switch';
import { LiteralMessages } from '../literal/literal-messages';
disableJSDOM();

const dev = profile('dev');
const ops = profile('ops');
const CONNECTIONS = [entry(BUILDER_ID, SIGNED_IN), entry(CORP, SIGNED_IN), entry(dev, CONNECTED), entry(ops, CONNECTED)];

/** A window with two uses, in front of a backend that does what it is told. */
class Fixture {
    readonly told: string[] = [];
    readonly errors: string[] = [];
    readonly requests: string[] = [];
    readonly preferences: string[] = [];
    readonly recents: string[] = [];
    /** Outcome of the latest message. */
    readonly answer = new Deferred<string | undefined>();
    readonly model: AwsAccountsModel;
    readonly uses: UseSwitch;
    failure: Error | undefined;

    constructor(before: ConnectionUses) {
        const container = new Container();
        container.bind(Clock).toConstantValue({ now: () => NOW });
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        container.bind(AwsAccountsModel).toSelf().inSingletonScope();
        container.bind(AwsAccountsServerProxy).toConstantValue({ setUse: (use: AwsUse, id: string | undefined) => this.setUse(use, id) });
        container.bind(RecentProfiles).toConstantValue({
            add: async (id: string) => {
                this.recents.push(id);
            }
        } as unknown as RecentProfiles);
        container.bind(PreferenceService).toConstantValue({
            set: async (name: string, value: string, scope: PreferenceScope) => {
                this.preferences.push(`${name}: ${value} in ${PreferenceScope[scope]}`);
            }
        });
        container.bind(LiteralMessages).toConstantValue({
            silentInfo: (text: string, _options: unknown, ...actions: string[]) => (
                this.told.push(`${text} [${actions.join()}]`),
                this.answer.promise
            ),
            error: async (text: string) => {
                this.errors.push(text);
            }
        } as unknown as LiteralMessages);
        container.bind(UseSwitch).toSelf();
        this.model = container.get(AwsAccountsModel);
        this.model.reset(snapshot(CONNECTIONS, { uses: before }));
        this.uses = container.get(UseSwitch);
    }

    protected async setUse(use: AwsUse, id: string | undefined): Promise<AwsAccountsSnapshot> {
        this.requests.push(`${use}: ${id ?? 'none'}`);
        if (this.failure) {
            throw this.failure;
        }
        const known = this.model.snapshot as AwsAccountsSnapshot;
        return { ...known, uses: { ...known.uses, [use]: id }, revision: known.revision + 1 };
    }
}

const KEEP: ConnectionAnswer = { connectionId: dev.id, tokenServices: 'keep', remember: false };
const LEAVE: ConnectionAnswer = { connectionId: dev.id, tokenServices: 'disconnect', remember: false };
const withBuilderId: ConnectionUses = { codeWhisperer: BUILDER_ID.id };
const PREFERENCE = 'aws.accounts.whenSwitchingMethod';

describe('a decision about the uses', () => {
    type Row = readonly [
        name: string,
        ConnectionUses,
        AwsUse,
        ConnectionAnswer,
        requests: readonly string[],
        told: readonly string[],
        preferences?: readonly string[]
    ];
    const table: readonly Row[] = [
        ['stay connected', withBuilderId, 'awsServices', KEEP, ['awsServices: profile:dev'], ['Now using dev for AWS services. [Undo]']],
        [
            'disconnect', withBuilderId, 'awsServices', LEAVE, ['awsServices: profile:dev', 'codeWhisperer: none'],
            ['CodeWhisperer: disconnected. Nothing was signed out. Now using dev for AWS services. [Undo]']
        ],
        [
            'stay connected, remembered', withBuilderId, 'awsServices', { ...KEEP, remember: true }, ['awsServices: profile:dev'],
            ['Now using dev for AWS services. [Undo]'], [`${PREFERENCE}: stayConnected in User`]
        ],
        [
            'disconnect, remembered',
            withBuilderId,
            'awsServices',
            { ...LEAVE, remember: true },
            ['awsServices: profile:dev', 'codeWhisperer: none'],
            ['CodeWhisperer: disconnected. Nothing was signed out. Now using dev for AWS services. [Undo]'],
            [`${PREFERENCE}: disconnect in User`]
        ],
        ['what is in use already', { awsServices: dev.id }, 'awsServices', KEEP, [], []],
        [
            'disconnect where nothing is connected', {}, 'awsServices', LEAVE, ['awsServices: profile:dev'],
            ['Now using dev for AWS services. [Undo]']
        ],
        [
            'a sign-in for CodeWhisperer', { awsServices: dev.id }, 'codeWhisperer', { ...KEEP, connectionId: CORP.id },
            ['codeWhisperer: sso-session:corp'],
            ['Now using corp for CodeWhisperer. [Undo]']
        ]
    ];
    for (const [name, before, use, answer, requests, told, preferences = []] of table) {
        it(`is carried out and told once: ${name}`, async () => {
            const fixture = new Fixture(before);
            await fixture.uses.apply(use, answer);
            expect(fixture.requests).to.deep.equal(requests);
            expect(fixture.told).to.deep.equal(told);
            expect(fixture.preferences).to.deep.equal(preferences);
            expect(fixture.recents).to.deep.equal(use === 'awsServices' ? [dev.id] : []);
        });
    }

    it('says in words for people why Undo failed', async () => {
        const fixture = new Fixture(withBuilderId);
        await fixture.uses.apply('awsServices', LEAVE);
        fixture.failure = new Error('Request setUse failed with error: line lost');
        fixture.answer.resolve('Undo');
        await new Promise(resolve => setImmediate(resolve));
        expect(fixture.errors).to.deep.equal(['AWS Accounts made a mistake with this request. The log of the IDE says more.']);
    });

    it('is taken back by Undo: both uses are as they were', async () => {
        const fixture = new Fixture(withBuilderId);
        await fixture.uses.apply('awsServices', LEAVE);
        fixture.answer.resolve('Undo');
        await new Promise(resolve => setImmediate(resolve));
        expect(fixture.model.snapshot?.uses).to.deep.equal({ codeWhisperer: BUILDER_ID.id, awsServices: undefined });
        expect(fixture.told).to.have.length(1);
    });

    it('stands when the message goes by itself', async () => {
        const fixture = new Fixture(withBuilderId);
        await fixture.uses.apply('awsServices', LEAVE);
        fixture.answer.resolve(undefined);
        await new Promise(resolve => setImmediate(resolve));
        expect(fixture.model.snapshot?.uses).to.deep.equal({ codeWhisperer: undefined, awsServices: dev.id });
    });

    it('that the backend refuses reaches the caller, and nothing is told or remembered', async () => {
        const fixture = new Fixture(withBuilderId);
        fixture.failure = new Error('refused');
        expect(
            await fixture.uses.apply('awsServices', { ...LEAVE, remember: true }).then(
                () => undefined,
                error => error
            )
        ).to.equal(fixture.failure);
        expect([...fixture.told, ...fixture.preferences, ...fixture.recents]).to.be.empty;
        expect(fixture.model.snapshot?.uses).to.deep.equal(withBuilderId);
    });

    it('made while another one is carried out comes after it, and stands', async () => {
        const fixture = new Fixture({ awsServices: dev.id });
        await Promise.all([ops.id, dev.id].map(connectionId => fixture.uses.apply('awsServices', { ...KEEP, connectionId })));
        expect(fixture.requests).to.deep.equal(['awsServices: profile:ops', 'awsServices: profile:dev']);
        expect(fixture.model.snapshot?.uses).to.deep.equal({ awsServices: dev.id });
    });

    it('is not kept from being carried out by one that failed', async () => {
        const fixture = new Fixture({});
        fixture.failure = new Error('refused');
        const first = fixture.uses.apply('awsServices', KEEP).catch(() => fixture.failure = undefined);
        await Promise.all([first, fixture.uses.clear('codeWhisperer'), fixture.uses.apply('awsServices', KEEP)]);
        expect(fixture.model.snapshot?.uses).to.deep.equal({ awsServices: dev.id });
    });

    it('to stop using a profile leaves CodeWhisperer alone', async () => {
        const fixture = new Fixture({ ...withBuilderId, awsServices: ops.id });
        await fixture.uses.clear('awsServices');
        expect(fixture.requests).to.deep.equal(['awsServices: none']);
        expect(fixture.told).to.deep.equal(['AWS services: disconnected. Nothing was signed out. [Undo]']);
        await fixture.uses.clear('awsServices');
        expect(fixture.told).to.have.length(1);
    });
});
