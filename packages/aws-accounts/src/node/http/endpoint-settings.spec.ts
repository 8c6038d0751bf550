import { expect } from 'chai';
import { EndpointSetting } from './endpoint-settings';

const GLOBAL = { setting: 'AWS_ENDPOINT_URL', host: 'localhost:4566' };
const OIDC = { setting: 'AWS_ENDPOINT_URL_SSO_OIDC', host: 'oidc.corp', service: 'sso_oidc' };
const STS = { setting: 'AWS_ENDPOINT_URL_STS', host: 'sts.corp', service: 'sts' };
const V_GLOBAL = { AWS_ENDPOINT_URL: 'http://localhost:4566' };
const V_OIDC = { AWS_ENDPOINT_URL_SSO_OIDC: 'https://oidc.corp' };
const V_STS = { AWS_ENDPOINT_URL_STS: 'https://sts.corp/path' };

describe('what is told of the endpoints in the environment', () => {
    const TABLE: readonly (readonly [string, Record<string, string>, unknown])[] = [
        ['none', { HOME: '/home/jo' }, undefined],
        ['one for all services', V_GLOBAL, { all: [GLOBAL], signIn: GLOBAL }],
        ['one for another service: sign-in goes to AWS', V_STS, { all: [STS] }],
        ['that of sign-in wins', { ...V_GLOBAL, ...V_OIDC }, { all: [GLOBAL, OIDC], signIn: OIDC }],
        ['an empty one counts as none', { AWS_ENDPOINT_URL: '' }, undefined],
        ['ignored as a whole', { ...V_GLOBAL, ...V_OIDC, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'True' }, undefined],
        ['user name and password stay out', { AWS_ENDPOINT_URL: 'https://jo:secret@proxy.corp/x' }, {
            all: [{ setting: 'AWS_ENDPOINT_URL', host: 'proxy.corp' }], signIn: { setting: 'AWS_ENDPOINT_URL', host: 'proxy.corp' }
        }],
        ['what is no address is not repeated', { AWS_ENDPOINT_URL_STS: 'nonsense' }, { all: [{ ...STS, host: '?' }] }],
        ['what has no scheme is none', { AWS_ENDPOINT_URL_STS: 'localhost:4566' }, { all: [{ ...STS, host: '?' }] }]
    ];
    for (const [what, variables, expected] of TABLE) {
        it(what, () => expect(EndpointSetting.shownOfEnvironment(EndpointSetting.ofEnvironment(variables))).to.deep.equal(expected));
    }
});
