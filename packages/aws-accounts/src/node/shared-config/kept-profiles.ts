import type { IamProfileConnection } from '../../common/connection/aws-connection';
import { assumesRole, ProfileLookup } from './profile-chain';
import type { SectionSettings } from './profile-settings';
import type { RenewedNames } from './section-collection';

/** Finds out which profiles of an earlier reading still hold. Each is looked at once, whatever the length of the chains between them. */
export class KeptProfiles {

    protected readonly judged = new Map<SectionSettings, boolean>();

    /** @param renewed the names of sections that are others now, also of those that are gone */
    constructor(
        protected readonly known: ReadonlyMap<SectionSettings, IamProfileConnection>,
        protected readonly renewed: RenewedNames,
        protected readonly lookup: ProfileLookup
    ) { }

    /** The earlier interpretation; `undefined` when the profile, or anything that it goes through, says something else now. */
    get(profile: SectionSettings): IamProfileConnection | undefined {
        const holds = assumesRole(profile) ? this.holdsWithSources(profile) : this.isUnchanged(profile);
        return holds ? this.known.get(profile) : undefined;
    }

    protected holdsWithSources(profile: SectionSettings): boolean {
        const way = new Set<SectionSettings>();
        let holds = true;
        for (
            let current: SectionSettings | undefined = profile;
            holds && current !== undefined && !way.has(current);
            current = this.sourceOf(current)
        ) {
            const judged = this.judged.get(current);
            way.add(current);
            holds = judged ?? this.isUnchanged(current);
            if (judged !== undefined) {
                break;
            }
        }
        way.forEach(link => this.judged.set(link, holds));
        return holds;
    }

    protected sourceOf(profile: SectionSettings): SectionSettings | undefined {
        return assumesRole(profile) ? this.lookup.profile(profile.get('source_profile') ?? '') : undefined;
    }

    /** Tells whether the profile is what it was, and so is each section that it names. */
    protected isUnchanged(profile: SectionSettings): boolean {
        const { profiles, ssoSessions, services } = this.renewed;
        return !profiles.has(profile.name) && !names(profile, 'sso_session', ssoSessions) && !names(profile, 'services', services) &&
            !(assumesRole(profile) && names(profile, 'source_profile', profiles));
    }
}

function names(profile: SectionSettings, key: string, renewed: ReadonlySet<string>): boolean {
    return renewed.size > 0 && renewed.has(profile.get(key) ?? '');
}
