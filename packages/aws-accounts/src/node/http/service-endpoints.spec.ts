import { expect } from 'chai';
import { EndpointSetting } from './endpoint-settings';
import { ServiceEndpoints } from './service-endpoints';

describe('Which of AWS\'s own addresses is meant', () => {

    it('is said by the environment for calls of no profile', () => {
        const of = (variables: NodeJS.ProcessEnv): unknown =>
            ServiceEndpoints.ofEnvironment(EndpointSetting.ofEnvironment(variables)).of('sts');
        expect(of({})).to.deep.equal({ ignoreConfiguredEndpointUrls: true });
        expect(of({ AWS_USE_FIPS_ENDPOINT: 'TRUE', AWS_USE_DUALSTACK_ENDPOINT: 'no' }))
            .to.deep.equal({ ignoreConfiguredEndpointUrls: true, useFipsEndpoint: true });
        expect(
            of({ AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true', AWS_USE_DUALSTACK_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'https://x.example' })
        )
            .to.deep.equal({ ignoreConfiguredEndpointUrls: true, useDualstackEndpoint: true });
    });

    it('does not count where an endpoint is configured, since AWS has no variants of that', () => {
        const setting = { setting: 'endpoint_url', value: 'https://x.example' };
        expect(new ServiceEndpoints([[setting]], { fips: true }).of('sts'))
            .to.deep.equal({ endpoint: 'https://x.example', ignoreConfiguredEndpointUrls: true });
    });
});
