import { expect } from 'chai';
import type { AwsFailureReason } from '../../../common/state/aws-accounts-error';
import type { ConnectionState, ConnectionStateKind } from '../../../common/state/connection-state';
import { after, CONNECTED, MINUTE, NOW, SIGNED_IN } from '../../test/snapshot-samples';
import { stateText, timeLeftChangesInMs, timeLeftText } from './state-wording';

const STATES: { readonly [kind in ConnectionStateKind]: ConnectionState } = {
    signedOut: { kind: 'signedOut' },
    signingIn: { kind: 'signingIn' },
    signedIn: SIGNED_IN,
    notConnected: { kind: 'notConnected' },
    connecting: { kind: 'connecting' },
    connected: CONNECTED,
    expired: { kind: 'expired' },
    unreachable: { kind: 'unreachable', failure: { reason: 'network' } },
    failed: { kind: 'failed', failure: { reason: 'accessDenied' } },
    invalid: { kind: 'invalid' }
};

const WORDS: { readonly [kind in ConnectionStateKind]: string } = {
    signedOut: 'signed out',
    signingIn: 'signing in…',
    signedIn: 'signed in',
    notConnected: 'not connected',
    connecting: 'connecting…',
    connected: 'connected',
    expired: 'expired',
    unreachable: 'unreachable',
    failed: 'refused',
    invalid: 'not usable'
};

describe('the words for states', () => {
    for (const kind of Object.keys(STATES) as ConnectionStateKind[]) {
        it(`says "${WORDS[kind]}" for ${kind}`, () => expect(stateText(STATES[kind], NOW)).to.equal(WORDS[kind]));
    }

    const failed: readonly (readonly [AwsFailureReason, string])[] = [
        ['accessDenied', 'refused'],
        ['invalidCredentials', 'refused'],
        ['processFailed', 'process failed'],
        ['mfaRequired', 'needs a code'],
        ['credentialSourceEmpty', 'no credentials'],
        ['profileInvalid', 'not usable'],
        ['fileBroken', 'file trouble'],
        ['internal', 'failed']
    ];
    for (const [reason, words] of failed) {
        it(`says "${words}" where ${reason} is the reason`, () =>
            expect(stateText({ kind: 'failed', failure: { reason } }, NOW)).to.equal(words));
    }

    it('has a word of its own for each state', () => expect(new Set(Object.values(WORDS)).size).to.equal(Object.keys(STATES).length));

    it('calls expired what has run out by itself', () => expect(stateText(CONNECTED, NOW + 53 * MINUTE)).to.equal('expired'));

    it('does not call expired what renews by itself', () => expect(stateText(SIGNED_IN, NOW + 61 * MINUTE)).to.equal('signed in'));
});

describe('the time that is left', () => {
    const lasting = (ms: number): ConnectionState => ({ ...CONNECTED, expiresAt: after(ms) } as ConnectionState);
    const table: readonly (readonly [string, ConnectionState, string | undefined])[] = [
        ['minutes are rounded down', CONNECTED, '52 min left'],
        ['hours and minutes', lasting(200 * MINUTE), '3 h 20 min left'],
        ['whole hours', lasting(120 * MINUTE), '2 h left'],
        ['days and hours', lasting(52 * 60 * MINUTE), '2 d 4 h left'],
        ['the last seconds', lasting(5_000), 'less than a minute left'],
        ['nothing to count for a token that renews', SIGNED_IN, 'renews by itself'],
        ['nothing to say without an end', { ...CONNECTED, expiresAt: undefined } as ConnectionState, undefined],
        ['nothing to say after the end', lasting(-1), undefined],
        ['nothing to say when signed out', STATES.signedOut, undefined]
    ];
    for (const [name, state, text] of table) {
        it(`${name}: ${text}`, () => expect(timeLeftText(state, NOW)).to.equal(text));
    }

    it('knows when its text changes', () => {
        expect(timeLeftChangesInMs(CONNECTED, NOW)).to.equal(30_001);
        expect(timeLeftText(CONNECTED, NOW + 30_001)).to.equal('51 min left');
        expect(timeLeftChangesInMs(lasting(5_000), NOW)).to.equal(5_000);
        expect(timeLeftChangesInMs(SIGNED_IN, NOW)).to.be.undefined;
        expect(timeLeftChangesInMs(STATES.expired, NOW)).to.be.undefined;
    });
});
