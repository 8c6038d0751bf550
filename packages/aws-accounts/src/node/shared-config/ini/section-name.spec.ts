import { expect } from 'chai';
import { SectionName } from './section-name';

describe('The name of a section', () => {

    const CONFIG: [header: string, kind: SectionName['kind'], name?: string][] = [
        ['default', 'profile', 'default'],
        ['profile default', 'profile', 'default'],
        ['profile dev', 'profile', 'dev'],
        ['profile   dev', 'profile', 'dev'],
        ['profile\tdev', 'profile', 'dev'],
        ['profile "a"', 'profile', 'a'],
        [`profile 'b'`, 'profile', 'b'],
        ['profile "c d"', 'profile', 'c d'],
        ['profile c\\ d', 'profile', 'c d'],
        ['profile "c \\"d"', 'profile', 'c "d'],
        ['profile naïve', 'profile', 'naïve'],
        ['profile __proto__', 'profile', '__proto__'],
        ['profile a.b@c+d%e:f/g', 'profile', 'a.b@c+d%e:f/g'],
        ['sso-session corp', 'ssoSession', 'corp'],
        ['sso-session "a corp"', 'ssoSession', 'a corp'],
        ['profile c d', 'unreadable', 'profile c d'],
        ['profile "c', 'unreadable', 'profile "c'],
        ['profile', 'unreadable', 'profile'],
        // White space that is none to the AWS CLI, as it comes with text that was copied from a page.
        ...['\u00a0', '\u2003', '\u3000', '\u000b', '\u000c'].flatMap((space): [string, SectionName['kind'], string?][] => [
            [`profile${space}dev`, 'unreadable', `profile${space}dev`], [`sso-session${space}corp`, 'unreadable', `sso-session${space}corp`],
            [`profile dev${space}x`, 'profile', `dev${space}x`], [`services${space}local`, 'other']
        ]),
        [' profile a ', 'unreadable', 'profile a'],
        ['Profile a', 'unreadable', 'Profile a'],
        ['services local', 'services', 'local'],
        ['services a b', 'other'],
        ['plugins', 'other'],
        ['profile.a', 'other'],
        ['', 'other']
    ];

    for (const [header, kind, name] of CONFIG) {
        it(`reads [${header}] of the config file as ${kind}`, () => {
            expect(SectionName.inConfig(header)).to.deep.equal(name === undefined ? { kind } : { kind, name });
        });
    }

    const CREDENTIALS: [header: string, kind: SectionName['kind'], name?: string][] = [
        ['default', 'profile', 'default'],
        ['dev', 'profile', 'dev'],
        ['b c d', 'profile', 'b c d'],
        ['profile x', 'profile', 'profile x'],
        ['sso-session s', 'other'],
        ['DEFAULT', 'other'],
        ['', 'other']
    ];

    for (const [header, kind, name] of CREDENTIALS) {
        it(`reads [${header}] of the credentials file as ${kind}`, () => {
            expect(SectionName.inCredentials(header)).to.deep.equal(name === undefined ? { kind } : { kind, name });
        });
    }
});
