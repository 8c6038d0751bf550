import { nls } from '@theia/core/lib/common/nls';
import { TokenServices } from '../../common/token-service/token-service';

/** Why a person who is signed in signs in once more. */
export function ownSignInText(scopes: readonly string[], services: TokenServices): string {
    return nls.localize(
        'theia/aws-accounts/dialog/ownSignIn',
        'You are signed in, but that sign-in also opens your AWS accounts. This one is for {0} alone, and is all that is handed on.',
        TokenServices.meant(services, { scopes })?.label ?? scopes.join(', ')
    );
}
