import { PickedRole } from '../../../common/connection/assigned-role';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { RowContext } from './row-context';

/** Sorts behind every rank of recent use. */
const NOT_LATELY = Number.MAX_SAFE_INTEGER;
/** Sorts before every rank of recent use. */
const PINNED = -1;

/** Ranks a role among others, or an account by its roles: pinned ones first, then those used last, all others behind them. */
export function rankOf(context: RowContext, connectionId: AwsConnectionId, accountId: string, roleName?: string): number {
    const { pinned, pinnedAccounts } = context;
    const first =
        roleName === undefined
            ? pinnedAccounts.has(`${accountId} ${connectionId}`)
            : pinned.has(PickedRole.keyOf(connectionId, accountId, roleName));
    return first ? PINNED : recencyOf(context, connectionId, accountId, roleName);
}

/** Counts the roles used since: 0 for the last one. An account counts as its latest role. */
function recencyOf({ recentRoles }: RowContext, connectionId: AwsConnectionId, accountId: string, roleName?: string): number {
    const index = recentRoles.findIndex(key => roleName === undefined
        ? key.startsWith(`${accountId} `) && key.endsWith(` ${connectionId}`)
        : key === PickedRole.keyOf(connectionId, accountId, roleName));
    return index < 0 ? NOT_LATELY : index;
}

/** Tells whether a role is among those that the window remembers as used last. */
export function usedLately(context: RowContext, connectionId: AwsConnectionId, accountId: string, roleName: string): boolean {
    return recencyOf(context, connectionId, accountId, roleName) < NOT_LATELY;
}
