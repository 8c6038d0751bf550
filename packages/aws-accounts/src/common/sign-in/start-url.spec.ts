import { expect } from 'chai';
import { StartUrl, StartUrlVerdict } from './start-url';

const corp = 'https://my-corp.awsapps.com/start';
const valid = (startUrl: string, more: { region?: string; unknownHost?: boolean } = {}): StartUrlVerdict =>
    ({ kind: 'valid', startUrl, region: more.region, unknownHost: more.unknownHost ?? false });

describe('StartUrl', () => {

    const verdicts: [input: string, verdict: StartUrlVerdict][] = [
        [corp, valid(corp)],
        [`${corp}/`, valid(corp)],
        [`${corp}//`, valid(corp)],
        [`${corp}#`, valid(corp)],
        [`${corp}#/`, valid(corp)],
        [`${corp}/#/`, valid(corp)],
        [`${corp}/#/?tab=accounts`, valid(corp)],
        [`  ${corp}\t\n`, valid(corp)],
        ['HTTPS://My-Corp.AwsApps.com/start', valid(corp)],
        ['my-corp.awsapps.com/start', valid(corp)],
        ['my-corp.awsapps.com:443/start', valid(corp)],
        ['https://d-1234567890.awsapps.com/start', valid('https://d-1234567890.awsapps.com/start')],
        [
            'https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws',
            valid('https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws', { region: 'eu-west-1' })
        ],
        ['https://ssoins-0123456789abcdef.portal.mars-1.app.aws/', valid('https://ssoins-0123456789abcdef.portal.mars-1.app.aws')],
        ...[
            'ssoins-1.portal.REGION.app.aws', 'ssoins-1.REGION.portal.amazonaws.com', 'ssoins-1.REGION.portal.amazonaws.com.cn',
            'ssoins-1.portal.REGION.app.amazonwebservices.com.cn', 'ssoins-1.REGION.portal.amazonaws.eu',
            'ssoins-1.portal.REGION.api.amazonwebservices.eu'
        ].flatMap(form => ['us-east-1', 'cn-northwest-1', 'eusc-de-east-1', 'eu-west-9'].map((region): [string, StartUrlVerdict] => {
            const startUrl = `https://${form.replace('REGION', region)}`;
            return [`${startUrl}/#/`, valid(startUrl, { region })];
        })),
        ['https://portal.eu-west-1.app.aws', valid('https://portal.eu-west-1.app.aws')],
        ['https://ssoins-1.portal.EU-WEST-1.app.aws', valid('https://ssoins-1.portal.eu-west-1.app.aws', { region: 'eu-west-1' })],
        [
            'https://ssoins-1.eu-west-1.portal.amazonaws.com.evil.example',
            valid('https://ssoins-1.eu-west-1.portal.amazonaws.com.evil.example', { unknownHost: true })
        ],
        [
            'https://identitycenter.amazonaws.com/ssoins-0123456789abcdef',
            valid('https://identitycenter.amazonaws.com/ssoins-0123456789abcdef')
        ],
        [
            'https://start.us-gov-home.awsapps.com/directory/d-1234567890',
            valid('https://start.us-gov-home.awsapps.com/directory/d-1234567890')
        ],
        ['https://start.home.awsapps.cn/directory/d-1234567890/', valid('https://start.home.awsapps.cn/directory/d-1234567890')],
        ['https://aws.my-corp.example/login', valid('https://aws.my-corp.example/login', { unknownHost: true })],
        ['https://awsapps.com.evil.example/start', valid('https://awsapps.com.evil.example/start', { unknownHost: true })],
        ['https://evil-awsapps.com/start', valid('https://evil-awsapps.com/start', { unknownHost: true })],
        ['http://127.0.0.1:4711/start', valid('http://127.0.0.1:4711/start', { unknownHost: true })],
        ['http://localhost:4711/start/', valid('http://localhost:4711/start', { unknownHost: true })],
        ['http://[::1]:4711/start', valid('http://[::1]:4711/start', { unknownHost: true })],
        ['https://my-corp.awsapps.com', { kind: 'wrongPath', suggestion: corp }],
        ['https://my-corp.awsapps.com/console', { kind: 'wrongPath', suggestion: corp }],
        ['https://my-corp.awsapps.com/start/extra', { kind: 'wrongPath', suggestion: corp }],
        ['htp://my-corp.awsapps.com/start', { kind: 'wrongScheme', scheme: 'htp' }],
        ['htp://x', { kind: 'wrongScheme', scheme: 'htp' }],
        ['http://my-corp.awsapps.com/start', { kind: 'wrongScheme', scheme: 'http' }],
        ['http://localhost.evil.example/start', { kind: 'wrongScheme', scheme: 'http' }],
        ['javascript:alert(1)', { kind: 'wrongScheme', scheme: 'javascript' }],
        ['https://view.awsapps.com/start/#/', { kind: 'builderId' }],
        ['', { kind: 'empty' }],
        ['   ', { kind: 'empty' }],
        ['my corp', { kind: 'notAUrl' }],
        ['corp', { kind: 'notAUrl' }],
        ['https://', { kind: 'notAUrl' }]
    ];
    for (const [input, verdict] of verdicts) {
        it(`reads ${JSON.stringify(input)} as ${verdict.kind}${'startUrl' in verdict ? ` ${verdict.startUrl}` : ''}`, () => {
            expect(StartUrl.check(input)).to.deep.equal(verdict);
        });
    }

    it('says the same of an address that it has made itself', () => {
        for (const [, verdict] of verdicts) {
            if (verdict.kind === 'valid') {
                expect(StartUrl.check(verdict.startUrl)).to.deep.equal(verdict);
            }
        }
    });

    const names: [startUrl: string, name: string][] = [
        [corp, 'my-corp'],
        ['https://d-1234567890.awsapps.com/start', 'd-1234567890'],
        ['https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws', 'ssoins-0123456789abcdef'],
        ['https://identitycenter.amazonaws.com/ssoins-0123456789abcdef', 'ssoins-0123456789abcdef'],
        ['https://start.us-gov-home.awsapps.com/directory/d-1234567890', 'd-1234567890'],
        ['http://127.0.0.1:4711/start', '127'],
        ['https://start.example/', 'sso'],
        ['no address', 'sso']
    ];
    for (const [startUrl, name] of names) {
        it(`proposes the name ${name} for ${startUrl}`, () => expect(StartUrl.proposeName(startUrl)).to.equal(name));
    }
});
