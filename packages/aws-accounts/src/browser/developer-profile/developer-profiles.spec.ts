import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Emitter } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { WorkspaceService } from '@theia/workspace/lib/browser/workspace-service';
import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { ConnectionState } from '../../common/state/connection-state';
import type { DeveloperProfile, DeveloperProfileListing } from '../../common/token-service/developer-profile';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { DeveloperProfilesServerProxy } from '../connection/backend-services';
import { SignInRunner } from '../dialog/sign-in/sign-in-runner';
import { LiteralMessages } from '../literal/literal-messages';
import { LiteralQuickInput } from '../literal/literal-quick-input';
import { CORP, entry, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { Clock } from '../time/clock';
import { DeveloperProfileAfterSignIn } from './developer-profile-after-sign-in';
import { DeveloperProfiles } from './developer-profiles';
disableJSDOM();

const WEB: DeveloperProfile = { arn: 'arn:aws:codewhisperer:us-east-1:111122223333:profile/A', name: 'Web team' };
const DATA: DeveloperProfile = { arn: 'arn:aws:codewhisperer:eu-central-1:444455556666:profile/B', name: 'Data team' };
const GAP = { region: 'eu-central-1', failure: { reason: 'server' } } as const;
const SIGNED_OUT: ConnectionState = { kind: 'signedOut' };

/** A window with Amazon Q Developer, whose backend answers `listing` and whose person picks `picked`. */
class Fixture {
    readonly told: string[] = [];
    readonly offered: string[][] = [];
    readonly chosen: unknown[][] = [];
    readonly signedIn = new Emitter<AwsConnectionId>();
    readonly model: AwsAccountsModel;
    readonly profiles: DeveloperProfiles;
    readonly afterSignIn: DeveloperProfileAfterSignIn;
    listing: DeveloperProfileListing = { profiles: [WEB, DATA], gaps: [] };
    picked: DeveloperProfile | undefined = DATA;

    constructor() {
        const container = new Container();
        container.bind(Clock).toConstantValue({ now: () => 0 });
        container.bind(ILogger).to(MockLogger);
        container.bind(ProductTokenServices).toConstantValue([TokenServices.AMAZON_Q]);
        container.bind(AwsAccountsModel).toSelf().inSingletonScope();
        container.bind<object>(WorkspaceService).toConstantValue({ workspace: { resource: 'file:///shop' } });
        container.bind<object>(SignInRunner).toConstantValue({ onDidSignIn: this.signedIn.event });
        container.bind(DeveloperProfilesServerProxy).toConstantValue({
            list: async () => this.listing,
            choose: async (...given: unknown[]) => void this.chosen.push(given)
        });
        const tell = async (text: string): Promise<void> => void this.told.push(text);
        container.bind<object>(LiteralMessages).toConstantValue({ info: tell, warn: tell });
        container.bind<object>(LiteralQuickInput).toConstantValue({
            pick: async (items: { label: string; description: string; profile: DeveloperProfile }[]) => {
                this.offered.push(items.map(({ label, description }) => `${label}, ${description}`));
                return items.find(({ profile }) => profile === this.picked);
            }
        });
        container.bind(DeveloperProfiles).toSelf().inSingletonScope();
        container.bind(DeveloperProfileAfterSignIn).toSelf();
        this.model = container.get(AwsAccountsModel);
        this.show(SIGNED_IN);
        this.profiles = container.get(DeveloperProfiles);
        this.afterSignIn = container.get(DeveloperProfileAfterSignIn);
    }

    show(state: ConnectionState, more: Partial<AwsAccountsSnapshot> = {}): void {
        this.model.reset(snapshot([entry(CORP, state)], { uses: { amazonQ: CORP.id }, services: [TokenServices.AMAZON_Q], ...more }));
    }
}

const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('the developer profile of a token service', () => {

    let fixture: Fixture;
    beforeEach(() => fixture = new Fixture());

    it('is taken silently where there is one, and kept for the workspace', async () => {
        fixture.listing = { profiles: [WEB], gaps: [] };
        expect(await fixture.profiles.ensure('amazonQ')).to.equal(WEB);
        expect([fixture.told, fixture.offered]).to.deep.equal([[], []]);
        expect(fixture.chosen).to.deep.equal([['amazonQ', WEB, 'file:///shop']]);
    });

    it('is picked where there are several, each with account and region', async () => {
        expect(await fixture.profiles.ensure('amazonQ')).to.equal(DATA);
        expect(fixture.offered).to.deep.equal([['Web team, 111122223333 · us-east-1', 'Data team, 444455556666 · eu-central-1']]);
    });

    it('is missing with a sentence that says whom to ask', async () => {
        fixture.listing = { profiles: [], gaps: [] };
        expect(await fixture.profiles.ensure('amazonQ')).to.equal(undefined);
        expect(fixture.told.join()).to.equal(
            'Amazon Q Developer has no developer profile for you. Ask the administrator of your IAM Identity Center to add you to one.'
        );
        expect(fixture.chosen).to.deep.equal([]);
    });

    it('says which region did not answer, where that leaves one and where it leaves none', async () => {
        fixture.listing = { profiles: [WEB], gaps: [GAP] };
        expect(await fixture.profiles.ensure('amazonQ')).to.equal(WEB);
        fixture.listing = { profiles: [], gaps: [GAP] };
        expect(await fixture.profiles.ensure('amazonQ')).to.equal(undefined);
        expect(fixture.told.map(text => text.includes('eu-central-1 did not answer'))).to.deep.equal([true, true]);
    });

    it('tells a person who wants to choose that there is no other', async () => {
        fixture.listing = { profiles: [WEB], gaps: [] };
        await fixture.profiles.choose('amazonQ');
        expect(fixture.told).to.deep.equal([
            'Amazon Q Developer works with the developer profile Web team · 111122223333 · us-east-1. You have no other.'
        ]);
    });

    it('is asked for once while many wait, and not again by those who come after the person decided against it', async () => {
        fixture.picked = undefined;
        const all = await Promise.all([1, 2, 3].map(() => fixture.profiles.ensureOnce('amazonQ')));
        expect([...all, await fixture.profiles.ensureOnce('amazonQ')]).to.deep.equal([undefined, undefined, undefined, undefined]);
        expect(fixture.offered).to.have.lengthOf(1);
        await fixture.profiles.choose('amazonQ');
        expect(fixture.offered).to.have.lengthOf(2);
    });

    it('is asked for after a sign-in in this window, once it is in use, and after no other change', async () => {
        fixture.show(SIGNED_OUT);
        fixture.afterSignIn.onStart();
        fixture.show(SIGNED_IN);
        await settle();
        expect(fixture.offered).to.have.lengthOf(0);
        fixture.show(SIGNED_IN, { uses: {} });
        fixture.signedIn.fire(CORP.id);
        await settle();
        expect(fixture.offered).to.have.lengthOf(0);
        fixture.show(SIGNED_IN);
        fixture.show(SIGNED_IN, { pins: [] });
        await settle();
        expect(fixture.offered).to.have.lengthOf(1);
    });

    it('is not asked for where one was chosen before', async () => {
        fixture.afterSignIn.onStart();
        fixture.show(SIGNED_IN, { developerProfiles: { amazonQ: WEB } });
        fixture.signedIn.fire(CORP.id);
        expect(await fixture.profiles.ensureOnce('amazonQ')).to.equal(WEB);
        await settle();
        expect(fixture.offered).to.deep.equal([]);
    });
});
