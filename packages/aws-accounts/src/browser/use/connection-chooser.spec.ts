import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { PreferenceService } from '@theia/core/lib/common/preferences';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import type { WhenSwitchingMethod } from '../../common/sign-in/aws-accounts-preferences';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsUse } from '../../common/token-service/connection-use';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { Clock } from '../time/clock';
import { ConnectionDialogFactory } from '../dialog/connection-dialog-factory';
import type { ConnectionDialogOptions } from '../dialog/choice/connection-dialog-options';
import { BUILDER_ID, CONNECTED, entry, NOW, profile, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { ConnectionChooser } from './connection-chooser';
import type { ConnectionAnswer } from '../dialog/choice/connection-question';
import { RecentProfiles } from './recent-profiles';
import { UseSwitch } from './use-switch';
disableJSDOM();

const IAM = { kind: 'iam' } as const;
const dev = profile('dev');
const ops = profile('ops');
const CONNECTIONS = [entry(BUILDER_ID, SIGNED_IN), entry(dev, CONNECTED), entry(ops, CONNECTED)];
const withBuilderId = snapshot(CONNECTIONS, { uses: { codeWhisperer: BUILDER_ID.id } });
const both = snapshot(CONNECTIONS, { uses: { codeWhisperer: BUILDER_ID.id, awsServices: ops.id } });
const STAY: ConnectionAnswer = { connectionId: dev.id, tokenServices: 'keep', remember: true };

/** The place where a preference is set: by the user, by the workspace, or not at all. */
interface Preference {
    readonly globalValue?: WhenSwitchingMethod;
    readonly workspaceValue?: WhenSwitchingMethod;
}

class Fixture {
    readonly dialogs: ConnectionDialogOptions[] = [];
    readonly applied: (readonly [AwsUse, ConnectionAnswer])[] = [];
    readonly chooser: ConnectionChooser;

    constructor(source: AwsAccountsSnapshot | undefined, preference: Preference, answer: ConnectionAnswer | undefined) {
        const container = new Container();
        container.bind(Clock).toConstantValue({ now: () => NOW });
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        container.bind(AwsAccountsModel).toSelf().inSingletonScope();
        container.bind(PreferenceService).toConstantValue({ inspect: () => ({ defaultValue: 'ask', ...preference }) });
        container.bind(RecentProfiles).toConstantValue({ get: async () => [ops.id] } as unknown as RecentProfiles);
        container.bind(UseSwitch).toConstantValue({
            apply: async (use: AwsUse, given: ConnectionAnswer) => {
                this.applied.push([use, given]);
            }
        } as unknown as UseSwitch);
        container
            .bind(ConnectionDialogFactory)
            .toConstantValue((options: ConnectionDialogOptions) => (this.dialogs.push(options), { open: async () => answer }));
        container.bind(ConnectionChooser).toSelf();
        if (source) {
            container.get(AwsAccountsModel).reset(source);
        }
        this.chooser = container.get(ConnectionChooser);
    }
}

describe('the question for a connection', () => {

    it('is shown with the recent profiles, and its answer is carried out', async () => {
        const fixture = new Fixture(withBuilderId, {}, STAY);
        expect(await fixture.chooser.choose({ requirement: IAM, command: 'Deploy' })).to.equal(STAY);
        expect(fixture.dialogs).to.deep.equal([
            { question: { requirement: IAM, command: 'Deploy' }, whenSwitching: 'ask', recents: [ops.id] }
        ]);
        expect(fixture.applied).to.deep.equal([['awsServices', STAY]]);
    });

    const EITHER = { kind: 'either', of: [IAM, { kind: 'token', scopes: ['a'] }] } as const;
    for (const [id, use] of [[dev.id, 'awsServices'], [BUILDER_ID.id, 'codeWhisperer']] as const) {
        it(`with several answers gives ${id} to the use that takes it`, async () => {
            const answer: ConnectionAnswer = { connectionId: id, tokenServices: 'keep', remember: false };
            const fixture = new Fixture(withBuilderId, {}, answer);
            await fixture.chooser.choose({ requirement: EITHER });
            expect(fixture.applied).to.deep.equal([[use, answer]]);
        });
    }

    it('that is called off changes nothing', async () => {
        const fixture = new Fixture(withBuilderId, {}, undefined);
        expect(await fixture.chooser.choose({ requirement: IAM })).to.equal(undefined);
        expect(fixture.applied).to.be.empty;
    });
});

describe('a profile that a person picked', () => {
    type Asked = 'asked' | 'not asked';
    const table: readonly (readonly [
        name: string,
        AwsAccountsSnapshot | undefined,
        Preference,
        Asked,
        fate?: ConnectionAnswer['tokenServices']
    ])[] = [
        ['ask, with CodeWhisperer connected', withBuilderId, { globalValue: 'ask' }, 'asked'],
        ['no preference, with CodeWhisperer connected', withBuilderId, {}, 'asked'],
        ['stayConnected', withBuilderId, { globalValue: 'stayConnected' }, 'not asked', 'keep'],
        ['disconnect', withBuilderId, { globalValue: 'disconnect' }, 'not asked', 'disconnect'],
        ['disconnect set by the workspace alone', withBuilderId, { workspaceValue: 'disconnect' }, 'asked'],
        [
            'disconnect set by the workspace against the user',
            withBuilderId,
            { globalValue: 'stayConnected', workspaceValue: 'disconnect' },
            'not asked',
            'keep'
        ],
        ['ask, from one profile to another', both, { globalValue: 'ask' }, 'not asked', 'keep'],
        ['disconnect, from one profile to another', both, { globalValue: 'disconnect' }, 'not asked', 'keep'],
        ['ask, without CodeWhisperer', snapshot(CONNECTIONS), { globalValue: 'ask' }, 'not asked', 'keep'],
        ['stayConnected, before the backend has answered', undefined, { globalValue: 'stayConnected' }, 'asked']
    ];
    for (const [name, source, preference, asked, tokenServices] of table) {
        it(`is ${asked} about: ${name}`, async () => {
            const fixture = new Fixture(source, preference, STAY);
            expect(await fixture.chooser.use({ requirement: IAM, picked: dev.id })).to.be.true;
            expect(fixture.dialogs).to.have.length(asked === 'asked' ? 1 : 0);
            const answer = tokenServices === undefined ? STAY : { connectionId: dev.id, tokenServices, remember: false };
            expect(fixture.applied).to.deep.equal([['awsServices', answer]]);
        });
    }
});
