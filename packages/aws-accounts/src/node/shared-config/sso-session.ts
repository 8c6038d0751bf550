import { AwsConnection } from '../../common/connection/aws-connection';
import { AwsPartitions } from '../../common/region/aws-partitions';
import { StartUrl } from '../../common/sign-in/start-url';

/** An SSO session as its tokens see it: what is signed in to. Told apart by `name`, which also names the token file. */
export interface SsoSession {
    readonly name: string;
    readonly startUrl: string;
    readonly region: string;
    /** `sso_registration_scopes` of the section, when it names any. */
    readonly scopes?: readonly string[];
    /** `ca_bundle` of the profile that a call is for; of the first profile of the session that names one where it is for none. */
    readonly caBundle?: string;
}

const RESERVED = '__RESERVED__';

export namespace SsoSession {

    /** Tells whether the session is one of AWS Builder ID, which has no accounts and roles, whatever section it stands in. */
    export function isTokenOnly({ startUrl }: SsoSession): boolean {
        return StartUrl.check(startUrl).kind === 'builderId';
    }

    /**
     * Tells whether no section may have the name. AWS's language servers keep names with this beginning for themselves, and the one of AWS
     * Builder ID is among them.
     */
    export function isReserved(name: string): boolean {
        return name.startsWith(RESERVED);
    }

    /** A name that no section can have. */
    export function reservedName(name: string): string {
        return `${RESERVED}${name}`;
    }

    /** Tells whether both are signed in to at the same place. */
    export function isSame(one: SsoSession | undefined, other: SsoSession | undefined): boolean {
        return one?.startUrl === other?.startUrl && one?.region === other?.region;
    }
}

/**
 * AWS Builder ID is an SSO session that everybody has. The AWS CLI cannot use it.
 */
export const BUILDER_ID_SESSION: SsoSession = {
    name: AwsConnection.BUILDER_ID_SESSION,
    startUrl: AwsPartitions.BUILDER_ID_START_URL,
    region: AwsPartitions.BUILDER_ID_REGION
};
