import { BackendApplicationConfigProvider } from '@theia/core/lib/node/backend-application-config-provider';
import { expect } from 'chai';
import type { TokenServicePlatform } from '../common/token-service/token-service-platform';
import { AwsEnvironment, ProcessAwsEnvironment } from './process/aws-environment';
import { BackendFixture } from './test/backend-fixture';

/** Theia knows no way to take a configuration back: it is one for each process, and other specs have none. */
const CONFIGURATION = (BackendApplicationConfigProvider as unknown as { readonly KEY: symbol }).KEY;

describe('a product whose configuration says what CodeWhisperer takes', () => {
    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write(
            '.aws/config',
            '[profile dev]\nregion = eu-central-1\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = example\n'
        );
    });

    afterEach(async () => {
        Reflect.deleteProperty(globalThis, CONFIGURATION);
        await fixture.dispose();
    });

    const rows: readonly (readonly [says: object, variables: NodeJS.ProcessEnv, host: TokenServicePlatform | undefined])[] = [
        [{ awsAccounts: { codeWhisperer: 'iam' } }, {}, 'product'],
        [{ awsAccounts: { codeWhisperer: 'token' } }, { C9_PROJECT: 'shop' }, undefined],
        [{}, {}, undefined]
    ];
    for (const [says, variables, host] of rows) {
        it(`${JSON.stringify(says)}: every window is told ${host ?? 'nothing'}, at the start and with each change`, async () => {
            BackendApplicationConfigProvider.set(says);
            const backend = fixture.startBackend();
            // The bindings of the product, on a home folder of its own.
            backend
                .rebind<AwsEnvironment>(AwsEnvironment)
                .toConstantValue(Object.assign(new ProcessAwsEnvironment(), { variables: { HOME: fixture.home, ...variables } }));
            const windows = ['one', 'two'].map(() => fixture.openWindow(backend));
            const attached = await Promise.all(windows.map(({ server }) => server.attach(undefined)));
            await windows[0].server.setUse('awsServices', 'profile:dev');
            await Promise.all(
                windows.map(({ client }) => client.until(() => client.snapshots.some(({ uses }) => uses.awsServices === 'profile:dev')))
            );
            const told = [...attached, ...windows.flatMap(({ client }) => client.snapshots)].map(
                ({ codeWhispererHost }) => codeWhispererHost
            );
            expect(new Set(told)).to.deep.equal(new Set([host]));
        });
    }
});
