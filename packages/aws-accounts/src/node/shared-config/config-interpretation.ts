import { AwsConnection, IamProfileConnection, ProfileRegion } from '../../common/aws-connection';
import { AwsPartitions } from '../../common/aws-partitions';
import type { SsoSession } from './sso-session';
import { atOnce } from '../process/slices';
import { collectSections, ConfigDocuments, ConfigSections } from './config-sections';
import { EndpointSetting, EnvironmentEndpoints } from '../http/endpoint-settings';
import { InterpretedProfile, KeptProfiles } from './kept-profiles';
import { assumesRole, chainOf, ProfileLookup } from './profile-chain';
import { ProfileClassifier } from './profile-classification';
import { profileEndpoints } from './profile-endpoints';
import { sessionProblem } from './profile-problems';
import type { SectionSettings } from './profile-settings';
import type { ConfiguredSsoSession, SharedConfig } from './shared-config';

/** Profiles between two pauses. */
const PROFILES_AT_ONCE = 16;

/** Settings of the environment that count for profiles. */
export interface InterpretedEnvironment {
    /** `AWS_REGION`, when set. */
    readonly region: string | undefined;
    readonly endpoints: EnvironmentEndpoints;
}

/** An interpretation, and facts for the next one, which keeps the parts that still hold. */
export interface Interpretation extends Omit<SharedConfig, 'files'> {
    readonly sections: ConfigSections;
    readonly interpreted: ReadonlyMap<SectionSettings, InterpretedProfile>;
}

/**
 * Turns the two parsed files into profiles and SSO sessions. Pure.
 *
 * @param environmentRegion `AWS_REGION`, when set
 * @param endpoints what the environment says of them
 */
export function interpret(
    documents: ConfigDocuments, environmentRegion: string | undefined, endpoints: EnvironmentEndpoints = { settings: [] }
): Interpretation {
    return atOnce(interpreting(documents, { region: environmentRegion, endpoints }));
}

/**
 * The same with a pause after some sections.
 *
 * @param known the interpretation of an earlier reading in the same environment
 */
export function* interpreting(
    documents: ConfigDocuments,
    { region, endpoints }: InterpretedEnvironment,
    known?: Interpretation
): Generator<void, Interpretation> {
    const sections = yield* collectSections(documents, known?.sections);
    const settings: ProfileLookup = {
        profile: name => sections.profiles.get(name),
        ssoSession: name => sections.ssoSessions.get(name),
        services: name => sections.services.get(name)
    };
    const interpreter = new ProfileInterpreter(settings, region, endpoints);
    const kept = known && new KeptProfiles(known.interpreted, settings);
    const interpreted = new Map<SectionSettings, InterpretedProfile>();
    for (const profile of sections.profiles.values()) {
        interpreted.set(profile, kept?.get(profile) ?? InterpretedProfile.of(profile, settings, interpreter.toConnection(profile)));
        if (interpreted.size % PROFILES_AT_ONCE === 0) {
            yield;
        }
    }
    const caBundles = caBundlesOfSessions(sections.profiles.values());
    return {
        profiles: [...[...interpreted.values()].map(({ connection }) => connection), ...sections.unreadable],
        ssoSessions: [...sections.ssoSessions.values()].map(section => toSsoSession(section, caBundles.get(section.name))),
        settings, sections, interpreted
    };
}

/** Settings that a profile inherits from the profiles that it goes through. */
interface Descent {
    readonly needsMfa: boolean;
    readonly ssoSession: string | undefined;
}

class ProfileInterpreter {

    protected readonly classifier: ProfileClassifier;
    protected readonly descents = new Map<SectionSettings, Descent>();

    constructor(
        protected readonly lookup: ProfileLookup,
        protected readonly environmentRegion: string | undefined,
        protected readonly environment: EnvironmentEndpoints
    ) {
        this.classifier = new ProfileClassifier(lookup);
    }

