import { expect } from 'chai';
import type { SsoToken } from './sso-token';
import { judgeToken, REFRESH_WINDOW_MS, refreshability, TokenVerdict } from './sso-token-policy';

const NOW = Date.parse('2026-03-01T09:00:00Z');
const at = (ms: number): string => new Date(NOW + ms).toISOString();

/** Members of the file besides the access token and its end. */
const CONTENTS = {
    'with all that a refresh takes': { clientId: 'id', clientSecret: 'secret', refreshToken: 'refresh', registrationExpiresAt: at(1) },
    'that does not say when its registration ends': { clientId: 'id', clientSecret: 'secret', refreshToken: 'refresh' },
    'whose registration has ended': { clientId: 'id', clientSecret: 'secret', refreshToken: 'refresh', registrationExpiresAt: at(0) },
    'without a refresh token': { clientId: 'id', clientSecret: 'secret', registrationExpiresAt: at(1) },
    'without a client': { refreshToken: 'refresh', registrationExpiresAt: at(1) },
    'of the old kind, with nothing else': {}
} satisfies { readonly [name: string]: Partial<SsoToken> };

type Verdicts = readonly [moreThanWindow: TokenVerdict, window: TokenVerdict, lastMs: TokenVerdict, ended: TokenVerdict];

interface Expected {
    readonly refresh: ReturnType<typeof refreshability>;
    readonly verdicts: Verdicts;
}

const EXPECTED: { readonly [name in keyof typeof CONTENTS]: Expected } = {
    'with all that a refresh takes': { refresh: 'possible', verdicts: ['fresh', 'due', 'due', 'refreshable'] },
    'that does not say when its registration ends': { refresh: 'possible', verdicts: ['fresh', 'due', 'due', 'refreshable'] },
    'whose registration has ended': { refresh: 'registrationEnded', verdicts: ['fresh', 'fresh', 'fresh', 'registrationEnded'] },
    'without a refresh token': { refresh: 'impossible', verdicts: ['fresh', 'fresh', 'fresh', 'ended'] },
    'without a client': { refresh: 'impossible', verdicts: ['fresh', 'fresh', 'fresh', 'ended'] },
    'of the old kind, with nothing else': { refresh: 'impossible', verdicts: ['fresh', 'fresh', 'fresh', 'ended'] }
};

describe('the token policy', () => {
    const lefts: [name: string, ms: number][] = [
        ['more than 5 minutes', REFRESH_WINDOW_MS + 1],
        ['5 minutes', REFRESH_WINDOW_MS],
        ['a moment', 1],
        ['nothing', 0]
    ];

    for (const name of Object.keys(CONTENTS) as (keyof typeof CONTENTS)[]) {
        const { refresh, verdicts } = EXPECTED[name];
        lefts.forEach(([left, ms], index) => it(`calls ${verdicts[index]} a token ${name} and ${left} left`, () =>
            expect(judgeToken({ accessToken: 'access', expiresAt: at(ms), ...CONTENTS[name] }, NOW)).to.equal(verdicts[index])
        ));
        it(`says that a refresh of a token ${name} is: ${refresh}`, () =>
            expect(refreshability({ accessToken: 'access', expiresAt: at(0), ...CONTENTS[name] }, NOW)).to.equal(refresh));
    }

    for (const expiresAt of [
        '2026-03-01T10:00:00Z',
        '2026-03-01T10:00:00.000Z',
        '2026-03-01T10:00:00UTC',
        '2026-03-01T10:00:00 UTC',
        '2026-03-01T11:00:00+01:00'
    ]) {
        it(`understands ${expiresAt}`, () =>
            expect(judgeToken({ accessToken: 'access', expiresAt }, Date.parse('2026-03-01T09:59:59Z'))).to.equal('fresh') &&
            expect(judgeToken({ accessToken: 'access', expiresAt }, Date.parse('2026-03-01T10:00:00Z'))).to.equal('ended'));
    }

    it('takes an end that it does not understand for one that has passed', () =>
        expect(judgeToken({ accessToken: 'access', expiresAt: 'soon', ...CONTENTS['with all that a refresh takes'] }, NOW)).to.equal(
            'refreshable'
        ));
});
