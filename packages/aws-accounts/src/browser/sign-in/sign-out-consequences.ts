import { nls } from '@theia/core/lib/common/nls';
import type { AwsConnection, IamProfileConnection } from '../../common/connection/aws-connection';
import type { AwsAccountsSnapshot, ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsUse } from '../../common/token-service/connection-use';
import { useName } from '../wording';

/** Names that a dialog has room for. */
const NAMED = 12;

/** Words what stops working when a person signs out of `entry`; empty when nothing does. Pure. */
export function signOutConsequences({ connection }: ConnectionEntry, { connections, uses, services }: AwsAccountsSnapshot): string {
    const affected = AwsUse.of(uses, connection.id, services).map(use => useName(use, services));
    const profiles = connections.flatMap(({ connection: other }) =>
        other.kind === 'iamProfile' && other.id !== connection.id && livesOn(other, connection) ? [other.name] : []
    );
    return [
        ...affected.map(use => nls.localize('theia/aws-accounts/signOut/use', '{0} is disconnected.', use)),
        ...profiles.length > 0 ? [profilesText(profiles)] : []
    ].join(' ');
}

/** Tells whether the credentials of a profile come from the session that ends, directly or through the profiles that it goes through. */
function livesOn(profile: IamProfileConnection, ended: AwsConnection): boolean {
    switch (ended.kind) {
        case 'builderId':
            return false;
        case 'identityCenter':
            return profile.ssoSession === ended.name || profile.ssoSession === ended.startUrl;
        case 'iamProfile':
            return ended.loginSession !== undefined && profile.loginSession === ended.loginSession;
    }
}

function profilesText(profiles: readonly string[]): string {
    const more = profiles.length - NAMED;
    const named = (more > 0 ? profiles.slice(0, NAMED) : profiles).join(', ');
    return more > 0
        ? nls.localize(
            'theia/aws-accounts/signOut/moreProfiles', 'Profiles that need this sign-in stop working: {0}, and {1} more.', named, more
        )
        : nls.localize('theia/aws-accounts/signOut/profiles', 'Profiles that need this sign-in stop working: {0}.', named);
}
