import { expect } from 'chai';
import type { ConnectionState } from '../../common/state/connection-state';
import { CORP, NOW, SIGNED_IN } from '../test/snapshot-samples';
import { connectionFacts } from './connection-facts';

const UNSAVED = { ...SIGNED_IN, unsaved: { reason: 'fileUnwritable', subject: '/home/jo/.aws/sso/cache/x.json' } } as ConnectionState;

describe('the facts about a connection', () => {
    const lines = (state: ConnectionState): string[] =>
        connectionFacts({ connection: CORP, state }, [], { now: NOW, home: '/home/jo' }).split('\n');

    it('say that a sign-in could not be saved, what that means, and why', () => {
        const more = lines(UNSAVED).filter(line => !lines(SIGNED_IN).includes(line));
        expect(more).to.deep.equal([
            'Works in this IDE alone, and until it is closed. /home/jo/.aws/sso/cache/x.json cannot be written. Check the owner, the '
                + 'permissions and the space on the disk.'
        ]);
    });

    it('say nothing of that when it could', () => expect(lines(SIGNED_IN).join()).to.not.contain('written'));
});
