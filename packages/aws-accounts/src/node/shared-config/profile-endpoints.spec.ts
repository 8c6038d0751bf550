import { expect } from 'chai';
import type { ProfileProblem } from '../../common/connection/profile-problem';
import { EndpointSetting } from '../http/endpoint-settings';
import { interpret } from './config-interpretation';
import { parseIni } from './ini/ini-document';
import { callSettings } from './profile-endpoints';

const OWN = 'endpoint_url = http://own\n';
const BOTH = `${OWN}services = local\n`;
const LOCAL = '[services local]\nsts =\n  endpoint_url = http://local-sts\ndynamodb =\n  region = x\n  endpoint_url = nonsense\n';
const GLOBAL = { AWS_ENDPOINT_URL: 'http://env' };
const STS = { AWS_ENDPOINT_URL_STS: 'http://env-sts' };
const IGNORE = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };
const HEED = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' };
const IGNORED = 'ignore_configured_endpoint_urls = True\n';

type Variables = Record<string, string>;

describe('The endpoints of a profile', () => {

    const found = (profile: string, variables: Variables, rest = LOCAL): ReturnType<typeof interpret> =>
        interpret(
            {
                config: parseIni(`[profile p]\n${profile}${rest}[default]\nendpoint_url = http://default\n`),
                credentials: parseIni(''),
                configFile: 'config',
                credentialsFile: 'c'
            },
            undefined,
            EndpointSetting.ofEnvironment(variables)
        );

    /** Endpoints of calls of STS and of Lambda; measured with botocore 1.43 where the AWS CLI 2.9.19 knows none of it. */
    const PRECEDENCE: [what: string, profile: string, variables: Variables, sts: string | undefined, lambda: string | undefined][] = [
        ['none: AWS, whatever the default profile says', '', {}, undefined, undefined],
        ['its own', OWN, {}, 'http://own', 'http://own'],
        ['that of the service wins over its own', BOTH, {}, 'http://local-sts', 'http://own'],
        ['the environment wins over both', BOTH, GLOBAL, 'http://env', 'http://env'],
        ['the environment wins for the service that it names', BOTH, STS, 'http://env-sts', 'http://own'],
        ['in the environment the service wins', BOTH, { ...GLOBAL, ...STS }, 'http://env-sts', 'http://env'],
        ['an empty one is none', 'endpoint_url =\n', {}, undefined, undefined],
        ['the environment can ignore all', BOTH, { ...GLOBAL, ...IGNORE }, undefined, undefined],
        ['the profile can ignore all', `${BOTH}${IGNORED}`, GLOBAL, undefined, undefined],
        ['the environment has the last word on that', `${BOTH}${IGNORED}`, { ...STS, ...HEED }, 'http://env-sts', 'http://own']
    ];
    for (const [what, profile, variables, sts, lambda] of PRECEDENCE) {
        it(`decide: ${what}`, () => {
            const { settings } = found(profile, variables);
            const section = settings.profile('p');
            const endpoints = section && callSettings(section, settings, EndpointSetting.ofEnvironment(variables)).endpoints;
            expect([endpoints?.of('sts').endpoint, endpoints?.of('lambda').endpoint]).to.deep.equal([sts, lambda]);
            expect(endpoints?.of('sts').ignoreConfiguredEndpointUrls).to.equal(true);
        });
    }

    const shown = (profile: string, variables: Variables): unknown =>
        found(profile, variables).profiles.find(({ name }) => name === 'p')?.endpoints;

    it('are shown by host, service and place, without password', () => {
        expect(shown('endpoint_url = https://jo:secret@own:8443/x\nservices = local\n', {})).to.deep.equal([
            { setting: 'endpoint_url', service: 'sts', host: 'local-sts', location: { file: 'config', line: 6 } },
            { setting: 'endpoint_url', service: 'dynamodb', host: '?', location: { file: 'config', line: 9 } },
            { setting: 'endpoint_url', host: 'own:8443', location: { file: 'config', line: 2 } }
        ]);
    });

    const VARIANTS: [profile: string, variables: Variables, options: object][] = [
        ['use_fips_endpoint = true\n', {}, { useFipsEndpoint: true }],
        ['use_dualstack_endpoint = True\n', {}, { useDualstackEndpoint: true }],
        ['use_fips_endpoint = maybe\n', {}, {}],
        ['use_fips_endpoint = true\n', { AWS_USE_FIPS_ENDPOINT: 'false' }, {}],
        ['use_fips_endpoint = true\n', { AWS_USE_DUALSTACK_ENDPOINT: 'true' }, { useFipsEndpoint: true, useDualstackEndpoint: true }],
        ['ignore_configured_endpoint_urls = true\nendpoint_url = http://own\nuse_fips_endpoint = true\n', {}, { useFipsEndpoint: true }]
    ];
    for (const [profile, variables, options] of VARIANTS) {
        it(`are AWS's own in the variant of ${JSON.stringify([profile, variables])}`, () => {
            const { settings } = found(profile, variables, '');
            const section = settings.profile('p');
            expect(section && callSettings(section, settings, EndpointSetting.ofEnvironment(variables)).endpoints.of('sts'))
                .to.deep.equal({ ignoreConfiguredEndpointUrls: true, ...options });
        });
    }

    it('are shown as far as they count', () => {
        expect(shown(BOTH, GLOBAL)).to.equal(undefined);
        expect(shown(`${BOTH}${IGNORED}`, {})).to.equal(undefined);
        expect(shown(OWN, STS)).to.have.length(1);
    });

    const at = (line: number): ProfileProblem['location'] => ({ file: 'config', line });
    const PROBLEMS: [what: string, profile: string, variables: Variables, problem: ProfileProblem | undefined, rest?: string][] = [
        ['no address', 'endpoint_url = nonsense\n', {}, { kind: 'invalidEndpoint', location: at(2) }],
        ['a host without a scheme', 'endpoint_url = localhost:4566\n', {}, { kind: 'invalidEndpoint', location: at(2) }],
        ['no web address', 'endpoint_url = ftp://own\n', {}, { kind: 'invalidEndpoint', location: at(2) }],
        ['no address for a service that is called', 'services = local\n', {}, { kind: 'invalidEndpoint', service: 'sts', location: at(5) },
            '[services local]\nsts =\n  endpoint_url = nonsense\n'],
        ['no services section of this name', 'services = gone\n', {}, { kind: 'servicesNotFound', name: 'gone', location: at(2) }],
        ['no address, and nobody looks', 'endpoint_url = nonsense\nservices = gone\n', GLOBAL, undefined],
        ['no address, and it is ignored', `endpoint_url = nonsense\n${IGNORED}`, {}, undefined],
        ['no address for a service that only others call', 'services = local\n', {}, undefined]
    ];
    for (const [what, profile, variables, problem, rest] of PROBLEMS) {
        it(`are${problem ? '' : ' no'} trouble: ${what}`, () => {
            const keys = 'aws_access_key_id = AKIA\naws_secret_access_key = secret\n';
            const connection = found(
                profile,
                variables,
                (rest && `${rest}[profile p]\n${keys}`) || `${LOCAL}[profile p]\n${keys}`
            ).profiles.find(({ name }) => name === 'p');
            expect(connection?.problem).to.deep.equal(problem);
        });
    }
});
