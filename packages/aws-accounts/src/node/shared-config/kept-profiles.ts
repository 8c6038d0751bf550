import type { IamProfileConnection } from '../../common/connection/aws-connection';
import { assumesRole, ProfileLookup } from './profile-chain';
import type { SectionSettings } from './profile-settings';

function sourceOf(profile: SectionSettings, lookup: ProfileLookup): SectionSettings | undefined {
    return assumesRole(profile) ? lookup.profile(profile.get('source_profile') ?? '') : undefined;
}

/** Finds out which profiles of an earlier reading still hold. Each is looked at once, whatever the length of the chains between them. */
export class KeptProfiles {

    protected readonly judged = new Map<SectionSettings, boolean>();

    /** @param before the sections that the profiles of the earlier reading could name */
    constructor(
        protected readonly known: ReadonlyMap<SectionSettings, IamProfileConnection>,
        protected readonly before: ProfileLookup,
        protected readonly lookup: ProfileLookup
    ) { }

    /** The earlier interpretation; `undefined` when the profile, or anything that it goes through, says something else now. */
    get(profile: SectionSettings): IamProfileConnection | undefined {
        const way = new Set<SectionSettings>();
        let holds = true;
        for (
            let current: SectionSettings | undefined = profile;
            holds && current !== undefined && !way.has(current);
            current = sourceOf(current, this.lookup)
        ) {
            const judged = this.judged.get(current);
            way.add(current);
            holds = judged ?? this.isUnchanged(current);
            if (judged !== undefined) {
                break;
            }
        }
        way.forEach(link => this.judged.set(link, holds));
        return holds ? this.known.get(profile) : undefined;
    }

    /** Tells whether the profile was there, and each section that it names is the one that it named. */
    protected isUnchanged(profile: SectionSettings): boolean {
        return this.known.has(profile) &&
            this.isSame(lookup => lookup.ssoSession(profile.get('sso_session') ?? '')) &&
            this.isSame(lookup => lookup.services(profile.get('services') ?? '')) &&
            this.isSame(lookup => sourceOf(profile, lookup));
    }

    protected isSame(named: (lookup: ProfileLookup) => SectionSettings | undefined): boolean {
        return named(this.before) === named(this.lookup);
    }
}
