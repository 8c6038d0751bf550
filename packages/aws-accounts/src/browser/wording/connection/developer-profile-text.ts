import { DeveloperProfile } from '../../../common/token-service/developer-profile';
import { SEPARATOR } from './connection-wording';

/** A developer profile with account and region: two of them may have one name. */
export function developerProfileText(profile: DeveloperProfile): string {
    return [profile.name, developerProfilePlace(profile)].join(SEPARATOR);
}

/** The account and the region of a developer profile. */
export function developerProfilePlace(profile: DeveloperProfile): string {
    return [DeveloperProfile.accountOf(profile), DeveloperProfile.regionOf(profile)].join(SEPARATOR);
}
