import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListAccountsCommand } from '@aws-sdk/client-sso';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { MiddlewareStack } from '@smithy/types';
import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { ImpatientClients } from '../test/sign-in-fixture';
import { oidcEndpoint } from '../sso/flow/oidc-endpoint';

/** The base address that a client's request would go to. Nothing is sent. */
async function destination(client: { readonly middlewareStack: unknown }, send: () => Promise<unknown>): Promise<string> {
    let hostname = '';
    (client.middlewareStack as MiddlewareStack<never, never>).add(() => async ({ request }) => {
        hostname = (request as { readonly hostname: string }).hostname;
        return { response: undefined, output: { $metadata: {} } as never };
    }, { step: 'build', priority: 'high' });
    await send();
    return hostname;
}

describe('Where calls of no profile go', function () {
    this.timeout(20_000);

    const clients = new ImpatientClients();
    const before = { ...process.env };
    let folder: string;

    const set = (variables: Record<string, string>): void => {
        for (const name of Object.keys(process.env).filter(key => key.startsWith('AWS_'))) {
            delete process.env[name];
        }
        Object.assign(process.env, variables);
    };

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-endpoint-'));
        const file = join(folder, 'config');
        await writeFile(file, '[default]\nendpoint_url = http://elsewhere.example\n[profile dev]\nendpoint_url = http://dev.example\n');
        set({ AWS_CONFIG_FILE: file });
    });

    afterEach(async () => {
        set(Object.fromEntries(Object.entries(before).flatMap(([name, value]) => value === undefined ? [] : [[name, value]])));
        await rm(folder, { recursive: true, force: true });
    });

    for (const [what, variables] of [
        ['the default profile', {}],
        ['the profile that AWS_PROFILE names', { AWS_PROFILE: 'dev' }]
    ] as const) {
        it(`is no secret of ${what}: sign-in`, async () => {
            Object.assign(process.env, variables);
            expect((await oidcEndpoint(await clients.oidc('eu-central-1'))).href).to.equal('https://oidc.eu-central-1.amazonaws.com/');
        });

        it(`is no secret of ${what}: the portal`, async () => {
            Object.assign(process.env, variables);
            const client = await new ImpatientClients().portal('eu-central-1');
            expect(await destination(client, () => client.send(new ListAccountsCommand({ accessToken: 't' })))).to.equal(
                'portal.sso.eu-central-1.amazonaws.com'
            );
        });

        it(`is no secret of ${what}: STS`, async () => {
            Object.assign(process.env, variables);
            const client = await clients.sts('eu-central-1', { accessKeyId: 'a', secretAccessKey: 's' });
            expect(await destination(client, () => client.send(new GetCallerIdentityCommand({})))).to.equal(
                'sts.eu-central-1.amazonaws.com'
            );
        });
    }

    it('is what the environment says, which the view and the dialog name', async () => {
        const emulator = await AwsSignInEmulator.start();
        Object.assign(process.env, { AWS_ENDPOINT_URL: 'http://all.example', AWS_ENDPOINT_URL_SSO_OIDC: emulator.url });
        expect((await oidcEndpoint(await clients.oidc('eu-central-1'))).origin).to.equal(emulator.url);
        await emulator.stop();
    });
});
