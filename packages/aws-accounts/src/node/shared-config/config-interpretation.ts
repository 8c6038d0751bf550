import { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import type { SsoSession } from './sso-session';
import { atOnce } from '../process/slices';
import { collectSections, ConfigDocuments, ConfigSections } from './config-sections';
import type { EnvironmentEndpoints } from '../http/endpoint-settings';
import { KeptProfiles } from './kept-profiles';
import type { ProfileLookup } from './profile-chain';
import { ProfileInterpreter } from './profile-interpreter';
import { reservedName, sessionProblem } from './profile-problems';
import type { SectionSettings } from './profile-settings';
import type { ConfiguredSsoSession, SharedConfig } from './shared-config';

/** Profiles between two pauses. */
const PROFILES_AT_ONCE = 16;

/** Settings of the environment that count for profiles. */
interface InterpretedEnvironment {
    /** `AWS_REGION`, when set. */
    readonly region: string | undefined;
    readonly endpoints: EnvironmentEndpoints;
}

/** An interpretation, and facts for the next one, which keeps the parts that still hold. */
export interface Interpretation extends Omit<SharedConfig, 'files'> {
    readonly sections: ConfigSections;
    /** One for each profile of `sections`, in their order. */
    readonly connections: readonly IamProfileConnection[];
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
    const kept = known && new KeptProfiles(connectionsOf(known), known.settings, settings);
    const connections: IamProfileConnection[] = [];
    for (const profile of sections.profiles.values()) {
        connections.push(kept?.get(profile) ?? interpreter.toConnection(profile));
        if (connections.length % PROFILES_AT_ONCE === 0) {
            yield;
        }
    }
    const caBundles = caBundlesOfSessions(sections.profiles.values());
    return {
        profiles: [...connections, ...sections.unreadable],
        ssoSessions: [...sections.ssoSessions.values()].map(section => toSsoSession(section, caBundles.get(section.name))),
        settings, sections, connections
    };
}

function connectionsOf({ sections, connections }: Interpretation): ReadonlyMap<SectionSettings, IamProfileConnection> {
    const all = new Map<SectionSettings, IamProfileConnection>();
    for (const profile of sections.profiles.values()) {
        all.set(profile, connections[all.size]);
    }
    return all;
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
    const problem = reservedName(section) ?? sessionProblem(section);
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
