import { AwsConnection } from '../../common/connection/aws-connection';
import type { ConfigSections } from './section-collection';
import { reservedName, sessionProblem } from './profile-problems';
import type { SectionSettings } from './profile-settings';
import type { ConfiguredSsoSession } from './shared-config';
import type { SsoSession } from './sso-session';

/** An earlier interpretation: one session for each section, in their order. */
interface KnownSessions {
    readonly sections: Pick<ConfigSections, 'ssoSessions'>;
    readonly ssoSessions: readonly ConfiguredSsoSession[];
}

/** The SSO sessions of the files. @param known an earlier interpretation, of which those stay that say the same */
export function interpretSessions({ profiles, ssoSessions }: ConfigSections, known?: KnownSessions): ConfiguredSsoSession[] {
    const caBundles = caBundlesOfSessions(profiles.values());
    const before = new Map<SectionSettings, ConfiguredSsoSession>();
    for (const section of known?.sections.ssoSessions.values() ?? []) {
        const session = known?.ssoSessions[before.size];
        if (session !== undefined) {
            before.set(section, session);
        }
    }
    return [...ssoSessions.values()].map(section => {
        const caBundle = caBundles.get(section.name);
        const session = before.get(section);
        return session !== undefined && session.session?.caBundle === caBundle ? session : toSsoSession(section, caBundle);
    });
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
