import { expect } from 'chai';
import { readRedirect, RedirectReading } from './redirect-address';

const redirectUri = 'http://127.0.0.1:4711/oauth/callback';
const expected = { redirectUri, state: 'the-state' };
const approved: RedirectReading = { kind: 'approved', code: 'the-code' };

describe('readRedirect', () => {

    const rows: [sentence: string, address: string, reading: RedirectReading][] = [
        ['takes the code of the right redirect', `${redirectUri}?code=the-code&state=the-state`, approved],
        ['does not mind order, spaces around or other parameters', `  ${redirectUri}?x=1&state=the-state&code=the-code#top\n`, approved],
        [
            'takes an address as browsers show it, without its scheme',
            '127.0.0.1:4711/oauth/callback?code=the-code&state=the-state',
            approved
        ],
        ['decodes', `${redirectUri}?code=a%2Fb%3D&state=the-state`, { kind: 'approved', code: 'a/b=' }],
        [
            'takes a refusal with its reason', `${redirectUri}?error=access_denied&error_description=No+way&state=the-state`,
            { kind: 'refused', error: 'access_denied', description: 'No way' }
        ],
        [
            'lets a refusal win over a code',
            `${redirectUri}?error=access_denied&code=the-code&state=the-state`,
            { kind: 'refused', error: 'access_denied', description: undefined }
        ],
        ['ignores a wrong state', `${redirectUri}?code=the-code&state=other`, { kind: 'wrongState' }],
        ['ignores a refusal with a wrong state', `${redirectUri}?error=access_denied&state=other`, { kind: 'wrongState' }],
        ['ignores a missing state', `${redirectUri}?code=the-code`, { kind: 'incomplete' }],
        ['ignores a repeated state', `${redirectUri}?code=the-code&state=the-state&state=other`, { kind: 'incomplete' }],
        ['ignores a repeated code', `${redirectUri}?code=the-code&code=other&state=the-state`, { kind: 'incomplete' }],
        ['ignores a missing code', `${redirectUri}?state=the-state`, { kind: 'incomplete' }],
        ['ignores an empty code', `${redirectUri}?code=&state=the-state`, { kind: 'incomplete' }],
        ['ignores another port', 'http://127.0.0.1:4712/oauth/callback?code=the-code&state=the-state', { kind: 'foreign' }],
        ['ignores another path', 'http://127.0.0.1:4711/oauth/callback/?code=the-code&state=the-state', { kind: 'foreign' }],
        ['ignores another name of the machine', 'http://localhost:4711/oauth/callback?code=the-code&state=the-state', { kind: 'foreign' }],
        ['ignores another scheme', 'https://127.0.0.1:4711/oauth/callback?code=the-code&state=the-state', { kind: 'foreign' }],
        ['ignores the sign-in page itself', 'https://oidc.eu-central-1.amazonaws.com/authorize?state=the-state', { kind: 'foreign' }],
        ['tells what is no address', 'what shall I paste?', { kind: 'notAnAddress' }],
        ['tells that there is nothing', '  ', { kind: 'notAnAddress' }]
    ];
    for (const [sentence, address, reading] of rows) {
        it(sentence, () => expect(readRedirect(address, expected)).to.deep.equal(reading));
    }
});
