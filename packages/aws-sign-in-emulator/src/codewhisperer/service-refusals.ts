import type { ServiceError } from './generation';

/** Refusals of the service, in its words. */
export const ServiceRefusals = {
    bearer: denied('The bearer token included in the request is invalid.'),
    scope: denied('The token lacks the scope codewhisperer:completions.'),
    feature: denied('Your organization does not allow the use of this feature.', 'FEATURE_NOT_SUPPORTED'),
    subscription: denied('You do not have an active subscription to Amazon Q Developer.'),
    suspended: denied('Your account is suspended temporarily.', 'TEMPORARILY_SUSPENDED'),
    noProfiles: denied('This account type is not supported for this operation.'),
    profileMissing: { name: 'ValidationException', message: 'profileArn is required for this request.', status: 400 },
    profileUnknown: { name: 'AccessDeniedException', message: 'User is not authorized to access this profile.', status: 403 },
    profileElsewhere: { name: 'ValidationException', message: 'The profile belongs to another region.', status: 400 },
    /** A setting with a typing error is not to pass for no refusal. */
    unknown: (setting: string): ServiceError => ({ name: 'ValidationException', message: `No refusal is named ${setting}.`, status: 400 }),
    down: { name: 'ServiceUnavailableException', message: 'The service is temporarily unavailable.', status: 503 }
} as const satisfies { readonly [kind: string]: ServiceError | ((name: string) => ServiceError) };

/** Refusals of a person whose sign-in is good, as a test asks for them by the setting `codeWhispererRefusal`. */
export const IDENTITY_REFUSALS: { readonly [setting: string]: ServiceError } = {
    feature: ServiceRefusals.feature, subscription: ServiceRefusals.subscription, suspended: ServiceRefusals.suspended
};

function denied(message: string, reason?: string): ServiceError {
    return { name: 'AccessDeniedException', message, status: 403, ...reason !== undefined && { reason } };
}
