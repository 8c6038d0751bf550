import { createHash } from 'node:crypto';
import { chainOf, ProfileLookup } from '../shared-config/profile-chain';
import type { SectionSettings } from '../shared-config/profile-settings';

/**
 * Changes whenever anything changes in the files that a profile's credentials depend on: the profile, the profiles it goes through and
 * the SSO session at their end. A hash, so that it may be kept where secrets may not.
 */
export function fingerprint(profile: SectionSettings, lookup: ProfileLookup): string {
    const chain = chainOf(profile, lookup);
    const session = lookup.ssoSession(chain[chain.length - 1].get('sso_session') ?? '');
    const hash = createHash('sha256');
    for (const section of session ? [...chain, session] : chain) {
        hash.update(JSON.stringify([section.name, section.all()]));
    }
    return hash.digest('hex');
}
