import { expect } from 'chai';
import { EndpointSetting } from '../../http/endpoint-settings';
import { interpret } from '../../shared-config/config-interpretation';
import { parseIni } from '../../shared-config/ini/ini-document';
import type { IamProfileConnection } from '../../../common/connection/aws-connection';
import { environmentCallSettings, environmentConnection } from './environment-connection';
import type { Variables } from './environment-origin';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret-value' };
const WEB = { AWS_WEB_IDENTITY_TOKEN_FILE: '/secret-token', AWS_ROLE_ARN: 'arn:secret-role' };
const CONTAINER = { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/secret-path' };
const METADATA = { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://secret-host' };
const CONFIG = '[default]\nregion = eu-west-1\n[profile ops]\nregion = eu-north-1\n';

function connectionOf(variables: Variables, config = ''): IamProfileConnection | undefined {
    const documents = { config: parseIni(config), credentials: parseIni(''), configFile: 'config', credentialsFile: 'credentials' };
    return environmentConnection(variables, interpret(documents, undefined).settings);
}

describe('the connection of the environment', () => {

    type Kind = string | undefined;
    const KINDS: readonly (readonly [sentence: string, variables: Variables, kind: Kind, named?: readonly string[]])[] = [
        ['no variables', {}, undefined],
        ['a region alone', { AWS_REGION: 'eu-west-1' }, undefined],
        ['a profile alone', { AWS_PROFILE: 'ops' }, undefined],
        ['keys', KEYS, 'keys', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']],
        [
            'temporary keys',
            { ...KEYS, AWS_SESSION_TOKEN: 'secret-session' },
            'keys',
            ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
        ],
        ['empty keys', { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }, undefined],
        ['a secret without its key, which the AWS CLI does not look at', { AWS_SECRET_ACCESS_KEY: 's' }, undefined],
        ['a web identity', WEB, 'webIdentity', ['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN']],
        ['a container', CONTAINER, 'container', ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI']],
        [
            'a whole address and a token file',
            { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://localhost', AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/secret' },
            'container',
            ['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE']
        ],
        ['a token for no container', { AWS_CONTAINER_AUTHORIZATION_TOKEN: 'secret' }, undefined],
        ['a metadata service', METADATA, 'instance', ['AWS_EC2_METADATA_SERVICE_ENDPOINT']],
        ['Cloud9', { C9_PROJECT: 'p' }, 'instance', ['C9_PROJECT']],
        ['a metadata service that is switched off', { ...METADATA, AWS_EC2_METADATA_DISABLED: 'True' }, undefined],
        [
            'keys before everything else',
            { ...METADATA, ...CONTAINER, ...WEB, ...KEYS },
            'keys',
            ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
        ],
        [
            'a web identity before a container',
            { ...METADATA, ...CONTAINER, ...WEB },
            'webIdentity',
            ['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN']
        ],
        ['a container before an instance', { ...METADATA, ...CONTAINER }, 'container', ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI']]
    ];

    for (const [sentence, variables, kind, named] of KINDS) {
        it(`is ${kind ?? 'not there'}: ${sentence}`, () => {
            const connection = connectionOf(variables);
            expect([connection?.environment?.kind, connection?.environment?.variables, connection?.problem]).to.deep.equal([
                kind,
                named,
                undefined
            ]);
            expect(JSON.stringify(connection ?? {})).not.to.contain('secret');
        });
    }

    const PROBLEMS: readonly (readonly [Variables, string])[] = [
        [{ AWS_ACCESS_KEY_ID: 'AKIA' }, 'AWS_SECRET_ACCESS_KEY'],
        [{ AWS_WEB_IDENTITY_TOKEN_FILE: '/token' }, 'AWS_ROLE_ARN']
    ];

    for (const [variables, key] of PROBLEMS) {
        it(`cannot be used without ${key}`, () => expect(connectionOf(variables)?.problem).to.deep.equal({ kind: 'missingKey', key }));
    }

    const REGIONS: readonly (readonly [sentence: string, variables: Variables, region: IamProfileConnection['region']])[] = [
        ['AWS_REGION', { AWS_REGION: 'ca-west-1', AWS_DEFAULT_REGION: 'sa-east-1' }, { name: 'ca-west-1', origin: 'environment' }],
        ['AWS_DEFAULT_REGION', { AWS_DEFAULT_REGION: 'sa-east-1' }, { name: 'sa-east-1', origin: 'environment' }],
        ['the default profile', {}, { name: 'eu-west-1', origin: 'profile', profile: 'default' }],
        ['the profile that the environment names', { AWS_PROFILE: 'ops' }, { name: 'eu-north-1', origin: 'profile', profile: 'ops' }],
        ['nowhere', { AWS_PROFILE: 'gone' }, { name: 'us-east-1', origin: 'default' }]
    ];

    for (const [sentence, variables, region] of REGIONS) {
        it(`has its region from ${sentence}`, () => expect(connectionOf({ ...KEYS, ...variables }, CONFIG)?.region).to.deep.equal(region));
    }

    const FILES =
        '[default]\nendpoint_url = http://default\nca_bundle = /default.pem\n' +
        '[profile ops]\nservices = local\n[services local]\nsts =\n  endpoint_url = http://user:word@ops-sts\n';
    const ENDPOINTS: readonly (readonly [
        sentence: string,
        variables: Variables,
        endpoint: string | undefined,
        host: string | undefined,
        caBundle?: string
    ])[] = [
        ['as the default profile says', {}, 'http://default', 'default', '/default.pem'],
        ['as the profile says that the environment names', { AWS_PROFILE: 'ops' }, 'http://user:word@ops-sts', 'ops-sts'],
        ['as the environment says, before the profile', { AWS_ENDPOINT_URL: 'http://env' }, 'http://env', undefined, '/default.pem'],
        ['to AWS, where no endpoint counts', { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, undefined, undefined, '/default.pem'],
        ['to AWS, where the profile is not there', { AWS_PROFILE: 'gone' }, undefined, undefined]
    ];

    for (const [sentence, variables, endpoint, host, caBundle] of ENDPOINTS) {
        it(`sends its calls ${sentence}, and shows the host`, () => {
            const { settings } = interpret(
                { config: parseIni(FILES), credentials: parseIni(''), configFile: 'config', credentialsFile: 'credentials' },
                undefined
            );
            const all = { ...KEYS, ...variables };
            const call = environmentCallSettings(all, settings, EndpointSetting.ofEnvironment(all));
            expect([call.endpoints.of('sts').endpoint, call.caBundle]).to.deep.equal([endpoint, caBundle]);
            const connection = environmentConnection(all, settings, EndpointSetting.ofEnvironment(all));
            expect(connection?.endpoints?.map(shown => shown.host)).to.deep.equal(host && [host]);
            expect(JSON.stringify(connection)).not.to.contain('word');
        });
    }
});
