import { createHash } from 'node:crypto';
import { chainOf, ProfileLookup } from '../shared-config/profile-chain';
import type { SectionSettings } from '../shared-config/profile-settings';

/**
 * Changes whenever anything changes in the files that a profile's credentials depend on: the profile, the profiles it goes through, its
 * services section, and the SSO session at their end. A hash, so that it may be kept where secrets may not.
 */
export function fingerprint(profile: SectionSettings, lookup: ProfileLookup): string {
    const chain = chainOf(profile, lookup);
    const session = lookup.ssoSession(chain[chain.length - 1].get('sso_session') ?? '');
    const services = lookup.services(profile.get('services') ?? '');
    const hash = createHash('sha256');
    for (const section of [...chain, session, services].filter(part => part !== undefined)) {
        hash.update(JSON.stringify([section.name, section.all()]));
    }
    return hash.digest('hex');
}
