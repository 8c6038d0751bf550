import { nls } from '@theia/core/lib/common/nls';
import type { ProfileRegion } from '../../../common/connection/profile-region';

/** Says where a region was found, in words that stand alone. */
export function regionOriginText({ origin }: ProfileRegion): string {
    switch (origin) {
        case 'profile':
            return nls.localize('theia/aws-accounts/region/ofProfile', 'set by the profile');
        case 'chosen':
            return nls.localize('theia/aws-accounts/region/ofPerson', 'chosen here');
        case 'environment':
            return nls.localize('theia/aws-accounts/region/ofEnvironment', 'set by the environment');
        case 'default':
            return nls.localize('theia/aws-accounts/region/ofNobody', 'the default, since nothing names one');
    }
}

/** A region with where it comes from, unless the profile itself names it: nobody should wonder why calls go to `us-east-1 (default)`. */
export function regionText(region: ProfileRegion): string {
    switch (region.origin) {
        case 'profile':
            return region.profile === undefined
                ? region.name
                : nls.localize('theia/aws-accounts/region/ofOtherProfile', '{0} (profile {1})', region.name, region.profile);
        case 'chosen':
            return nls.localize('theia/aws-accounts/region/chosen', '{0} (chosen here)', region.name);
        case 'environment':
            return nls.localize('theia/aws-accounts/region/environment', '{0} (environment)', region.name);
        case 'default':
            return nls.localize('theia/aws-accounts/region/default', '{0} (default)', region.name);
    }
}
