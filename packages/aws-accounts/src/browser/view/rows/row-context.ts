import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId, IamProfileConnection } from '../../../common/connection/aws-connection';
import { Pin } from '../../../common/connection/pin';
import type { FactContext } from '../../wording/connection-facts';
import { AssignedRoles, sharedNames } from './listed';

/** The facts that a window adds to a snapshot. */
export interface RowSources extends FactContext {
    /** Accounts and roles by connection, as far as they are known. */
    readonly assigned?: ReadonlyMap<AwsConnectionId, AssignedRoles>;
    /** The roles used last, the latest first, as `PickedRole.keyOf` names them. */
    readonly recentRoles?: readonly string[];
}

/** `RowSources` with the facts that all rows share, so that a thousand rows do not each search for them. */
export interface RowContext extends Required<RowSources> {
    /** The profile that AWS services use. */
    readonly used: IamProfileConnection | undefined;
    /** Keys of pinned connections and roles. */
    readonly pinned: ReadonlySet<string>;
    /** Accounts in which a role is pinned, as `accountId connectionId`. */
    readonly pinnedAccounts: ReadonlySet<string>;
    /** Names that accounts of several organizations have. Such a row names its organization too. */
    readonly sharedNames: ReadonlySet<string>;
}

export namespace RowContext {

    export function of(snapshot: AwsAccountsSnapshot, sources: RowSources): RowContext {
        const { now, home, assigned = new Map(), recentRoles = [] } = sources;
        const used = AwsAccountsSnapshot.inUse(snapshot, 'awsServices')?.connection;
        const pins = snapshot.pins ?? [];
        return {
            now, home, assigned, recentRoles,
            used: used?.kind === 'iamProfile' ? used : undefined,
            pinned: new Set(pins.map(Pin.keyOf)),
            pinnedAccounts: new Set(pins.flatMap(pin => pin.kind === 'role' ? `${pin.account.accountId} ${pin.connectionId}` : [])),
            sharedNames: sharedNames(assigned)
        };
    }
}
