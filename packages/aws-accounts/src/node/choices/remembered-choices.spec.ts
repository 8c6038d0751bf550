import { expect } from 'chai';
import { readChoices } from './choices-text';
import { RememberedChoices } from './remembered-choices';
import { ProfileMarks } from '../../common/connection/profile-marks';

describe('Remembered choices', () => {

    const SESSION = { name: 'corp', startUrl: 'https://d-1234567890.awsapps.com/start', region: 'us-east-1' };

    const TEXTS: [what: string, text: string, choices: object | undefined][] = [
        ['an empty object', '{}', RememberedChoices.NONE],
        [
            'all there is',
            JSON.stringify({ codeWhisperer: 'builder-id', awsServices: { 'file:///w': 'profile:dev' }, ssoSessions: [SESSION] }),
            {
                codeWhisperer: 'builder-id',
                awsServices: { 'file:///w': 'profile:dev' },
                ssoSessions: [SESSION],
                roleProfiles: [],
                profiles: {}
            }
        ],
        [
            'a profile that was written',
            '{"roleProfiles":[{"name":"a","settings":[["region","x"]]}]}',
            { ...RememberedChoices.NONE, roleProfiles: [{ name: 'a', settings: [['region', 'x']] }] }
        ],
        [
            'a pin',
            '{"pins":[{"kind":"profile","connectionId":"profile:dev"}]}',
            { ...RememberedChoices.NONE, pins: [{ kind: 'profile', connectionId: 'profile:dev' }] }
        ],
        ['a pin that is none', '{"pins":["profile:dev"]}', undefined],
        ['a written profile without settings', '{"roleProfiles":[{"name":"a"}]}', undefined],
        [
            'a production profile',
            '{"profiles":{"profile:prod":{"production":true,"later":1}}}',
            { ...RememberedChoices.NONE, profiles: { 'profile:prod': { production: true, later: 1 } } }
        ],
        ['a production mark that is no boolean', '{"profiles":{"profile:prod":{"production":"no"}}}', undefined],
        ['profiles as a list', '{"profiles":[]}', undefined],
        ['what a newer version added', '{"later":[1]}', { ...RememberedChoices.NONE, later: [1] }],
        ['nothing', '', undefined],
        ['half a file', '{"codeWhisp', undefined],
        ['null', 'null', undefined],
        ['a list', '[]', undefined],
        ['a connection that is not an id', '{"codeWhisperer":{}}', undefined],
        ['profiles that are not a map', '{"awsServices":["profile:dev"]}', undefined],
        ['a profile that is not an id', '{"awsServices":{"w":7}}', undefined],
        ['sessions that are not a list', '{"ssoSessions":{}}', undefined],
        ['a session without its start URL', '{"ssoSessions":[{"name":"corp","region":"us-east-1"}]}', undefined]
    ];

    for (const [what, text, choices] of TEXTS) {
        it(`${choices ? 'understands' : 'does not take for its own'} ${what}`, () => {
            expect(readChoices(text)).to.deep.equal(choices);
        });
    }

    it('keeps one profile for each workspace, and forgets one without touching the others', () => {
        const both = RememberedChoices.withAwsServices(
            RememberedChoices.withAwsServices(RememberedChoices.NONE, 'a', 'profile:dev'),
            'b',
            'profile:ops'
        );
        expect(RememberedChoices.withAwsServices(both, 'a', undefined).awsServices).to.deep.equal({ b: 'profile:ops' });
    });

    it('marks a profile as production, and takes the mark away, without touching the others', () => {
        const mark = (choices: RememberedChoices, id: string, production: boolean): RememberedChoices =>
            RememberedChoices.withProfile(choices, id, { kind: 'production', production });
        const both = mark(mark(RememberedChoices.NONE, 'profile:a', true), 'profile:b', true);
        expect(mark(both, 'profile:a', false).profiles).to.deep.equal({
            'profile:a': { production: false },
            'profile:b': { production: true }
        });
    });

    const MARKS: readonly (readonly [what: string, choices: object, mark: true | false | 'presumed' | undefined])[] = [
        ['a marked profile', { profiles: { 'profile:a': { production: true } } }, true],
        ['a profile on which nothing is said', {}, undefined],
        ['a profile on which nothing is said, after marks were lost', { marksLost: true }, 'presumed'],
        [
            'a profile whose mark was taken away, after marks were lost',
            { marksLost: true, profiles: { 'profile:a': { production: false } } },
            false
        ]
    ];
    for (const [what, choices, mark] of MARKS) {
        it(`knows ${what} as production: ${mark ?? 'no'}`, () => {
            expect(ProfileMarks.productionOf(RememberedChoices.marks({ ...RememberedChoices.NONE, ...choices }), 'profile:a'))
                .to.equal(mark);
        });
    }

    it('keeps one session of a name', () => {
        const moved = { ...SESSION, region: 'eu-west-1' };
        expect(
            RememberedChoices.withSsoSession(RememberedChoices.withSsoSession(RememberedChoices.NONE, SESSION), moved).ssoSessions
        ).to.deep.equal([moved]);
    });
});