    toConnection(profile: SectionSettings): IamProfileConnection {
        const { source, problem } = this.classifier.classify(profile);
        const endpoints = profileEndpoints(profile, this.lookup, this.environment);
        const [, roleAccount, roleName] = roleOf(profile.get('role_arn'));
        const isSso = source === 'ssoSession' || source === 'ssoLegacy';
        return {
            kind: 'iamProfile',
            id: AwsConnection.profileId(profile.name),
            name: profile.name,
            source,
            region: this.regionOf(profile),
            accountId: isSso ? profile.get('sso_account_id') : roleAccount,
            roleName: isSso ? profile.get('sso_role_name') : roleName,
            ...this.descentOf(profile),
            sourceProfile: source === 'assumeRole' ? profile.get('source_profile') : undefined,
            locations: profile.locations,
            ...endpoints.settings.length > 0 && { endpoints: endpoints.settings.map(EndpointSetting.shown) },
            ...endpoints.ignored && { ignoresEndpoints: true },
            problem: problem ?? endpoints.problem
        };
    }

    /** Each profile is looked at once: the chain of another one ends where it meets what is known. */
    protected descentOf(profile: SectionSettings): Descent {
        if (!assumesRole(profile)) {
            return { needsMfa: profile.has('mfa_serial'), ssoSession: this.ownSession(profile) };
        }
        const chain = chainOf(profile, this.lookup, link => this.descents.has(link));
        for (let index = chain.length - 1; index >= 0; index -= 1) {
            const link = chain[index];
            const source = assumesRole(link) && index + 1 < chain.length ? this.descents.get(chain[index + 1]) : undefined;
            const known = this.descents.get(link);
            this.descents.set(link, known ?? {
                needsMfa: link.has('mfa_serial') || source?.needsMfa === true,
                ssoSession: source ? source.ssoSession : this.ownSession(link)
            });
        }
        return this.descents.get(profile) ?? { needsMfa: false, ssoSession: undefined };
    }

    protected ownSession(profile: SectionSettings): string | undefined {
        return this.classifier.classify(profile).source === 'assumeRole'
            ? undefined
            : (profile.get('sso_session') ?? profile.get('sso_start_url'));
    }

    /** No silent region: a default is said to be one. */
    protected regionOf(profile: SectionSettings): ProfileRegion {
        const name = profile.get('region');
        if (name !== undefined) {
            return { name, origin: 'profile' };
        }
        return this.environmentRegion === undefined
            ? { name: AwsPartitions.DEFAULT_REGION, origin: 'default' }
            : { name: this.environmentRegion, origin: 'environment' };
    }
}

function roleOf(arn: string | undefined): readonly (string | undefined)[] {
    return (arn && /^arn:[^:]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn)) || [];
}

/** A session has no `ca_bundle` of its own, and belongs to the network of its profiles: the first that has one says it. */
function caBundlesOfSessions(profiles: Iterable<SectionSettings>): ReadonlyMap<string, string> {
    const bundles = new Map<string, string>();
    for (const profile of profiles) {
        const bundle = profile.get('ca_bundle');
        const session = bundle && profile.get('sso_session');
        if (bundle && session && !bundles.has(session)) {
            bundles.set(session, bundle);
        }
    }
    return bundles;
}

function toSsoSession(section: SectionSettings, caBundle: string | undefined): ConfiguredSsoSession {
    const problem = sessionProblem(section);
    const startUrl = section.get('sso_start_url') ?? '';
    const region = section.get('sso_region') ?? '';
    const scopes = section.get('sso_registration_scopes')?.split(',').map(scope => scope.trim()).filter(scope => scope !== '');
    const session: SsoSession = { name: section.name, startUrl, region, scopes, ...caBundle !== undefined && { caBundle } };
    return {
        connection: {
            kind: 'identityCenter',
            id: AwsConnection.ssoSessionId(section.name),
            name: section.name,
            startUrl,
            region,
            location: section.locations[0],
            problem
        },
        session: problem ? undefined : session
    };
}
