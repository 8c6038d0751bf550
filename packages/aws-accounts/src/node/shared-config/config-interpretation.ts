import type { IamProfileConnection } from '../../common/connection/aws-connection';
import { atOnce } from '../process/slices';
import { collectSections, ConfigDocuments } from './config-sections';
import type { EnvironmentEndpoints } from '../http/endpoint-settings';
import { KeptProfiles } from './kept-profiles';
import type { ProfileLookup } from './profile-chain';
import { ProfileInterpreter } from './profile-interpreter';
import type { SectionSettings } from './profile-settings';
import type { ConfigSections } from './section-collection';
import { interpretSessions } from './session-interpretation';
import type { SharedConfig } from './shared-config';

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
    readonly connections: ReadonlyMap<SectionSettings, IamProfileConnection>;
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
 * @param known the interpretation of the last reading, in the same environment. It is used up: what says the same is taken from it, and
 * stands where it stands now
 */
export function* interpreting(
    documents: ConfigDocuments,
    { region, endpoints }: InterpretedEnvironment,
    known?: Interpretation
): Generator<void, Interpretation> {
    const { sections, renewed } = yield* collectSections(documents, known?.sections);
    const settings: ProfileLookup = {
        profile: name => sections.profiles.get(name),
        ssoSession: name => sections.ssoSessions.get(name),
        services: name => sections.services.get(name)
    };
    const interpreter = new ProfileInterpreter(settings, region, endpoints);
    const kept = known && new KeptProfiles(known.connections, renewed, settings);
    const connections = new Map<SectionSettings, IamProfileConnection>();
    for (const profile of sections.profiles.values()) {
        connections.set(profile, kept?.get(profile) ?? interpreter.toConnection(profile));
        if (connections.size % PROFILES_AT_ONCE === 0) {
            yield;
        }
    }
    return {
        profiles: [...connections.values(), ...sections.unreadable],
        ssoSessions: interpretSessions(sections, known),
        settings, sections, connections
    };
}
