import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `# A sample ~/.aws/config. Everything in it is invented; the emulator knows the keys.
[default]
region = us-east-1

[profile dev]
region = eu-central-1

# A role that is assumed with the keys of dev
[profile ops]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = dev
region = eu-central-1

[sso-session corp]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access

[profile sandbox-admin]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = AdministratorAccess
region = us-east-1

[profile staging-readonly]
sso_session = corp
sso_account_id = 444455556666
sso_role_name = ReadOnly
region = eu-west-1

# A mistake, as they happen: there is no profile "legacy"
[profile forgotten]
role_arn = arn:aws:iam::444455556666:role/Chained
source_profile = legacy
`;

const CREDENTIALS = `[default]
aws_access_key_id = AKIAI44QH8DHBEXAMPLE
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY

[dev]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
`;

const HANDLER = `exports.handler = async event => {
    const done = event.items.filter(item => item.done);
    return { titles: done.map(item => item.title) };
};
`;

/** Makes a temporary home folder with a sample ~/.aws and a small project, and gives its path. */
export async function createSampleHome() {
    const home = await mkdtemp(join(tmpdir(), 'aws-accounts-demo-'));
    const project = join(home, 'hello-world');
    await mkdir(join(home, '.aws'), { mode: 0o700 });
    await mkdir(project);
    await writeFile(join(home, '.aws', 'config'), CONFIG, { mode: 0o600 });
    await writeFile(join(home, '.aws', 'credentials'), CREDENTIALS, { mode: 0o600 });
    await writeFile(join(project, 'index.js'), HANDLER);
    return { home, project };
}
