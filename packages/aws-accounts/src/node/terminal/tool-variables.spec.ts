import { expect } from 'chai';
import type { ProfileRegion } from '../../common/connection/profile-region';
import { CredentialFreeFiles, environmentVariables, toolVariables, ToolTarget } from './tool-variables';

const BY_NAME: ToolTarget = {
    profile: 'dev',
    region: { name: 'eu-central-1', origin: 'profile' },
    reach: { kind: 'name', fromEnvironment: false }
};
const NAMED = { AWS_PROFILE: 'dev', AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1' };
const PLACE = { url: 'http://127.0.0.1:4711/x', tokenFile: '/t/token', configFile: '/t/config', credentialsFile: '/t/credentials' };
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
const NO_KEYS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' };

describe('the variables by which tools act as a profile', () => {

    const table: readonly (readonly [string, ToolTarget, NodeJS.ProcessEnv, { [name: string]: string }])[] = [
        ['name the profile and its region', BY_NAME, {}, NAMED],
        ['name no region that nobody named', { ...BY_NAME, region: { name: 'us-east-1', origin: 'default' } }, {}, { AWS_PROFILE: 'dev' }],
        ['pass on the region of the environment', { ...BY_NAME, region: { name: 'eu-west-1', origin: 'environment' } }, {},
            { AWS_PROFILE: 'dev', AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' }],
        ['take away inherited keys, which would win', BY_NAME, KEYS, { ...NO_KEYS, ...NAMED }],
        [
            'leave the keys that a profile takes from the environment',
            { ...BY_NAME, reach: { kind: 'name', fromEnvironment: true } },
            KEYS,
            NAMED
        ],
        [
            'take away an inherited web identity, which would win',
            BY_NAME,
            { AWS_ROLE_ARN: 'arn', AWS_WEB_IDENTITY_TOKEN_FILE: '/token' },
            { AWS_ROLE_ARN: '', AWS_WEB_IDENTITY_TOKEN_FILE: '', ...NAMED }
        ],
        ['agree with an older name of the variable', BY_NAME, { AWS_DEFAULT_PROFILE: 'other' }, { ...NAMED, AWS_DEFAULT_PROFILE: 'dev' }],
        [
            'say where the endpoint is, and hide what would be found before it',
            { ...BY_NAME, reach: { kind: 'endpoint', fromEnvironment: false }, place: PLACE },
            { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/host', AWS_CONTAINER_AUTHORIZATION_TOKEN: 'host' },
            {
                ...NAMED, AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '', AWS_CONTAINER_AUTHORIZATION_TOKEN: '',
                AWS_CONTAINER_CREDENTIALS_FULL_URI: PLACE.url, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/t/token',
                AWS_CONFIG_FILE: '/t/config', AWS_SHARED_CREDENTIALS_FILE: '/t/credentials'
            }]
    ];
    for (const [sentence, target, inherited, expected] of table) {
        it(sentence, () => expect(toolVariables(target, inherited)).to.deep.equal(expected));
    }
});

describe('the variables by which tools act as the environment that they inherit', () => {

    const NAMED_REGION: ProfileRegion = { name: 'eu-west-1', origin: 'environment' };
    const REGION = { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' };
    const FILES = { configFile: '/t/config', credentialsFile: '/t/credentials' };
    const WEB_IDENTITY = { AWS_ROLE_ARN: 'arn', AWS_WEB_IDENTITY_TOKEN_FILE: '/token' };

    const table: readonly (readonly [
        string,
        ProfileRegion,
        NodeJS.ProcessEnv,
        CredentialFreeFiles | undefined,
        { [name: string]: string }
    ])[] = [
        ['take no key away, and name no profile', NAMED_REGION, KEYS, undefined, REGION],
        ['take no web identity away', NAMED_REGION, WEB_IDENTITY, undefined, REGION],
        ['name no region that nobody named', { name: 'us-east-1', origin: 'default' }, KEYS, undefined, {}],
        ['name the region that a person chose', { name: 'eu-west-1', origin: 'chosen' }, KEYS, undefined, REGION],
        [
            'take an inherited profile away, which some tools prefer to keys',
            NAMED_REGION,
            { ...KEYS, AWS_PROFILE: 'other', AWS_DEFAULT_PROFILE: 'other' },
            undefined,
            { AWS_PROFILE: '', AWS_DEFAULT_PROFILE: '', ...REGION }
        ],
        [
            'hide what would be found before a container',
            NAMED_REGION,
            {},
            FILES,
            { ...REGION, AWS_CONFIG_FILE: '/t/config', AWS_SHARED_CREDENTIALS_FILE: '/t/credentials' }
        ]
    ];
    for (const [sentence, region, inherited, files, expected] of table) {
        it(sentence, () => expect(environmentVariables(region, inherited, files)).to.deep.equal(expected));
    }
});
