import 'reflect-metadata';
import { BackendFixture } from './backend-fixture';

const CONFIG = `[profile dev]
region = eu-central-1

[sso-session corp]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = us-east-1
`;

const CREDENTIALS = `[dev]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = x
`;

/** A process of its own: tells its parent which modules a backend has loaded when its first window is served. */
async function main(): Promise<void> {
    const fixture = await BackendFixture.create();
    await fixture.write('.aws/config', CONFIG);
    await fixture.write('.aws/credentials', CREDENTIALS);
    const { server } = fixture.openWindow(fixture.startBackend());
    const { connections } = await server.attach(undefined);
    await fixture.dispose();
    process.send?.({ connections: connections.length, modules: Object.keys(require.cache) }, () => process.exit());
}

void main();
