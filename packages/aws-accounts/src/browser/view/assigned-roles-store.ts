import type { AssignedAccount, AssignedRole } from '../../common/connection/assigned-role';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AssignedRoles, Listed } from './rows/listed';
import type { ListingRequest } from './rows/action/listing-request';

/** Holds accounts and roles by connection, as far as they are listed. */
export class AssignedRolesStore {

    protected readonly known = new Map<AwsConnectionId, AssignedRoles>();

    get all(): ReadonlyMap<AwsConnectionId, AssignedRoles> {
        return this.known;
    }

    accounts(connectionId: AwsConnectionId): Listed<AssignedAccount> | undefined {
        return this.known.get(connectionId)?.accounts;
    }

    roles(connectionId: AwsConnectionId, accountId: string): Listed<AssignedRole> | undefined {
        return this.known.get(connectionId)?.roles.get(accountId);
    }

    /** @param accounts `undefined` forgets the connection */
    setAccounts(connectionId: AwsConnectionId, accounts: Listed<AssignedAccount> | undefined): void {
        if (accounts === undefined) {
            this.known.delete(connectionId);
        } else {
            this.known.set(connectionId, { accounts, roles: this.known.get(connectionId)?.roles ?? new Map() });
        }
    }

    /**
     * Does nothing for a connection that was forgotten meanwhile.
     * @param listed `undefined` forgets the roles of the account
     */
    setRoles(connectionId: AwsConnectionId, accountId: string, listed: Listed<AssignedRole> | undefined): void {
        const known = this.known.get(connectionId);
        if (known !== undefined) {
            const roles = new Map(known.roles);
            if (listed === undefined) {
                roles.delete(accountId);
            } else {
                roles.set(accountId, listed);
            }
            this.known.set(connectionId, { ...known, roles });
        }
    }

    /** @returns false when nothing was known of the connection */
    forget(connectionId: AwsConnectionId): boolean {
        return this.known.delete(connectionId);
    }

    /** Turns every listing under way into a network failure: its answer does not come any more. */
    interrupt(): void {
        for (const [connectionId, { accounts, roles }] of [...this.known]) {
            this.known.set(connectionId, {
                accounts: interrupted(accounts),
                roles: new Map([...roles].map(([accountId, listed]) => [accountId, interrupted(listed)]))
            });
        }
    }

    /** Finds an account whose roles no listing has begun for. */
    unlisted(): ListingRequest | undefined {
        for (const [connectionId, { accounts, roles }] of this.known) {
            const account = accounts.items.find(({ accountId }) => !roles.has(accountId));
            if (account !== undefined) {
                return { connectionId, accountId: account.accountId };
            }
        }
        return undefined;
    }
}

function interrupted<T>(listed: Listed<T>): Listed<T> {
    return listed.progress.kind === 'loading' ? Listed.failed(listed, { reason: 'network' }) : listed;
}
