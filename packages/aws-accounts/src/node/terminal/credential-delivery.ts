import { chainOf, ProfileLookup } from '../shared-config/profile-chain';
import { classify } from '../shared-config/profile-classification';
import type { SectionSettings } from '../shared-config/profile-settings';

/** The way in which other tools come to the credentials of a profile. */
export interface CredentialDelivery {
    /** `name`: every current tool resolves the profile itself. `endpoint`: most cannot, so they ask this process. */
    readonly kind: 'name' | 'endpoint';
    /** The keys in the environment are where the credentials come from, so they have to stay. */
    readonly fromEnvironment: boolean;
}

/**
 * Decides by what stands in the files. The endpoint is for
 * - `mfa_serial`: SDKs have nobody to ask for the code, and the AWS CLI asks again in each terminal (with a role), or signs without it
 * (with plain keys);
 * - `login_session`: read by the AWS CLI from 2.32 and by SDKs of the same time only.
 * All other credentials are in the files and caches that all tools share, the tokens of SSO sessions included.
 */
export function reachOf(profile: SectionSettings, lookup: ProfileLookup): CredentialDelivery {
    const chain = chainOf(profile, lookup);
    const last = chain[chain.length - 1];
    const needsPerson = chain.some(link => link.has('mfa_serial')) || classify(last, lookup).source === 'loginSession';
    return {
        kind: needsPerson ? 'endpoint' : 'name',
        fromEnvironment: chain.some(link => link.get('credential_source') === 'Environment')
    };
}
