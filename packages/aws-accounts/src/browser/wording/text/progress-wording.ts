import { nls } from '@theia/core/lib/common/nls';

/** Said while AWS is asked for the identity of a profile. */
export function askingText(profile: string): string {
    return nls.localize('theia/aws-accounts/dialog/connecting', 'Asking AWS who {0} is...', profile);
}

/** Said of a sign-in, on its button and above its steps. @param connection its name */
export function signInWithText(connection: string): string {
    return nls.localize('theia/aws-accounts/dialog/signIn', 'Sign in with {0}', connection);
}
