import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});
// First and whole: parts of it import each other in a circle.
import '@theia/core/lib/browser';

import { CancellationError, isCancelled } from '@theia/core/lib/common/cancellation';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsModel, LiteralQuickInput, TokenServices } from 'theia-aws-accounts/lib/browser';
import { ConnectionDialogFactory } from 'theia-aws-accounts/lib/browser/integration';
import { BUILDER_ID, CORP, entry, SIGNED_IN, snapshot } from 'theia-aws-accounts/lib/browser/test/snapshot-samples';
import type { AuthenticationProviderId } from '../../common/authentication-provider-id';
import { ProviderSignIn } from './provider-sign-in';
disableJSDOM();

describe('a sign-in for a request of Theia', () => {
    function signInWith({ answer, picked }: { answer?: object; picked?: object }): ProviderSignIn {
        const container = new Container();
        container
            .bind<object>(AwsAccountsModel)
            .toConstantValue({
                snapshot: snapshot([entry(BUILDER_ID, { kind: 'signedOut' }), entry(CORP, SIGNED_IN)]),
                services: TokenServices.DEFAULT
            });
        container.bind<object>(LiteralQuickInput).toConstantValue({ pick: async () => picked });
        container.bind<object>(ConnectionDialogFactory).toConstantValue(() => ({ open: async () => answer }));
        container.bind(ProviderSignIn).toSelf();
        return container.get(ProviderSignIn);
    }

    it('gives the connection that the person signed in', async () => {
        expect(await signInWith({ answer: { connectionId: BUILDER_ID.id } }).signIn('aws-builder-id', [])).to.equal(BUILDER_ID.id);
    });

    const providers: AuthenticationProviderId[] = ['aws-builder-id', 'aws-iam-identity-center'];
    for (const provider of providers) {
        it(`ends, when the person decides against it, in what both Theia and extensions know as a cancellation: ${provider}`, async () => {
            const error: unknown = await signInWith({}).signIn(provider, []).catch((refused: unknown) => refused);
            expect(error).to.be.instanceOf(CancellationError);
            expect(isCancelled(error as Error), 'Theia complains of anything else').to.equal(true);
            expect((error as Error).name).to.equal('Canceled');
        });
    }
});
