import { expect } from 'chai';
import { interpret } from '../shared-config/config-interpretation';
import { parseIni } from '../shared-config/ini/ini-document';
import { CONFIDENTIAL_KEYS } from '../shared-config/secret-keys';
import { knownSecrets } from './known-secrets';

describe('the secrets that are known on this machine', () => {
    const rows: readonly (readonly [
        sentence: string,
        config: string,
        variables: { [name: string]: string },
        proxy: string | undefined,
        expected: string[]
    ])[] = [
        ['are keys in the files', '[profile a]\nregion = eu-west-1\naws_secret_access_key = hidden1', {}, undefined, ['hidden1']],
        [
            'are all that is secret in a profile, or may be',
            `[profile a]\n${CONFIDENTIAL_KEYS.map((key, index) => `${key} = hidden${index}`).join('\n')}`,
            {},
            undefined,
            CONFIDENTIAL_KEYS.map((_key, index) => `hidden${index}`)
        ],
        ['are variables that say so by their name', '', { GIT_TOKEN: 'hidden1', AWS_REGION: 'eu-west-1' }, undefined, ['hidden1']],
        ['are the password of the proxy, as it is written and as it is meant', '', {}, 'http://jo:a%26b@proxy:1', ['a%26b', 'a&b']],
        ['are the password of a proxy without a scheme', '', { https_proxy: 'jo:hidden1@proxy:1' }, undefined, ['hidden1', 'hidden1']],
        ['are a password with an @ in it', '', { HTTPS_PROXY: 'http://jo:hid@den1@proxy:1' }, undefined, ['hid@den1', 'hid@den1']],
        [
            'are the password of an endpoint',
            '[profile a]\nendpoint_url = https://jo:hidden1@host',
            { AWS_ENDPOINT_URL_STS: 'https://jo:hidden2@host' },
            undefined,
            ['hidden1', 'hidden1', 'hidden2', 'hidden2']
        ],
        [
            'are the password of an endpoint for one service',
            '[profile a]\nservices = s\n[services s]\nsts =\n  endpoint_url = https://jo:hidden1@host',
            {},
            undefined,
            ['hidden1', 'hidden1']
        ],
        [
            'are nothing of an address without a password',
            '[profile a]\nendpoint_url = https://host:1',
            { PATH: '/bin:/usr/bin', HTTP_PROXY: 'http://proxy:1' },
            undefined,
            []
        ]
    ];
    for (const [sentence, config, variables, proxy, expected] of rows) {
        it(sentence, () => {
            const shared = interpret(
                { config: parseIni(config), credentials: parseIni(''), configFile: 'config', credentialsFile: 'credentials' },
                undefined
            );
            expect(knownSecrets(shared, variables, proxy)).to.deep.equal(expected);
        });
    }
});
