import { nls } from '@theia/core/lib/common/nls';
import { DeveloperProfile, DeveloperProfileGap } from '../../common/token-service/developer-profile';
import { listText } from '../../common/value/list-text';
import { developerProfileText } from '../wording';

/** Asks which profile. @param gaps regions that did not answer: what is there is not offered */
export function developerProfileQuestion(service: string, gaps: readonly DeveloperProfileGap[]): string {
    return gaps.length === 0
        ? nls.localize('theia/aws-accounts/developerProfile/question', 'Developer profile that {0} works with', service)
        : nls.localize(
            'theia/aws-accounts/developerProfile/questionWithGap',
            'Developer profile that {0} works with. Profiles in {1} are not listed: the region did not answer.',
            service,
            gapsText(gaps)
        );
}

/** Names the person to ask where an organization has no profile, and the regions that could not be asked. */
export function noDeveloperProfileText(service: string, gaps: readonly DeveloperProfileGap[]): string {
    return gaps.length === 0
        ? nls.localize(
            'theia/aws-accounts/developerProfile/none',
            '{0} has no developer profile for you. Ask the administrator of your IAM Identity Center to add you to one.',
            service
        )
        : nls.localize(
            'theia/aws-accounts/developerProfile/unreachable',
            'No developer profile for {0} was found, and {1} did not answer. Try again later, or ask the administrator of your IAM '
                + 'Identity Center.',
            service,
            gapsText(gaps)
        );
}

/** Said to a person who wants to choose and has no choice. */
export function onlyDeveloperProfileText(service: string, profile: DeveloperProfile): string {
    return nls.localize(
        'theia/aws-accounts/developerProfile/only',
        '{0} works with the developer profile {1}. You have no other.',
        service,
        developerProfileText(profile)
    );
}

/** Said once where the only profile that was found is taken although there may be others. */
export function developerProfileGapText(service: string, profile: DeveloperProfile, gaps: readonly DeveloperProfileGap[]): string {
    return nls.localize(
        'theia/aws-accounts/developerProfile/takenWithGap',
        '{0} works with the developer profile {1}. There may be others: {2} did not answer.',
        service,
        developerProfileText(profile),
        gapsText(gaps)
    );
}

function gapsText(gaps: readonly DeveloperProfileGap[]): string {
    return listText(gaps.map(({ region }) => region));
}
