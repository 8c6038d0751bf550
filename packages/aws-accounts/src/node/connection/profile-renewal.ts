import type { EnvironmentOrigin, IamProfileConnection } from '../../common/connection/aws-connection';
import { unknownKind } from '../../common/state/unknown-kind';

/** Tells whether credentials of the profile are resolved anew without a person: temporary keys that a person put somewhere are not. */
export function renews({ source, environment }: IamProfileConnection): boolean {
    switch (source) {
        case 'sessionToken':
            return false;
        case 'environment':
            return environment !== undefined && renewsByItself(environment.kind);
        case 'accessKeys':
        case 'assumeRole':
        case 'ssoSession':
        case 'ssoLegacy':
        case 'process':
        case 'webIdentity':
        case 'loginSession':
        case 'none':
            return true;
        default:
            return unknownKind(source, 'source');
    }
}

function renewsByItself(origin: EnvironmentOrigin['kind']): boolean {
    switch (origin) {
        case 'keys':
            return false;
        case 'webIdentity':
        case 'container':
        case 'instance':
            return true;
        default:
            return unknownKind(origin, 'environment');
    }
}
