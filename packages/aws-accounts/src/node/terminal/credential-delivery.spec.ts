import { expect } from 'chai';
import { interpret } from '../shared-config/config-interpretation';
import { parseIni } from '../shared-config/ini/ini-document';
import { reachOf } from './credential-delivery';

const CONFIG = `[profile keys]
aws_access_key_id = a
aws_secret_access_key = b
[profile keysWithMfa]
aws_access_key_id = a
aws_secret_access_key = b
mfa_serial = arn:aws:iam::777788889999:mfa/careful
[profile role]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = keys
[profile roleWithMfa]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = keys
mfa_serial = arn:aws:iam::777788889999:mfa/careful
[profile roleThroughMfa]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = roleWithMfa
[sso-session corp]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = us-east-1
[profile sso]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = ReadOnly
[profile roleThroughSso]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = sso
[profile process]
credential_process = keys
[profile login]
login_session = arn:aws:iam::111122223333:user/jo
[profile roleThroughLogin]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = login
[profile environment]
role_arn = arn:aws:iam::111122223333:role/Deployer
credential_source = Environment
`;

describe('how other tools come to the credentials of a profile', () => {
    const { settings } = interpret(
        { config: parseIni(CONFIG), credentials: parseIni(''), configFile: '/config', credentialsFile: '/credentials' },
        undefined
    );

    const table: readonly (readonly [string, string])[] = [
        ['keys', 'name'],
        ['keysWithMfa', 'endpoint'],
        ['role', 'name'],
        ['roleWithMfa', 'endpoint'],
        ['roleThroughMfa', 'endpoint'],
        ['sso', 'name'],
        ['roleThroughSso', 'name'],
        ['process', 'name'],
        ['login', 'endpoint'],
        ['roleThroughLogin', 'endpoint'],
        ['environment', 'name, from the environment']
    ];
    for (const [name, expected] of table) {
        it(`${name}: by ${expected}`, () => {
            const profile = settings.profile(name);
            const reach = profile && reachOf(profile, settings);
            expect(`${reach?.kind}${reach?.fromEnvironment ? ', from the environment' : ''}`).to.equal(expected);
        });
    }
});
