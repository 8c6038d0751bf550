import type { SectionSettings } from './profile-settings';

/** Names that a profile may refer to. */
export interface ProfileLookup {
    profile(name: string): SectionSettings | undefined;
    ssoSession(name: string): SectionSettings | undefined;
    services(name: string): SectionSettings | undefined;
}

/** Tells whether the profile's credentials come from assuming a role with those of another. A web identity brings its own. */
export function assumesRole(profile: SectionSettings): boolean {
    return profile.has('role_arn') && !profile.has('web_identity_token_file');
}

/**
 * A source profile that holds keys is used without the role that it may name itself: the AWS CLI and the SDK do that, for half a pair of
 * keys too.
 */
export function signsWithOwnKeys(source: SectionSettings): boolean {
    return source.has('aws_access_key_id', 'aws_secret_access_key');
}

/**
 * The profiles that `profile` goes through, itself first: each assumes its role with the credentials of the next. Ends with the first that
 * has credentials of another kind, or where the way cannot be followed: a source that is missing, or that was passed before.
 *
 * @param endsAt ends the chain with a profile from which the caller knows the rest
 */
export function chainOf(
    profile: SectionSettings,
    lookup: ProfileLookup,
    endsAt: (link: SectionSettings) => boolean = () => false
): SectionSettings[] {
    if (!assumesRole(profile)) {
        return [profile];
    }
    const chain = new Set([profile]);
    let current: SectionSettings | undefined = profile;
    while (current !== undefined && !endsAt(current)) {
        const source = lookup.profile(current.get('source_profile') ?? '');
        if (source === undefined || chain.has(source)) {
            break;
        }
        chain.add(source);
        current = assumesRole(source) && !signsWithOwnKeys(source) ? source : undefined;
    }
    return [...chain];
}
