import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Deferred } from '@theia/core/lib/common/promise-util';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import type { AwsConnection } from '../../common/connection/aws-connection';
import type { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { ConnectionState } from '../../common/state/connection-state';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import type { ConnectionDialogOptions } from '../dialog/choice/connection-dialog-options';
import { ConnectionDialogFactory } from '../dialog/connection-dialog-factory';
import { BUILDER_ID, CORP, entry, profile, SIGNED_IN } from '../test/snapshot-samples';
import { GuardCancelled, RequirementNotMet } from './guard-errors';
import { OwnSignIn } from './own-sign-in';
import { errorOf } from './test/guard-fixture';
disableJSDOM();

const SUGGEST: AwsRequirement = { kind: 'token', scopes: ['codewhisperer:completions'] };
const BROAD = { ...SIGNED_IN, scopes: ['sso:account:access', 'codewhisperer:completions'] } as ConnectionState;

describe('A consumer that asked for less than a sign-in opens', () => {
    let asked: ConnectionDialogOptions[];
    let answer: Deferred<object | undefined>;
    let state: ConnectionState;
    let own: OwnSignIn;

    beforeEach(() => {
        asked = [];
        answer = new Deferred();
        state = BROAD;
        const container = new Container();
        container.bind<object>(AwsAccountsModel).toConstantValue({ find: () => entry(connection, state) });
        container.bind<object>(ConnectionDialogFactory).toConstantValue((options: ConnectionDialogOptions) =>
            ({ open: () => (asked.push(options), answer.promise) }));
        container.bind(OwnSignIn).toSelf();
        own = container.get(OwnSignIn);
        connection = CORP;
    });

    let connection: AwsConnection;

    it('gets a sign-in of its own, which callers with the same need share', async () => {
        const both = [own.ensure(connection, SUGGEST), own.ensure(connection, SUGGEST)];
        answer.resolve({});
        await Promise.all(both);
        expect(asked).to.deep.equal([{
            signIn: { kind: 'connection', connectionId: CORP.id }, own: ['codewhisperer:completions'], whenSwitching: 'stayConnected',
            recents: []
        }]);
    });

    it('is told when the person decides against it, and asks anew the next time', async () => {
        const outcome = errorOf(own.ensure(connection, SUGGEST));
        answer.resolve(undefined);
        expect(await outcome).to.be.instanceOf(GuardCancelled);
        await errorOf(own.ensure(connection, SUGGEST));
        expect(asked).to.have.length(2);
    });

    it('is refused without a question when nobody is to be asked', async () => {
        expect(await errorOf(own.ensure(connection, SUGGEST, true))).to.be.instanceOf(RequirementNotMet);
        expect(asked).to.deep.equal([]);
    });

    const quiet: readonly (readonly [string, AwsConnection, ConnectionState, AwsRequirement])[] = [
        ['a sign-in opens nothing else', CORP, SIGNED_IN, SUGGEST],
        ['there is a token of its own', CORP, { ...BROAD, own: ['codewhisperer:completions'] } as ConnectionState, SUGGEST],
        ['accounts were asked for', CORP, BROAD, { kind: 'token', scopes: ['sso:account:access'] }],
        ['it is Builder ID', BUILDER_ID, SIGNED_IN, SUGGEST], ['it is a profile', profile('dev'), BROAD, { kind: 'iam' }],
        ['no token was asked for', CORP, BROAD, { kind: 'iam' }]
    ];
    for (const [sentence, given, states, requirement] of quiet) {
        it(`asks nothing where ${sentence}`, async () => {
            [connection, state] = [given, states];
            await own.ensure(connection, requirement);
            expect(asked).to.deep.equal([]);
        });
    }
});
