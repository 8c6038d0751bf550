import { expect } from 'chai';
import { proxyFor } from './proxy-choice';

describe('proxyFor', () => {

    const PROXY = 'http://proxy.corp:3128';
    const rows: [sentence: string, url: string, variables: { [name: string]: string }, proxy: string | undefined][] = [
        ['nothing is set', 'https://sts.amazonaws.com', {}, undefined],
        ['HTTPS_PROXY is set', 'https://sts.amazonaws.com', { HTTPS_PROXY: PROXY }, PROXY],
        ['https_proxy is set too', 'https://sts.amazonaws.com', { HTTPS_PROXY: 'http://other', https_proxy: PROXY }, PROXY],
        ['only HTTP_PROXY is set', 'https://sts.amazonaws.com', { HTTP_PROXY: PROXY }, undefined],
        ['only HTTP_PROXY is set, and the request is plain', 'http://127.0.0.1:4000', { HTTP_PROXY: PROXY }, PROXY],
        ['ALL_PROXY is set', 'https://sts.amazonaws.com', { ALL_PROXY: PROXY }, PROXY],
        ['the proxy has no scheme', 'https://sts.amazonaws.com', { HTTPS_PROXY: 'proxy.corp:3128' }, PROXY],
        [
            'NO_PROXY names the host',
            'https://sts.amazonaws.com',
            { HTTPS_PROXY: PROXY, NO_PROXY: 'localhost, sts.amazonaws.com' },
            undefined
        ],
        ['NO_PROXY names the domain', 'https://sts.amazonaws.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'amazonaws.com' }, undefined],
        [
            'NO_PROXY names the domain with a dot',
            'https://sts.amazonaws.com',
            { HTTPS_PROXY: PROXY, NO_PROXY: '.amazonaws.com' },
            undefined
        ],
        [
            'NO_PROXY names the domain with a star',
            'https://sts.amazonaws.com',
            { HTTPS_PROXY: PROXY, no_proxy: '*.AMAZONAWS.com' },
            undefined
        ],
        [
            'NO_PROXY names a host that only ends the same',
            'https://sts.amazonaws.com',
            { HTTPS_PROXY: PROXY, NO_PROXY: 'zonaws.com' },
            PROXY
        ],
        ['NO_PROXY names another port', 'https://sts.amazonaws.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'amazonaws.com:8443' }, PROXY],
        ['NO_PROXY names the port', 'https://sts.amazonaws.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'amazonaws.com:443' }, undefined],
        ['NO_PROXY is everything', 'https://sts.amazonaws.com', { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, undefined],
        ['NO_PROXY names an IPv6 host', 'http://[::1]:4000', { HTTP_PROXY: PROXY, NO_PROXY: '::1' }, undefined]
    ];
    for (const [sentence, url, variables, proxy] of rows) {
        it(`is ${proxy ?? 'none'} when ${sentence}`, () => expect(proxyFor(new URL(url), variables)?.address).to.equal(proxy));
    }

    it('is the preferred one before those of the environment', () =>
        expect(proxyFor(new URL('https://sts.amazonaws.com'), { https_proxy: PROXY }, 'http://preferred.corp'))
            .to.deep.equal({ address: 'http://preferred.corp', setting: 'http.proxy' }));

    it('is none for what NO_PROXY names, also where one is preferred', () =>
        expect(proxyFor(new URL('http://127.0.0.1:4000'), { NO_PROXY: '127.0.0.1' }, PROXY)).to.equal(undefined));

    it('says which variable names it', () =>
        expect(
            proxyFor(new URL('https://sts.amazonaws.com'), { HTTPS_PROXY: '', https_proxy: PROXY, ALL_PROXY: 'http://other' })?.setting
        ).to.equal('https_proxy'));
});
