import { nls } from '@theia/core/lib/common/nls';
import { PreferenceSchema, PreferenceScope } from '@theia/core/lib/common/preferences';
import type { SignInFlowPreference } from './sign-in-flow';

/**
 * Settings of the way in which people sign in, and of what is filled in for them. A product sets the defaults in the `preferences` of its
 * application's package.json.
 */
export namespace SignInPreferences {

    /** A `SignInFlowPreference`. */
    export const FLOW = 'aws.accounts.signInFlow';
    export const START_URL = 'aws.accounts.startUrl';
    export const REGION = 'aws.accounts.ssoRegion';

    const FLOWS: { readonly [flow in SignInFlowPreference]: string } = {
        automatic: nls.localize(
            'theia/aws-accounts/preferences/automatic',
            'In the browser where it is on the machine of the backend, else by code.'
        ),
        authorizationCode: nls.localize(
            'theia/aws-accounts/preferences/authorizationCode',
            'In the browser, which comes back by itself, or whose last address you paste.'
        ),
        deviceCode: nls.localize('theia/aws-accounts/preferences/deviceCode', 'By a code that you compare. Works wherever your browser is.')
    };

    export const properties: PreferenceSchema['properties'] = {
        [FLOW]: {
            type: 'string',
            enum: Object.keys(FLOWS),
            enumDescriptions: Object.values(FLOWS),
            default: 'automatic',
            scope: PreferenceScope.User,
            description: nls.localize(
                'theia/aws-accounts/preferences/signInFlow',
                'How you sign in to AWS. Only the user setting counts; a workspace cannot change it.'
            )
        },
        [START_URL]: {
            type: 'string',
            default: '',
            scope: PreferenceScope.User,
            description: nls.localize(
                'theia/aws-accounts/preferences/startUrl',
                'Start URL that is filled in when you sign in with IAM Identity Center. Only the user setting counts; a workspace cannot '
                    + 'change it.'
            )
        },
        [REGION]: {
            type: 'string',
            default: '',
            scope: PreferenceScope.User,
            description: nls.localize(
                'theia/aws-accounts/preferences/ssoRegion',
                'Region that is filled in when you sign in with IAM Identity Center. Only the user setting counts; a workspace cannot '
                    + 'change it.'
            )
        }
    };
}
