import { expect } from 'chai';
import { AwsHost } from './aws-host';

describe('AwsHost', () => {

    for (const host of [
        'sts.amazonaws.com', 'oidc.us-east-1.amazonaws.com', 'portal.sso.eu-west-1.api.aws', 'sts.cn-north-1.amazonaws.com.cn',
        'oidc.eusc-de-east-1.amazonaws.eu',
        'sts.us-iso-east-1.c2s.ic.gov', 'view.awsapps.com', 'ssoins-1.portal.eu-west-1.app.aws', 'eu-west-1.signin.aws.amazon.com',
        'signin.amazonaws-us-gov.com',
        'Console.AWS.Amazon.com', 'us-east-1.oauth.signin.aws'
    ]) {
        it(`knows ${host}`, () => expect(AwsHost.is(host)).to.equal(true));
    }

    for (const host of [
        'amazon.com', 'www.amazon.com', 'amazonaws.com.example.org', 'xamazonaws.com', 'localhost', '127.0.0.1', 'aws.example.com'
    ]) {
        it(`leaves ${host} alone`, () => expect(AwsHost.is(host)).to.equal(false));
    }

    const regional: [host: string, region: string | undefined, suffix?: string][] = [
        ['oidc.us-east-1.amazonaws.com', 'us-east-1', 'amazonaws.com'],
        ['portal.sso-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1', 'amazonaws.com'],
        ['portal.sso.eu-central-1.api.aws', 'eu-central-1', 'amazonaws.com'],
        ['sts-fips.us-east-2.api.aws', 'us-east-2', 'amazonaws.com'],
        ['sts.cn-northwest-1.api.amazonwebservices.com.cn', 'cn-northwest-1', 'amazonaws.com.cn'],
        ['oidc.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1', 'amazonaws.eu'],
        ['sts.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1', 'sc2s.sgov.gov'],
        ['sts.amazonaws.com', undefined],
        ['view.awsapps.com', undefined]
    ];
    for (const [host, region, suffix] of regional) {
        it(`reads ${region ?? 'no region'} in ${host}`, () => {
            expect(AwsHost.regional(host)).to.deep.equal(region === undefined ? undefined : { region, suffix });
        });
    }
});
