import type { ProfileProblem } from '../../common/connection/profile-problem';
import { MachineSource } from '../../common/profile/machine-source';
import { Classification, classifyWithoutRole } from './own-credentials';
import { assumesRole, ProfileLookup, signsWithOwnKeys } from './profile-chain';
import { invalidSetting, missingKey, valueThatGoesOn } from './profile-problems';
import type { SectionSettings } from './profile-settings';

/** Classifies one profile; for many of one pair of files, a `ProfileClassifier` does each only once. */
export function classify(profile: SectionSettings, lookup: ProfileLookup): Classification {
    return new ProfileClassifier(lookup).classify(profile);
}

/** Classifies a profile as the source of a role, which may be that of the profile itself. */
export function classifyAsSource(source: SectionSettings, lookup: ProfileLookup): Classification {
    return new ProfileClassifier(lookup).classifyAsSource(source);
}

/** Classifies the profiles of one pair of files, each once, whatever the length of the chains between them. */
export class ProfileClassifier {

    protected readonly known = new Map<SectionSettings, Classification>();

    constructor(protected readonly lookup: ProfileLookup) { }

    classify(profile: SectionSettings): Classification {
        if (!assumesRole(profile)) {
            return this.classifyLink(profile);
        }
        const known = this.known.get(profile);
        if (known !== undefined) {
            return known;
        }
        const way: SectionSettings[] = [];
        const passed = new Set<SectionSettings>();
        let current: SectionSettings | undefined = profile;
        while (current !== undefined && !this.known.has(current) && !passed.has(current)) {
            way.push(current);
            passed.add(current);
            current = this.roleSourceOf(current);
        }
        if (current !== undefined && passed.has(current)) {
            this.closeCircle(way.splice(way.indexOf(current)));
        }
        for (const link of way.reverse()) {
            this.known.set(link, this.classifyLink(link));
        }
        return this.known.get(profile) ?? this.classifyLink(profile);
    }

    classifyAsSource(source: SectionSettings): Classification {
        return signsWithOwnKeys(source) ? classifyWithoutRole(source, this.lookup) : this.classify(source);
    }

    /** The profile that has to be classified before this one: the source of its role, when that takes on a role too. */
    protected roleSourceOf(profile: SectionSettings): SectionSettings | undefined {
        const source =
            assumesRole(profile) && !profile.has('credential_source')
                ? this.lookup.profile(profile.get('source_profile') ?? '')
                : undefined;
        return source !== undefined && !signsWithOwnKeys(source) ? source : undefined;
    }

    protected closeCircle(members: readonly SectionSettings[]): void {
        const names = [...members, members[0]].map(({ name }) => name);
        for (const member of members) {
            this.known.set(member, {
                source: 'assumeRole',
                problem: { kind: 'sourceProfileCycle', names, location: member.setting('source_profile')?.location }
            });
        }
    }

    /** A role comes first, as in the AWS CLI. */
    protected classifyLink(profile: SectionSettings): Classification {
        const classification = this.sourceOf(profile);
        const problem = valueThatGoesOn(profile) ?? classification.problem ?? invalidSetting(profile, 'region');
        return problem === classification.problem ? classification : { source: classification.source, problem };
    }

    protected sourceOf(profile: SectionSettings): Classification {
        return assumesRole(profile)
            ? { source: 'assumeRole', problem: this.roleProblem(profile) }
            : classifyWithoutRole(profile, this.lookup);
    }

    protected roleProblem(profile: SectionSettings): ProfileProblem | undefined {
        const credentialSource = profile.setting('credential_source');
        if (profile.has('source_profile') && profile.has('credential_source')) {
            return { kind: 'conflictingKeys', keys: ['source_profile', 'credential_source'], location: credentialSource?.location };
        }
        if (credentialSource?.value) {
            const { value, location } = credentialSource;
            return MachineSource.named(value)
                ? invalidSetting(profile, 'role_arn')
                : { kind: 'invalidValue', key: 'credential_source', value, location };
        }
        return missingKey(profile, 'source_profile') ?? this.sourceProblem(profile) ?? invalidSetting(profile, 'role_arn');
    }

    protected sourceProblem(profile: SectionSettings): ProfileProblem | undefined {
        const name = profile.get('source_profile') ?? '';
        const problemOf = (kind: 'sourceProfileNotFound' | 'sourceProfileBroken'): ProfileProblem => (
            { kind, name, location: profile.setting('source_profile')?.location }
        );
        const source = this.lookup.profile(name);
        if (source === undefined) {
            return problemOf('sourceProfileNotFound');
        }
        const { problem } = signsWithOwnKeys(source) ? classifyWithoutRole(source, this.lookup) : this.known.get(source) ?? {};
        return problem === undefined || concernsRegionOnly(problem) ? undefined : problemOf('sourceProfileBroken');
    }
}

/** The credentials of a source profile do not depend on its region. */
function concernsRegionOnly(problem: ProfileProblem): boolean {
    return problem.kind === 'invalidValue' && problem.key === 'region';
}
