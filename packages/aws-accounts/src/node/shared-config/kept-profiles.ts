import type { IamProfileConnection } from '../../common/aws-connection';
import { assumesRole, ProfileLookup } from './profile-chain';
import type { SectionSettings } from './profile-settings';

/** A profile and the sections that it names. */
export interface InterpretedProfile {
    readonly connection: IamProfileConnection;
    readonly session: SectionSettings | undefined;
    readonly services: SectionSettings | undefined;
    readonly source: SectionSettings | undefined;
}

export namespace InterpretedProfile {

    export function of(profile: SectionSettings, lookup: ProfileLookup, connection: IamProfileConnection): InterpretedProfile {
        return {
            connection,
            session: lookup.ssoSession(profile.get('sso_session') ?? ''),
            services: lookup.services(profile.get('services') ?? ''),
            source: sourceOf(profile, lookup)
        };
    }
}

function sourceOf(profile: SectionSettings, lookup: ProfileLookup): SectionSettings | undefined {
    return assumesRole(profile) ? lookup.profile(profile.get('source_profile') ?? '') : undefined;
}

/** Finds out which profiles of an earlier reading still hold. Each is looked at once, whatever the length of the chains between them. */
export class KeptProfiles {

    protected readonly judged = new Map<SectionSettings, boolean>();

    constructor(
        protected readonly known: ReadonlyMap<SectionSettings, InterpretedProfile>,
        protected readonly lookup: ProfileLookup
    ) { }

    /** What was interpreted earlier; `undefined` when the profile, or anything that it goes through, says something else now. */
    get(profile: SectionSettings): InterpretedProfile | undefined {
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

    protected isUnchanged(profile: SectionSettings): boolean {
        const before = this.known.get(profile);
        return before !== undefined &&
            before.session === this.lookup.ssoSession(profile.get('sso_session') ?? '') &&
            before.services === this.lookup.services(profile.get('services') ?? '') &&
            before.source === sourceOf(profile, this.lookup);
    }
}
