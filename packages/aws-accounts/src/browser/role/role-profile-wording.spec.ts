import { expect } from 'chai';
import type { RoleProfileProposal, RoleProfileRemoval } from '../../common/profile/role-profile';
import { proposalsText, removalText, writtenText } from './role-profile-wording';

describe('the words for writing roles', () => {

    const NEW: RoleProfileProposal = { kind: 'new', profile: 'a' };
    const EXISTING: RoleProfileProposal = { kind: 'existing', profile: 'b' };
    const TAKEN: RoleProfileProposal = { kind: 'nameTaken', profile: 'c' };

    const PROPOSALS: [proposals: RoleProfileProposal[], before: string, after: string][] = [
        [[NEW], 'These lines are added to your config file; nothing else in it changes:', 'Added to your config file: a.'],
        [[NEW, EXISTING], 'These lines are added to your config file; nothing else in it changes:', 'Added to your config file: a.'],
        [
            [EXISTING],
            'There is nothing to write: b is in your config file already.',
            'There is nothing to write: b is in your config file already.'
        ],
        [[TAKEN], 'There is another profile called c. Choose another name.', 'There is another profile called c. Choose another name.']
    ];
    for (const [proposals, before, after] of PROPOSALS) {
        it(`of ${proposals.map(({ kind }) => kind).join(' and ')}`, () => {
            expect(proposalsText(proposals)).to.equal(before);
            expect(writtenText(proposals)).to.equal(after);
        });
    }

    const REMOVALS: [removal: RoleProfileRemoval, text: string][] = [
        [{ kind: 'removed' }, 'Removed profile dev from your config file.'],
        [{ kind: 'gone' }, 'Profile dev had been removed from your config file already.'],
        [{ kind: 'notOurs' }, 'Profile dev was not written by this IDE. Remove it in the file if you do not need it.'],
        [{ kind: 'changed' }, 'Profile dev was changed since it was written. Remove it in the file if you do not need it.'],
        [{ kind: 'needed', by: ['x', 'y'] }, 'Profile dev is needed by x, y, so it was not removed.']
    ];
    for (const [removal, text] of REMOVALS) {
        it(`of a removal that is ${removal.kind}: ${text}`, () => {
            expect(removalText('dev', removal)).to.equal(text);
        });
    }
});
