import { createHash } from 'node:crypto';
import { chainOf, ProfileLookup } from '../shared-config/profile-chain';
import type { SectionSettings } from '../shared-config/profile-settings';
import { signingKeys } from '../shared-config/signing-keys';

/**
 * Changes whenever anything changes in the files that a profile's credentials depend on: the profile, the profiles it goes through, its
 * services section, and the SSO session at their end. A hash, so that it may be kept where secrets may not.
 */
export function fingerprint(profile: SectionSettings, lookup: ProfileLookup): string {
    const chain = chainOf(profile, lookup);
    const session = lookup.ssoSession(chain[chain.length - 1].get('sso_session') ?? '');
    const services = lookup.services(profile.get('services') ?? '');
    const parts = [...chain, session, services].filter(part => part !== undefined);
    return parts.length === 1 ? digestOf(parts[0]) : createHash('sha256').update(parts.map(digestOf).join(' ')).digest('hex');
}

const digests = new WeakMap<SectionSettings, string>();

/** Made once for a section. */
function digestOf(section: SectionSettings): string {
    const known = digests.get(section);
    if (known !== undefined) {
        return known;
    }
    const digest = createHash('sha256').update(JSON.stringify([section.name, section.all(), signingKeys(section)])).digest('hex');
    digests.set(section, digest);
    return digest;
}
