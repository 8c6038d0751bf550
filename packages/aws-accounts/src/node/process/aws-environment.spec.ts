import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { ProcessAwsEnvironment } from './aws-environment';

class Environment extends ProcessAwsEnvironment {

    constructor(override readonly variables: NodeJS.ProcessEnv) {
        super();
    }
}

type Part = 'home' | 'configFile' | 'credentialsFile' | 'ssoCacheFolder' | 'loginCacheFolder' | 'region';

/** The home folder of root on this machine. */
const ROOT_HOME = /^root:(?:[^:\n]*:){4}([^:\n]*)/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[1];

describe('The environment', () => {

    const CASES: [what: string, variables: NodeJS.ProcessEnv, part: Part, value: string | undefined][] = [
        ['the home folder of the process', {}, 'home', homedir()],
        ['HOME', { HOME: '/h', USERPROFILE: '/p' }, 'home', '/h'],
        ['USERPROFILE where there is no HOME', { USERPROFILE: '/p' }, 'home', '/p'],
        ['the usual config file', { HOME: '/h' }, 'configFile', '/h/.aws/config'],
        ['AWS_CONFIG_FILE', { HOME: '/h', AWS_CONFIG_FILE: '/c' }, 'configFile', '/c'],
        ['a relative AWS_CONFIG_FILE', { HOME: '/h', AWS_CONFIG_FILE: 'c' }, 'configFile', resolve('c')],
        ['an empty AWS_CONFIG_FILE as none', { HOME: '/h', AWS_CONFIG_FILE: '' }, 'configFile', '/h/.aws/config'],
        ['~ in AWS_CONFIG_FILE', { HOME: '/h', AWS_CONFIG_FILE: '~/c' }, 'configFile', '/h/c'],
        ['$HOME in AWS_CONFIG_FILE', { HOME: '/h', AWS_CONFIG_FILE: '$HOME/custom/config' }, 'configFile', '/h/custom/config'],
        ['${HOME} in AWS_SHARED_CREDENTIALS_FILE', { HOME: '/h', AWS_SHARED_CREDENTIALS_FILE: '${HOME}/k' }, 'credentialsFile', '/h/k'],
        ['~root in AWS_CONFIG_FILE', { HOME: '/h', AWS_CONFIG_FILE: '~root/c' }, 'configFile', `${ROOT_HOME}/c`],
        ['the usual cache of aws login', { HOME: '/h' }, 'loginCacheFolder', `${homedir()}/.aws/login/cache`],
        ['AWS_LOGIN_CACHE_DIRECTORY', { HOME: '/h', AWS_LOGIN_CACHE_DIRECTORY: '~/$X' , X: 'l' }, 'loginCacheFolder', '/h/l'],
        [
            'an empty AWS_LOGIN_CACHE_DIRECTORY as none', { AWS_LOGIN_CACHE_DIRECTORY: '' }, 'loginCacheFolder',
            `${homedir()}/.aws/login/cache`
        ],
        ['AWS_SHARED_CREDENTIALS_FILE', { HOME: '/h', AWS_SHARED_CREDENTIALS_FILE: '~/k' }, 'credentialsFile', '/h/k'],
        ['the SSO cache, which no variable moves', { HOME: '/h', AWS_CONFIG_FILE: '/c' }, 'ssoCacheFolder', '/h/.aws/sso/cache'],
        ['AWS_REGION', { AWS_REGION: 'a', AWS_DEFAULT_REGION: 'b' }, 'region', 'a'],
        ['AWS_DEFAULT_REGION', { AWS_DEFAULT_REGION: 'b' }, 'region', 'b'],
        ['no region', { AWS_REGION: '' }, 'region', undefined]
    ];

    for (const [what, variables, part, value] of CASES) {
        it(`has ${what}`, () => {
            expect(new Environment(variables)[part]).to.equal(value);
        });
    }
});
