import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { WindowService } from '@theia/core/lib/browser/window/window-service';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { ConfiguredEndpoint } from '../../common/connection/configured-endpoint';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AwsAccountsServerProxy, AwsToolsServerProxy } from '../connection/backend-services';
import { FailureMessages } from '../diagnosis/failure-messages';
import { LiteralMessages } from '../literal/literal-messages';
import { CONNECTED, entry, profile, snapshot } from '../test/snapshot-samples';
import { ConsoleOpener } from './console-opener';
disableJSDOM();

const ADDRESS = 'http://127.0.0.1:4567/aws-accounts/console/ticket';
const ELSEWHERE: ConfiguredEndpoint = { setting: 'endpoint_url', host: 'localhost:4566', service: 'signin' };

describe('"Open AWS Console"', () => {
    let said: string[];
    let failures: AwsFailure[];
    let opened: string[];

    async function open(prepare: () => Promise<string>, endpoints: readonly ConfiguredEndpoint[] = []): Promise<void> {
        [said, failures, opened] = [[], [], []];
        const dev = entry(profile('dev', { endpoints }), CONNECTED);
        const container = new Container();
        container.bind<object>(AwsAccountsModel).toConstantValue({ find: () => dev, snapshot: snapshot([dev]) });
        container.bind<object>(AwsAccountsServerProxy).toConstantValue({});
        container.bind<object>(AwsToolsServerProxy).toConstantValue({ prepareConsole: prepare });
        container.bind<object>(WindowService).toConstantValue({ openNewWindow: (url: string) => opened.push(url) });
        container.bind<object>(LiteralMessages)
            .toConstantValue({ info: async (text: string, ...[action]: string[]) => (said.push(text), action) });
        container.bind<object>(FailureMessages).toConstantValue({ tell: (failure: AwsFailure) => failures.push(failure) });
        await container.resolve(ConsoleOpener).open('profile:dev');
    }

    it('says as whom before anything opens', async () => {
        await open(async () => ADDRESS, [{ setting: 'endpoint_url', host: 'for-all' }]);
        expect({ said, opened })
            .to.deep.equal({ said: ['The AWS console opens as Admin in the account 111122223333.'], opened: [ADDRESS] });
    });

    // @threat keys-to-endpoint
    it('names the host that gets the keys where that is not AWS', async () => {
        await open(async () => ADDRESS, [ELSEWHERE]);
        expect(said).to.deep.equal([
            'The AWS console opens as Admin in the account 111122223333. The credentials go to localhost:4566, not to AWS: set by '
                + 'endpoint_url.'
        ]);
    });

    // @threat keys-to-endpoint
    it('opens nothing where the keys could be read on the way, and says why', async () => {
        await open(async () => { throw AwsFailure.toError({ reason: 'invalidEndpoint', subject: 'endpoint_url', detail: 'insecure' }); });
        expect({ said, opened }).to.deep.equal({ said: [], opened: [] });
        expect(failures).to.deep.equal([{ reason: 'invalidEndpoint', subject: 'endpoint_url', detail: 'insecure' }]);
    });
});
