import type { SourceLocation } from '../value/source-location';

/** Reason why a profile or an SSO session is unusable. Carries values; the words are chosen at the UI edge. */
export type ProfileProblem = { readonly location?: SourceLocation } & (
    | { readonly kind: 'missingKey'; readonly key: string }
    | { readonly kind: 'sourceProfileNotFound'; readonly name: string }
    | { readonly kind: 'sourceProfileCycle'; readonly names: readonly string[] }
    | { readonly kind: 'sourceProfileBroken'; readonly name: string }
    | { readonly kind: 'ssoSessionNotFound'; readonly name: string }
    | { readonly kind: 'conflictingKeys'; readonly keys: readonly string[] }
    | { readonly kind: 'invalidValue'; readonly key: string; readonly value: string }
    /** Without the value, which may be a secret. */
    | { readonly kind: 'valueGoesOn'; readonly key: string }
    | { readonly kind: 'unreadableName'; readonly name: string }
    | { readonly kind: 'builderIdHasNoAccounts' }
    /** Without the value, which may hold a password. */
    | { readonly kind: 'invalidEndpoint'; readonly service?: string }
    | { readonly kind: 'servicesNotFound'; readonly name: string }
    | { readonly kind: 'noCredentials' });
