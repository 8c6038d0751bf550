import { expect } from 'chai';
import { TokenService } from './token-service';
import { TokenServices } from './token-services';

const of = (tokenService: unknown): TokenServices => TokenServices.ofProduct({ awsAccounts: { tokenService } });
const SHOP = { id: 'shop', label: 'Shop Assistant', scopes: ['shop:read'] };

describe("The token service of a product's configuration", () => {

    it('is CodeWhisperer where nothing is said', () => expect(of(undefined)).to.equal(TokenServices.DEFAULT));

    it('is Amazon Q Developer by its name, with five scopes and profiles', () => {
        const [{ label, scopes, profiles }] = of('amazonQ');
        expect([label, scopes.length, profiles?.when]).to.deep.equal(['Amazon Q Developer', 5, 'signIn']);
    });

    it('is what the product describes', () => {
        const [service] = of(
            { ...SHOP, startUrl: 'https://shop.awsapps.com/start', region: 'eu-west-1', methods: ['identityCenter'], profiles: 'amazonQ' }
        );
        expect(service).to.deep.equal({
            ...SHOP, startUrl: 'https://shop.awsapps.com/start', region: 'eu-west-1', methods: ['identityCenter'],
            profiles: TokenServices.AMAZON_Q.profiles, hostRule: 'iamOnAwsHosts'
        });
    });

    it('asks the regions for profiles that the product names', () =>
        expect(of({ ...SHOP, profiles: ['eu-west-1'] })[0].profiles).to.deep.equal({ regions: ['eu-west-1'], when: 'signIn' }));

    const OTHER: TokenService = { ...TokenServices.CODEWHISPERER, id: 'other', label: 'Other', scopes: ['other:read'] };
    const table = (awsAccounts: object): string[] => TokenServices.ofProduct({ awsAccounts }, [TokenServices.CODEWHISPERER, OTHER])
        .map(({ id, hostRule }) => `${id} ${hostRule}`);

    it('takes the place of CodeWhisperer alone', () => {
        expect(table({ tokenService: 'amazonQ' })).to.deep.equal(['amazonQ iamOnAwsHosts', 'other iamOnAwsHosts']);
        expect(table({ tokenService: SHOP })).to.deep.equal(['shop iamOnAwsHosts', 'other iamOnAwsHosts']);
        expect(table({ codeWhisperer: 'token' })).to.deep.equal(['codeWhisperer token', 'other iamOnAwsHosts']);
        expect(table({})).to.deep.equal(['codeWhisperer iamOnAwsHosts', 'other iamOnAwsHosts']);
    });

    it('has its id alone', () => expect(table({ tokenService: { ...SHOP, id: 'other' } })).to.deep.equal(['other iamOnAwsHosts']));

    const wrong: [what: string, described: unknown][] = [
        ['a preset that there is not', 'kiro'],
        ['no label', { ...SHOP, label: undefined }],
        ['no scope', { ...SHOP, scopes: [] }],
        ['an id that no command can carry', { ...SHOP, id: 'my shop' }],
        ['the id of AWS services', { ...SHOP, id: 'awsServices' }],
        ['a method that gives no token', { ...SHOP, methods: ['iamProfile'] }],
        ['a start URL that is no text', { ...SHOP, startUrl: 7 }]
    ];
    for (const [what, described] of wrong) {
        it(`is CodeWhisperer where the description is wrong: ${what}`, () => expect(of(described)).to.equal(TokenServices.DEFAULT));
    }
});
