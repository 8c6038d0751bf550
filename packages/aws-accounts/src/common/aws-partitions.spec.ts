import { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { partition as sdkPartition } from '@aws-sdk/core/client';
import { expect } from 'chai';
import { oidcEndpoint } from '../node/sso/flow/oidc-endpoint';
import { AwsPartitions } from './aws-partitions';

describe('AwsPartitions', () => {

    for (const { id, regions, defaultRegion, dnsSuffix } of AwsPartitions.ALL) {
        it(`puts every region of ${id} where the SDK puts it`, () => {
            expect(regions.map(region => sdkPartition(region).name)).to.deep.equal(regions.map(() => id));
            expect(regions.map(region => AwsPartitions.regionName(region))).to.deep.equal(
                regions.map(region => (sdkPartition(region) as { description?: string }).description)
            );
            expect(sdkPartition(defaultRegion).dnsSuffix).to.equal(dnsSuffix);
            expect(regions).to.include(defaultRegion);
        });

        it(`names the host at which the SDK finds SSO-OIDC in ${id}`, async () => {
            const endpoint = await oidcEndpoint(new SSOOIDCClient({ region: defaultRegion }));
            expect(endpoint.href).to.equal(`https://oidc.${defaultRegion}.${dnsSuffix}/`);
        });
    }

    it('has each region once', () => {
        const regions = AwsPartitions.regions();
        expect(new Set(regions).size).to.equal(regions.length);
        expect(AwsPartitions.isRegion('eu-central-1')).to.equal(true);
        expect(AwsPartitions.isRegion('eu-center-1')).to.equal(false);
    });

    const hosts: [host: string, isPortal: boolean, isSignIn: boolean][] = [
        ['my-corp.awsapps.com', true, true],
        ['my-corp.awsapps.cn', true, true],
        ['start.us-gov-home.awsapps.com', true, true],
        ['ssoins-1.portal.eu-west-1.app.aws', true, true],
        ['identitycenter.amazonaws.com', true, true],
        ['device.sso.eu-central-1.amazonaws.com', false, true],
        ['device.sso.cn-north-1.amazonaws.com.cn', false, true],
        ['device.sso.mars-1.amazonaws.com', false, false],
        ['bucket.s3.amazonaws.com', false, false],
        ['abc.lambda-url.eu-central-1.on.aws', false, false],
        ['awsapps.com.evil.example', false, false],
        ['evilawsapps.com', false, false]
    ];
    for (const [host, isPortal, isSignIn] of hosts) {
        it(`${isPortal ? 'takes' : 'does not take'} ${host} for a portal, and ${isSignIn ? 'lets' : 'does not let'} people sign in there`, () => {
            expect(AwsPartitions.isPortalHost(host)).to.equal(isPortal);
            expect(AwsPartitions.isSignInHost(host)).to.equal(isSignIn);
        });
    }
});
