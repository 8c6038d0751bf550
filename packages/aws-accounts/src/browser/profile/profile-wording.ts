import { nls } from '@theia/core/lib/common/nls';
import type { ProfileDraft, ProfileRemoval, ProfileRestoration } from '../../common/profile/profile-draft';

/** Said when a file has got a secret and is no longer open to other users. */
export function closedText(path: string): string {
    return nls.localize(
        'theia/aws-accounts/profile/closed',
        'Other users of this machine could read or change {0}. It holds keys now, so from now on only you can.',
        path
    );
}

export function nothingWrittenText(): string {
    return nls.localize('theia/aws-accounts/profile/nothingWritten', 'Nothing was written.');
}

export function dialogTitle(draft: ProfileDraft | undefined): string {
    if (draft === undefined) {
        return nls.localize('theia/aws-accounts/profile/title', 'Add an IAM profile');
    }
    if (draft.exists) {
        return nls.localize('theia/aws-accounts/profile/titleEdit', 'Edit profile {0}', draft.name);
    }
    return draft.kind === 'role'
        ? nls.localize('theia/aws-accounts/profile/titleRole', 'Add a profile that assumes a role')
        : nls.localize('theia/aws-accounts/profile/titleKeys', 'Add a profile with access keys');
}

/** Says how a removal ended. */
export function removalText(profile: string, removal: ProfileRemoval): string {
    switch (removal.kind) {
        case 'removed':
            return nls.localize('theia/aws-accounts/profile/removed', 'Removed profile {0}.', profile);
        case 'gone':
            return nls.localize('theia/aws-accounts/profile/gone', 'Profile {0} had been removed already.', profile);
        case 'needed':
            return nls.localize(
                'theia/aws-accounts/profile/needed',
                'Profile {0} was not removed. It gives credentials to: {1}.',
                profile,
                removal.by.join(', ')
            );
    }
}

/** Reason why a removal could not be taken back; `undefined`: it was. */
export function restorationTrouble(profile: string, restoration: ProfileRestoration): string | undefined {
    switch (restoration.kind) {
        case 'restored':
            return undefined;
        case 'nameTaken':
            return nls.localize(
                'theia/aws-accounts/profile/restoreTaken',
                'There is another profile {0} by now, so the old one was not put back.',
                profile
            );
        case 'forgotten':
            return nls.localize(
                'theia/aws-accounts/profile/restoreForgotten',
                'Profile {0} was removed too long ago to be put back.',
                profile
            );
    }
}
