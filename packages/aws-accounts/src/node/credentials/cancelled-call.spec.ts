import { expect } from 'chai';
import { SharedConfigReader } from '../shared-config/shared-config-reader';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { LoginFixture } from '../test/login-fixture';
import { LoginCredentials } from './source/login-credentials';
import { SsoRoleCredentials } from './source/sso-role-credentials';
import { CredentialsFixture } from './test/credentials-fixture';

const CORP = { name: 'corp', startUrl: 'https://d-1234567890.awsapps.com/start', region: 'us-east-1' };

describe('A call for credentials that nobody waits for any more', () => {

    let fixture: CredentialsFixture;
    let controller: AbortController;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
        controller = new AbortController();
    });

    afterEach(() => fixture.dispose());

    /** Cancels what never ends, once it `began`. */
    async function cancel(running: Promise<unknown>, began: () => boolean): Promise<unknown> {
        const end = running.catch((error: Error) => error.name);
        while (!began()) {
            await new Promise(resolve => setImmediate(resolve));
        }
        controller.abort();
        return end;
    }

    it('ends at once for a role of Identity Center', async () => {
        fixture.container
            .rebind(SsoTokenManager)
            .toConstantValue({ withToken: <T>(_session: unknown, call: (token: string) => Promise<T>) => call('t') } as never);
        fixture.emulator.faults.add({ operation: 'GetRoleCredentials', kind: 'hang', times: 1 });
        const running = fixture.container.get(SsoRoleCredentials).get(CORP, '111122223333', 'ReadOnly', { signal: controller.signal });
        expect(await cancel(running, () => !fixture.emulator.faults.isDue('GetRoleCredentials'))).to.equal('AbortError');
    });

    it('ends at once for a session of aws login', async () => {
        const login = await LoginFixture.start();
        login.answer = 'none';
        fixture.setVariable('AWS_ENDPOINT_URL_SIGNIN', login.url);
        fixture.setVariable('AWS_LOGIN_CACHE_DIRECTORY', fixture.pathOf('login'));
        await fixture.write(`login/${login.fileName}`, login.file(-60_000));
        await fixture.config(`[profile console]\nregion = eu-central-1\nlogin_session = ${login.session}\n`);
        const profile = (await fixture.container.get(SharedConfigReader).read()).settings.profile('console');
        const running = profile && fixture.container.get(LoginCredentials).get(profile, { signal: controller.signal });
        expect(await cancel(running ?? Promise.resolve(), () => login.renewals > 0)).to.equal('AbortError');
        login.stop();
    });
});
