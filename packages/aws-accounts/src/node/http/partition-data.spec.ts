import { expect } from 'chai';
import { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { AwsPartitions } from '../../common/region/aws-partitions';
import { oidcEndpoint } from '../sso/flow/oidc-endpoint';
import { ConsoleHosts } from './console-hosts';
import { PartitionData } from './partition-data';

describe('PartitionData', () => {

    const regions: [region: string, data: PartitionData][] = [
        ['eu-central-1', { id: 'aws', dnsSuffix: 'amazonaws.com', defaultRegion: 'us-east-1' }],
        ['eu-west-9', { id: 'aws', dnsSuffix: 'amazonaws.com', defaultRegion: 'us-east-1' }],
        ['us-gov-east-1', { id: 'aws-us-gov', dnsSuffix: 'amazonaws.com', defaultRegion: 'us-gov-west-1' }],
        ['cn-north-1', { id: 'aws-cn', dnsSuffix: 'amazonaws.com.cn', defaultRegion: 'cn-northwest-1' }],
        ['cn-south-9', { id: 'aws-cn', dnsSuffix: 'amazonaws.com.cn', defaultRegion: 'cn-northwest-1' }],
        ['eusc-de-east-1', { id: 'aws-eusc', dnsSuffix: 'amazonaws.eu', defaultRegion: 'eusc-de-east-1' }],
        ['eusc-de-west-2', { id: 'aws-eusc', dnsSuffix: 'amazonaws.eu', defaultRegion: 'eusc-de-east-1' }],
        ['us-iso-east-1', { id: 'aws-iso', dnsSuffix: 'c2s.ic.gov', defaultRegion: 'us-iso-east-1' }],
        ['us-isob-east-1', { id: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', defaultRegion: 'us-isob-east-1' }]
    ];
    for (const [region, data] of regions) {
        it(`puts ${region} into ${data.id}`, async () => {
            expect(PartitionData.ofRegion(region)).to.deep.equal(data);
            expect((await oidcEndpoint(new SSOOIDCClient({ region }))).hostname).to.equal(`oidc.${region}.${data.dnsSuffix}`);
        });
    }

    it('knows every partition of the hints by its name and its ARNs', () => {
        for (const { id } of AwsPartitions.ALL) {
            expect(PartitionData.ofId(id)?.id).to.equal(id);
            expect(PartitionData.ofArn(`arn:${id}:iam::111122223333:role/R`)?.id).to.equal(id);
        }
    });

    for (const arn of ['', 'arn', 'arn:mars:iam::111122223333:role/R', 'arn:constructor:iam::1:role/R', 'xarn:aws:iam::1:role/R']) {
        it(`knows no partition of ${JSON.stringify(arn)}`, () => expect(PartitionData.ofArn(arn)).to.equal(undefined));
    }

    const pages: [host: string, is: boolean][] = [
        ['device.sso.eu-central-1.amazonaws.com', true],
        ['device.sso.cn-north-1.amazonaws.com.cn', true],
        ['device.sso.eusc-de-east-1.amazonaws.eu', true],
        ['device.sso.us-iso-east-1.c2s.ic.gov', true],
        ['device.sso.eu-west-9.amazonaws.com', true],
        ['device.sso.mars-1.amazonaws.com', false],
        ['device.sso.eusc-de-east-1.amazonaws.com', false],
        ['device.sso.eu-central-1.amazonaws.com.cn', false],
        ['device.sso.eu-central-1.amazonaws.com.evil.example', false],
        ['x.device.sso.eu-central-1.amazonaws.com', false]
    ];
    for (const [host, is] of pages) {
        it(`${is ? 'takes' : 'does not take'} ${host} for the page that asks for a code`, () => expect(PartitionData.isDevicePage(host))
            .to.equal(is));
    }
});

describe('ConsoleHosts', () => {

    const consoles: [region: string, federation: string, console: string][] = [
        ['eu-central-1', 'signin.aws.amazon.com', 'console.aws.amazon.com'],
        ['us-gov-east-1', 'signin.amazonaws-us-gov.com', 'console.amazonaws-us-gov.com'],
        ['cn-north-1', 'signin.amazonaws.cn', 'console.amazonaws.cn'],
        ['eusc-de-east-1', 'eusc-de-east-1.signin.amazonaws-eusc.eu', 'console.amazonaws-eusc.eu'],
        ['us-iso-west-1', 'us-iso-east-1.signin.c2shome.ic.gov', 'console.c2shome.ic.gov'],
        ['us-isob-east-1', 'us-isob-east-1.signin.sc2shome.sgov.gov', 'console.sc2shome.sgov.gov']
    ];
    for (const [region, federation, console] of consoles) {
        it(`are ${federation} and ${console} for the partition of ${region}`, async () => {
            expect(await ConsoleHosts.of(PartitionData.ofRegion(region))).to.deep.include({ federation, console });
        });
    }
});
