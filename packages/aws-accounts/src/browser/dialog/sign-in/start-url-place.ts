import { AwsRegion } from '../../../common/region/aws-region';
import type { StartUrlVerdict } from '../../../common/sign-in/start-url';

/** Builder ID has a region of its own. A start URL that leads nowhere is looked at again by the sign-in, which says why. */
export function canSignInAt(verdict: StartUrlVerdict, region: string): boolean {
    return hasPlace(verdict) && (verdict.kind === 'builderId' || AwsRegion.isWellFormed(region));
}

/** Tells whether there is a place to sign in to. */
export function hasPlace({ kind }: StartUrlVerdict): boolean {
    switch (kind) {
        case 'valid':
        case 'builderId':
            return true;
        case 'empty':
        case 'notAUrl':
        case 'wrongScheme':
        case 'wrongPath':
            return false;
    }
}
