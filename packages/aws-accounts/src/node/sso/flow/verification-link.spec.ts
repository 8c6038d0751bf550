import { expect } from 'chai';
import { isPageOfAws } from './verification-link';

describe('isPageOfAws', () => {

    const known = ['oidc.eu-central-1.amazonaws.com', 'aws.my-corp.example', '127.0.0.1'];
    const rows: [link: string, isPage: boolean][] = [
        ['https://device.sso.eu-central-1.amazonaws.com/?user_code=ABCD-EFGH', true],
        ['https://view.awsapps.com/start/#/device?user_code=ABCD-EFGH', true],
        ['https://aws.my-corp.example/start/#/device', true],
        ['http://127.0.0.1:4711/device', true],
        ['http://device.sso.eu-central-1.amazonaws.com/', false],
        ['https://bucket.s3.amazonaws.com/device', false],
        ['https://device.sso.eu-central-1.amazonaws.com.evil.example/', false],
        ['https://device.sso.eu-central-1.amazonaws.com@evil.example/', false],
        ['javascript:alert(1)//view.awsapps.com', false],
        ['file:///etc/passwd', false],
        ['no link', false]
    ];
    for (const [link, isPage] of rows) {
        it(`${isPage ? 'lets' : 'does not let'} a person open ${link}`, () => expect(isPageOfAws(link, known)).to.equal(isPage));
    }
});
