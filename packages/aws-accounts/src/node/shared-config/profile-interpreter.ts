import { AwsConnection, IamProfileConnection, IamProfileSource } from '../../common/connection/aws-connection';
import { ProfileRegion } from '../../common/connection/profile-region';
import { EndpointSetting, EnvironmentEndpoints } from '../http/endpoint-settings';
import { assumesRole, chainOf, ProfileLookup } from './profile-chain';
import { ProfileClassifier } from './profile-classification';
import { profileEndpoints } from './profile-endpoints';
import type { SectionSettings } from './profile-settings';
import { regionOfPartition } from './region-to-call';

/** Settings that a profile inherits from the profiles that it goes through. */
interface Descent {
    readonly needsMfa: boolean;
    readonly ssoSession: string | undefined;
    readonly loginSession: string | undefined;
}

const NOTHING: Descent = { needsMfa: false, ssoSession: undefined, loginSession: undefined };

/** Makes connections of the profiles of one pair of files. */
export class ProfileInterpreter {

    protected readonly classifier: ProfileClassifier;
    protected readonly descents = new Map<SectionSettings, Descent>();
    /** Thousands of profiles name few regions. */
    protected readonly regions: { readonly [origin in ProfileRegion['origin']]: Map<string, ProfileRegion> } = {
        profile: new Map(), environment: new Map(), chosen: new Map(), default: new Map()
    };

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
        const { needsMfa, ssoSession, loginSession } = this.descentOf(profile, source);
        const connection: IamProfileConnection = {
            kind: 'iamProfile',
            id: AwsConnection.profileId(profile.name),
            name: profile.name,
            source,
            region: this.regionOf(profile),
            accountId: isSso ? profile.get('sso_account_id') : roleAccount,
            roleName: isSso ? profile.get('sso_role_name') : roleName,
            needsMfa, ssoSession,
            ...loginSession !== undefined && { loginSession },
            sourceProfile: source === 'assumeRole' ? profile.get('source_profile') : undefined,
            locations: profile.locations,
            problem: problem ?? endpoints.problem
        };
        return endpoints.settings.length === 0 && !endpoints.ignored ? connection : {
            ...connection,
            ...endpoints.settings.length > 0 && { endpoints: endpoints.settings.map(EndpointSetting.shown) },
            ...endpoints.ignored && { ignoresEndpoints: true }
        };
    }

    /** Each profile is looked at once: the chain of another one ends where it meets what is known. */
    protected descentOf(profile: SectionSettings, kind: IamProfileSource): Descent {
        if (kind !== 'assumeRole') {
            return this.ownDescent(profile, kind);
        }
        const chain = chainOf(profile, this.lookup, link => this.descents.has(link));
        for (let index = chain.length - 1; index >= 0; index -= 1) {
            const link = chain[index];
            const source = assumesRole(link) && index + 1 < chain.length ? this.descents.get(chain[index + 1]) : undefined;
            const known = this.descents.get(link);
            const own = source ?? this.ownDescent(link, this.classifier.classify(link).source);
            this.descents.set(link, known ?? { ...own, needsMfa: link.has('mfa_serial') || own.needsMfa });
        }
        return this.descents.get(profile) ?? NOTHING;
    }

    protected ownDescent(profile: SectionSettings, kind: IamProfileSource): Descent {
        const needsMfa = profile.has('mfa_serial');
        return kind === 'assumeRole' ? { ...NOTHING, needsMfa } : {
            needsMfa,
            ssoSession: profile.get('sso_session') ?? profile.get('sso_start_url'),
            loginSession: kind === 'loginSession' ? profile.get('login_session') : undefined
        };
    }

    /** No silent region: a default is said to be one. */
    protected regionOf(profile: SectionSettings): ProfileRegion {
        const name = profile.get('region');
        if (name !== undefined) {
            return this.region(name, 'profile');
        }
        return this.environmentRegion === undefined
            ? this.region(regionOfPartition(profile, this.lookup), 'default')
            : this.region(this.environmentRegion, 'environment');
    }

    protected region(name: string, origin: ProfileRegion['origin']): ProfileRegion {
        const known = this.regions[origin].get(name);
        if (known !== undefined) {
            return known;
        }
        const region = { name, origin };
        this.regions[origin].set(name, region);
        return region;
    }
}

function roleOf(arn: string | undefined): readonly (string | undefined)[] {
    return (arn && /^arn:[^:]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn)) || [];
}
