import { nls } from '@theia/core/lib/common/nls';
import type { RoleProfileProposal, RoleProfileRemoval } from '../../common/profile/role-profile';

/** Words the outcome of a write before it happens. */
export function proposalsText(proposals: readonly RoleProfileProposal[]): string {
    const taken = proposals.find(({ kind }) => kind === 'nameTaken');
    if (taken) {
        return nls.localize(
            'theia/aws-accounts/role/nameTaken',
            'There is another profile called {0}. Choose another name.',
            taken.profile
        );
    }
    const names = proposals.filter(({ kind }) => kind === 'new').map(({ profile }) => profile);
    if (names.length > 0) {
        return nls.localize('theia/aws-accounts/role/willWrite', 'These lines are added to your config file; nothing else in it changes:');
    }
    const existing = proposals.map(({ profile }) => profile).join(', ');
    return nls.localize('theia/aws-accounts/role/exists', 'There is nothing to write: {0} is in your config file already.', existing);
}

/** Words what a write has added, or why it added nothing. */
export function writtenText(proposals: readonly RoleProfileProposal[]): string {
    const names = proposals.filter(({ kind }) => kind === 'new').map(({ profile }) => profile);
    return names.length > 0
        ? nls.localize('theia/aws-accounts/role/wrote', 'Added to your config file: {0}.', names.join(', '))
        : proposalsText(proposals);
}

/** Words the outcome of a removal. */
export function removalText(profile: string, removal: RoleProfileRemoval): string {
    switch (removal.kind) {
        case 'removed':
            return nls.localize('theia/aws-accounts/role/removed', 'Removed profile {0} from your config file.', profile);
        case 'gone':
            return nls.localize('theia/aws-accounts/role/gone', 'Profile {0} had been removed from your config file already.', profile);
        case 'notOurs':
            return nls.localize(
                'theia/aws-accounts/role/notOurs',
                'Profile {0} was not written by this IDE. Remove it in the file if you do not need it.',
                profile
            );
        case 'changed':
            return nls.localize(
                'theia/aws-accounts/role/changed',
                'Profile {0} was changed since it was written. Remove it in the file if you do not need it.',
                profile
            );
        case 'needed':
            return nls.localize(
                'theia/aws-accounts/role/needed',
                'Profile {0} is needed by {1}, so it was not removed.',
                profile,
                removal.by.join(', ')
            );
    }
}
