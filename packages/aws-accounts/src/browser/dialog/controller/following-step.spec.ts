import { expect } from 'chai';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { AwsConnection } from '../../../common/connection/aws-connection';
import type { ConnectionState } from '../../../common/state/connection-state';
import { BUILDER_ID, CONNECTED, CORP, profile, SIGNED_IN } from '../../test/snapshot-samples';
import { failureText } from '../../wording';
import { stepAfterConnect } from './following-step';

const dev = profile('dev');
const REFUSED: AwsFailure = { reason: 'accessDenied', subject: 'dev' };

/** The text that the dialog shows after an attempt; `undefined`: none. */
function said(connection: AwsConnection, state: ConnectionState): string | undefined {
    const step = stepAfterConnect(connection.id, { connection, state }, false);
    return step?.kind === 'choose' && step.failure ? failureText(step.failure).message : undefined;
}

describe('After an attempt to connect', () => {
    const table: readonly (readonly [what: string, connection: AwsConnection, state: ConnectionState, text: string | undefined])[] = [
        ['a session that has ended needs a sign-in', CORP, { kind: 'expired' }, 'corp needs a sign-in.'],
        ['a session without a sign-in needs one', CORP, { kind: 'signedOut' }, 'corp needs a sign-in.'],
        ['AWS Builder ID has its name', BUILDER_ID, { kind: 'signedOut' }, 'AWS Builder ID needs a sign-in.'],
        ['credentials that ran out have expired', dev, { kind: 'expired' }, 'The credentials of dev have expired and must be renewed.'],
        ['what AWS said counts most', dev, { kind: 'failed', failure: REFUSED }, failureText(REFUSED).message],
        ['a profile that is invalid has its name', dev, { kind: 'invalid' }, 'Profile dev does not describe credentials that can be used.'],
        ['a code that was not given needs no words', dev, { kind: 'notConnected' }, undefined],
        ['an attempt of somebody else needs no words', dev, { kind: 'connecting' }, undefined]
    ];
    for (const [what, connection, state, text] of table) {
        it(what, () => expect(said(connection, state)).to.equal(text));
    }

    it('a connection that is gone is named', () => {
        const step = stepAfterConnect('profile:dev', undefined, false);
        expect(step?.kind === 'choose' && step.failure && failureText(step.failure).message).to.equal('dev is not there any more.');
    });

    for (const [connection, state] of [[dev, CONNECTED], [CORP, SIGNED_IN]] as const) {
        it(`one that works is the answer, unless it is refused: ${state.kind}`, () => {
            expect(stepAfterConnect(connection.id, { connection, state }, false)).to.equal(undefined);
            expect(stepAfterConnect(connection.id, { connection, state }, true)).to.deep.equal({ kind: 'choose' });
        });
    }
});
