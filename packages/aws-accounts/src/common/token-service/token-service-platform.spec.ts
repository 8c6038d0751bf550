import { expect } from 'chai';
import { TokenServices } from './token-services';
import { TokenServicePlatform } from './token-service-platform';

function hostOf(variables: { readonly [name: string]: string }, codeWhisperer?: unknown): TokenServicePlatform | undefined {
    return TokenServicePlatform.detect(variables, TokenServices.ofProduct({ awsAccounts: { codeWhisperer } })[0].hostRule);
}

describe('what CodeWhisperer takes on a host', () => {
    type Row = readonly [
        name: string,
        variables: { readonly [name: string]: string },
        configured: unknown,
        host: TokenServicePlatform | undefined
    ];
    const table: readonly Row[] = [
        ['an ordinary machine', { HOME: '/home/jo' }, undefined, undefined],
        ['a Lambda function', { AWS_LAMBDA_FUNCTION_NAME: 'ide' }, undefined, 'lambda'],
        ['a Lambda runtime', { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }, undefined, 'lambda'],
        ['CloudShell, which is no such host', { AWS_EXECUTION_ENV: 'CloudShell' }, undefined, undefined],
        ['a Cloud9 environment', { C9_PROJECT: 'shop' }, undefined, 'cloud9'],
        ['a process of Cloud9', { C9_PID: '4711' }, undefined, 'cloud9'],
        ['a variable that is empty', { C9_PROJECT: '' }, undefined, undefined],
        ['a product that says IAM', {}, 'iam', 'product'],
        ['a product that says token', {}, 'token', undefined],
        ['a product that says token on Cloud9', { C9_PROJECT: 'shop' }, 'token', undefined],
        ['a product that says something else', {}, 'sso', undefined]
    ];
    for (const [name, variables, configured, host] of table) {
        it(`${name}: ${host ?? 'tokens'}`, () => expect(hostOf(variables, configured)).to.equal(host));
    }
});

describe('The environment', () => {
    it('has Cloud9 as a host where CodeWhisperer takes IAM credentials', () => expect(hostOf({ C9_PROJECT: 'shop' })).to.equal('cloud9'));
    it('has no such host', () => expect(hostOf({})).to.equal(undefined));
});
