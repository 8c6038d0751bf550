import { readFileSync } from 'node:fs';
import { partition as findPartition } from '@aws-sdk/core/client';
import { expect } from 'chai';
import { AwsPartitions } from './aws-partitions';
import { AwsRegion } from './aws-region';

const sdkPartition = findPartition as (region: string) => ReturnType<typeof findPartition> & { readonly implicitGlobalRegion: string };

describe('AwsPartitions', () => {

    for (const { id, regions } of AwsPartitions.ALL) {
        it(`puts every region of ${id} where the SDK puts it`, () => {
            expect(regions.map(region => sdkPartition(region).name)).to.deep.equal(regions.map(() => id));
            expect(regions.map(region => AwsPartitions.regionName(region))).to.deep.equal(
                regions.map(region => (sdkPartition(region) as { description?: string }).description)
            );
        });
    }

    it('leaves out no region that the SDK knows by name', () => {
        const source = readFileSync(require.resolve('@aws-sdk/core/client'), 'utf8');
        const known = [...source.matchAll(/"([a-z]+(?:-[a-z]+)+-\d+)": \{\s*"description"/g)].map(([, region]) => region);
        expect(known.length).to.be.greaterThan(40);
        expect([...known].sort()).to.deep.equal(AwsPartitions.regions().sort());
    });

    it('has each region once', () => {
        const regions = AwsPartitions.regions();
        expect(new Set(regions).size).to.equal(regions.length);
        expect(regions.filter(region => !AwsRegion.isWellFormed(region))).to.deep.equal([]);
        expect(sdkPartition('').implicitGlobalRegion).to.equal(AwsPartitions.DEFAULT_REGION);
    });

    const hosts: [host: string, isPortal: boolean, isSignIn: boolean][] = [
        ['my-corp.awsapps.com', true, true],
        ['my-corp.awsapps.cn', true, true],
        ['start.us-gov-home.awsapps.com', true, true],
        ['ssoins-1.portal.eu-west-1.app.aws', true, true],
        ['ssoins-1.eu-west-1.portal.amazonaws.com', true, true],
        ['ssoins-1.portal.cn-north-1.app.amazonwebservices.com.cn', true, true],
        ['ssoins-1.cn-north-1.portal.amazonaws.com.cn', true, true],
        ['ssoins-1.eusc-de-east-1.portal.amazonaws.eu', true, true],
        ['ssoins-1.portal.eusc-de-east-1.api.amazonwebservices.eu', true, true],
        ['abc.execute-api.eusc-de-east-1.api.amazonwebservices.eu', true, false],
        ['identitycenter.us-gov.amazonaws.com', true, true],
        ['identitycenter.amazonaws.com', true, true],
        ['bucket.s3.amazonaws.com', false, false],
        ['abc.lambda-url.eu-central-1.on.aws', false, false],
        ['awsapps.com.evil.example', false, false],
        ['evilawsapps.com', false, false]
    ];
    for (const [host, isPortal, isSignIn] of hosts) {
        it(`${isPortal ? 'takes' : 'does not take'} ${host} for a portal, and ${isSignIn ? 'lets' : 'does not let'} people `
            + 'sign in there', () => {
            expect(AwsPartitions.isPortalHost(host)).to.equal(isPortal);
            expect(AwsPartitions.isSignInPortal(host)).to.equal(isSignIn);
        });
    }
});
