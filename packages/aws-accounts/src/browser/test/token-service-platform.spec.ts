import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../common/requirement/aws-verdict';
import type { ConnectionUses } from '../../common/token-service/connection-use';
import { TokenServices } from '../../common/token-service/token-services';
import { dialogContent } from '../dialog/choice/dialog-content';
import { errorOf, GuardFixture } from '../guard/test/guard-fixture';
import { contextValues } from '../status/context-keys';
import { tokenServiceStatus } from '../status/token-service-status';
import { connectionActions } from '../view/rows/connection-actions';
import { RowContext } from '../view/rows/row-context';
import { useRow } from '../view/rows/use-row';
import { BUILDER_ID, CONNECTED, entry, NOW, profile, SIGNED_IN, snapshot } from './snapshot-samples';
disableJSDOM();

const TOKEN: AwsRequirement = { kind: 'token', scopes: ['codewhisperer:completions'] };
const OTHER_TOKEN: AwsRequirement = { kind: 'token', scopes: ['sso:account:access'] };
const WHY = 'In AWS Cloud9, CodeWhisperer works with the IAM profile of AWS services, and takes no sign-in.';
const CODEWHISPERER = { ...TokenServices.CODEWHISPERER, host: 'cloud9' } as const;
const dev = profile('dev');

function onCloud9(uses: ConnectionUses): AwsAccountsSnapshot {
    return snapshot([entry(BUILDER_ID, SIGNED_IN), entry(dev, CONNECTED)], { uses, services: [CODEWHISPERER] });
}

const NOTHING = onCloud9({});
const WITH_PROFILE = onCloud9({ awsServices: dev.id });
const WITH_SIGN_IN = onCloud9({ codeWhisperer: BUILDER_ID.id });

describe('where CodeWhisperer takes IAM credentials', () => {

    const table: readonly (readonly [name: string, AwsRequirement, AwsAccountsSnapshot, AwsVerdict['kind']])[] = [
        ['the profile meets what needs a token of CodeWhisperer', TOKEN, WITH_PROFILE, 'satisfied'],
        ['a sign-in does not', TOKEN, WITH_SIGN_IN, 'notConnected'],
        ['a token for something else is still a token', OTHER_TOKEN, WITH_PROFILE, 'notConnected'],
        ['a choice is met by the profile', { kind: 'either', of: [OTHER_TOKEN, TOKEN] }, WITH_PROFILE, 'satisfied']
    ];
    for (const [name, requirement, source, verdict] of table) {
        it(`${name}: ${verdict}`, () => {
            const fixture = new GuardFixture();
            fixture.attach(source);
            expect(fixture.model.check(requirement).kind).to.equal(verdict);
        });
    }

    it('the guard asks for a profile, and not for a token', async () => {
        const fixture = new GuardFixture([{ registerRequirements: requirements => requirements.register('suggest', TOKEN) }]);
        fixture.attach(WITH_SIGN_IN);
        const { runs } = fixture.command('suggest');
        const call = errorOf(fixture.registry.executeCommand('suggest'));
        expect((await fixture.chooser.question()).requirement).to.deep.equal({ kind: 'iam' });
        fixture.model.accept({ ...WITH_PROFILE, revision: 100 });
        fixture.chooser.answer(true);
        expect(await call).to.equal(undefined);
        expect(runs).to.have.length(1);
    });

    it('the dialog says so, and asks nothing about a sign-in', () => {
        const { explanation, buttons } = dialogContent({
            question: { requirement: { kind: 'iam' }, command: 'Suggest Code' },
            snapshot: WITH_SIGN_IN,
            whenSwitching: 'ask',
            recents: [],
            selected: dev.id,
            filter: '',
            now: NOW
        });
        expect(explanation).to.contain(WHY);
        expect(buttons.map(({ label }) => label)).to.deep.equal(['Use dev']);
    });

    it('the view says so, with the profile or an invitation to choose one', () => {
        const used = useRow('codeWhisperer', WITH_PROFILE, RowContext.of(WITH_PROFILE, { now: NOW, home: undefined }));
        expect(used.detail).to.contain('dev');
        expect(used.tooltip()).to.contain(WHY);
        const unused = useRow('codeWhisperer', WITH_SIGN_IN, RowContext.of(WITH_SIGN_IN, { now: NOW, home: undefined }));
        expect([unused.status, unused.tooltip()]).to.deep.equal(['Not connected: choose a profile…', WHY]);
        expect(unused.actions().map(({ command }) => command)).to.deep.equal(['aws.accounts.useProfile']);
        const [signIn] = WITH_PROFILE.connections;
        expect(connectionActions(signIn, WITH_PROFILE, NOW).map(({ command }) => command)).not.to.include(
            'aws.accounts.useForCodeWhisperer'
        );
    });

    it('the status bar and the context keys say so', () => {
        expect(tokenServiceStatus(CODEWHISPERER, WITH_PROFILE, NOW).text).to.equal('CodeWhisperer: dev');
        expect(tokenServiceStatus(CODEWHISPERER, WITH_PROFILE, NOW).tooltip).to.contain(WHY);
        expect(tokenServiceStatus(CODEWHISPERER, NOTHING, NOW)).to.deep.equal({ text: 'CodeWhisperer: choose profile', tooltip: WHY });
        expect(contextValues(WITH_PROFILE, NOW, TokenServices.DEFAULT))
            .to.deep.include({ awsCodeWhispererConnected: true, awsCodeWhispererMethod: '' });
        expect(contextValues(WITH_SIGN_IN, NOW, TokenServices.DEFAULT)).to.deep.include({ awsCodeWhispererConnected: false });
    });
});
