import { nls } from '@theia/core/lib/common/nls';
import type { PreferenceContribution, PreferenceSchema, PreferenceService } from '@theia/core/lib/common/preferences';
import { PreferenceScope } from '@theia/core/lib/common/preferences';
import { listText } from '../value/list-text';
import { SignInPreferences } from './sign-in-preferences';
import type { TokenServices } from '../token-service/token-services';

/** Fate of the sign-ins of token services when AWS services turn to an IAM profile. */
export type WhenSwitchingMethod = 'ask' | 'stayConnected' | 'disconnect';

export namespace AwsAccountsPreferences {

    export const WHEN_SWITCHING_METHOD = 'aws.accounts.whenSwitchingMethod';

    export const REQUIREMENTS = 'aws.accounts.requirements';

    export const WARN_BEFORE_END = 'aws.accounts.warnBeforeSignInEnds';

    export const TERMINAL_ENVIRONMENT = 'aws.accounts.terminalEnvironment';

    export const schemaFor = (services: TokenServices): PreferenceSchema => ({
        properties: {
            ...SignInPreferences.properties,
            [REQUIREMENTS]: {
                type: 'object',
                default: {},
                scope: PreferenceScope.Folder,
                markdownDescription: nls.localize(
                    'theia/aws-accounts/preferences/requirements',
                    'What commands need, by command id or pattern, for example `{0}`. Adds to what the product and other settings declare, '
                        + 'and takes nothing away.',
                    '{ "my.deploy.*": { "kind": "iam" } }'
                )
            },
            [WARN_BEFORE_END]: {
                type: 'boolean',
                default: true,
                scope: PreferenceScope.User,
                description: nls.localize(
                    'theia/aws-accounts/preferences/warnBeforeSignInEnds',
                    'Say some minutes before that a sign-in ends that does not renew by itself, if it was used lately.'
                )
            },
            [TERMINAL_ENVIRONMENT]: {
                type: 'boolean',
                default: false,
                scope: PreferenceScope.User,
                description: nls.localize(
                    'theia/aws-accounts/preferences/terminalEnvironment',
                    'Give new terminals, tasks and debug sessions the name and region of the IAM profile in use (AWS_PROFILE, AWS_REGION), '
                        + 'never its keys. ' +
                        'Only the user setting counts; a workspace cannot change it.'
                )
            },
            [WHEN_SWITCHING_METHOD]: whenSwitchingMethod(listText(services.map(({ label }) => label)))
        }
    });

    /** The settings of a product with these token services. Bound in both halves. */
    export const contribution = (services: TokenServices): PreferenceContribution => ({ schema: schemaFor(services) });

    /**
     * The user's own value, or the product's default. A workspace can set a user-scoped preference too, and `get` would return
     * that value, so anything on which trust depends is read through `inspect`.
     */
    export function trusted<T>(preferences: PreferenceService, name: string): T | undefined {
        const found = preferences.inspect(name);
        return (found?.globalValue ?? found?.defaultValue) as T | undefined;
    }
}

/** @param services names of the token services, as a part of a sentence */
function whenSwitchingMethod(services: string): PreferenceSchema['properties'][string] {
    return {
        type: 'string',
        enum: ['ask', 'stayConnected', 'disconnect'],
        enumDescriptions: [
            nls.localize('theia/aws-accounts/preferences/ask', 'Ask each time.'),
            nls.localize(
                'theia/aws-accounts/preferences/stayConnected',
                'Stay connected to {0} while AWS services use the IAM profile.',
                services
            ),
            nls.localize(
                'theia/aws-accounts/preferences/disconnect',
                'Disconnect {0}. Nothing is signed out, so connecting again needs no sign-in.',
                services
            )
        ],
        default: 'ask',
        scope: PreferenceScope.User,
        description: nls.localize(
            'theia/aws-accounts/preferences/whenSwitchingMethod',
            'What happens to {0} when you start to use an IAM profile for AWS services. Only the user setting counts; a workspace cannot '
                + 'change it.',
            services
        )
    };
}
