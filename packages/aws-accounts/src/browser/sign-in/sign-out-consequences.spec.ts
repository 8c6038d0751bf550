import { expect } from 'chai';
import type { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import { BUILDER_ID, CONNECTED, CORP, entry, profile, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { signOutConsequences } from './sign-out-consequences';

const ARN = 'arn:aws:iam::111122223333:user/jo';
const work = profile('work', { source: 'loginSession', loginSession: ARN });
const too = profile('too', { source: 'loginSession', loginSession: ARN });
const through = profile('through', { source: 'assumeRole', sourceProfile: 'work', loginSession: ARN });
const other = profile('other', { source: 'loginSession', loginSession: `${ARN}2` });
const role = profile('role', { source: 'ssoSession', ssoSession: CORP.name });
const legacy = profile('legacy', { source: 'ssoLegacy', ssoSession: CORP.startUrl });
const keys = profile('keys');

const PROFILES: readonly AwsConnection[] = [work, too, through, other, role, legacy, keys];

function consequences(connection: AwsConnection, uses = {}, others = PROFILES): string {
    const state = connection.kind === 'iamProfile' ? CONNECTED : SIGNED_IN;
    const known = [BUILDER_ID, CORP, ...others].map(one => entry(one, one.kind === 'iamProfile' ? CONNECTED : SIGNED_IN));
    return signOutConsequences(entry(connection, state), snapshot(known, { uses }));
}

describe('What stops working at a sign-out', () => {
    const table: readonly (readonly [string, AwsConnection, object, string])[] = [
        ['nothing, for a Builder ID that is not in use', BUILDER_ID, {}, ''],
        ['its use, for a Builder ID', BUILDER_ID, { codeWhisperer: BUILDER_ID.id }, 'CodeWhisperer is disconnected.'],
        [
            'the other profiles of a console sign-in, and the roles through it', work, {},
            'Profiles that need this sign-in stop working: too, through.'
        ],
        ['its use too, for a console sign-in', too, { awsServices: too.id },
            'AWS services is disconnected. Profiles that need this sign-in stop working: work, through.'],
        ['nothing, for a console sign-in that is alone and not in use', other, {}, ''],
        [
            'profiles of its session and of its start URL, for an organization', CORP, {},
            'Profiles that need this sign-in stop working: role, legacy.'
        ]
    ];
    for (const [sentence, connection, uses, text] of table) {
        it(`is ${sentence}`, () => expect(consequences(connection, uses)).to.equal(text));
    }

    it('is told of profiles that do not know their session as nothing', () =>
        expect(consequences(profile('old', { source: 'loginSession' }), {}, [profile('older', { source: 'loginSession' })])).to.equal(''));

    it('is counted where there are more profiles than a dialog has room for', () => {
        const many: IamProfileConnection[] = Array.from({ length: 40 }, (_, index) => profile(`p${index}`, { ssoSession: CORP.name }));
        expect(consequences(CORP, {}, many)).to.match(/: p0, p1, .*p11, and 28 more\.$/);
    });
});
