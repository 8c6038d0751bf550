import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { TokenServices } from '../../common/token-service/token-services';
import { BUILDER_ID, CONNECTED, CORP, entry, MINUTE, NOW, profile, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { contextValues } from './context-keys';
import { runsOutInMs } from './live-snapshot';
disableJSDOM();

const dev = profile('dev');
const both = snapshot([entry(CORP, SIGNED_IN), entry(dev, CONNECTED)], { uses: { codeWhisperer: CORP.id, awsServices: dev.id } });

describe('the context keys', () => {
    const table: readonly (readonly [string, AwsAccountsSnapshot | undefined, number, readonly [boolean, boolean, string]])[] = [
        ['both uses connected', both, NOW, [true, true, 'identityCenter']],
        ['the profile has run out', both, NOW + 53 * MINUTE, [false, true, 'identityCenter']],
        [
            'Builder ID expired',
            snapshot([entry(BUILDER_ID, { kind: 'expired' })], { uses: { codeWhisperer: BUILDER_ID.id } }),
            NOW,
            [false, false, 'builderId']
        ],
        [
            'a profile that nobody has asked yet',
            snapshot([entry(dev, { kind: 'notConnected' })], { uses: { awsServices: dev.id } }),
            NOW,
            [false, false, '']
        ],
        ['nothing in use', snapshot([entry(CORP, SIGNED_IN), entry(dev, CONNECTED)]), NOW, [false, false, '']],
        ['no snapshot', undefined, NOW, [false, false, '']]
    ];
    for (const [name, source, now, [awsIamProfileActive, awsCodeWhispererConnected, awsCodeWhispererMethod]] of table) {
        it(`${name}: ${awsIamProfileActive}, ${awsCodeWhispererConnected}, "${awsCodeWhispererMethod}"`, () =>
            expect(contextValues(source, now, TokenServices.DEFAULT))
                .to.deep.equal({ awsIamProfileActive, awsCodeWhispererConnected, awsCodeWhispererMethod }));
    }

    it('are looked at again when the first connection runs out', () => {
        expect(runsOutInMs(both, NOW)).to.equal(52.5 * MINUTE);
        expect(runsOutInMs(both, NOW + 53 * MINUTE)).to.be.undefined;
    });
});
