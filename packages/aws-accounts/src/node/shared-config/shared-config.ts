import type { SharedConfigFiles } from '../../common/snapshot/aws-accounts-snapshot';
import type { IamProfileConnection, IdentityCenterConnection } from '../../common/connection/aws-connection';
import type { SsoSession } from './sso-session';
import type { ProfileLookup } from './profile-chain';

/** A configured SSO session: what is shown of it, and what signs in to it (absent while it lacks something). */
export interface ConfiguredSsoSession {
    readonly connection: IdentityCenterConnection;
    readonly session?: SsoSession;
}

/** The content of the two shared config files at one moment. */
export interface SharedConfig {
    readonly profiles: readonly IamProfileConnection[];
    readonly ssoSessions: readonly ConfiguredSsoSession[];
    readonly files: SharedConfigFiles;
    /** The raw settings, which may be secrets: never to be sent to the browser. */
    readonly settings: ProfileLookup;
}
