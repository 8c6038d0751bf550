import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { AssignedAccount, AssignedListing, AssignedRole } from '../../../common/connection/assigned-role';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';

/** The progress of a listing. */
export type ListingProgress =
    | { readonly kind: 'loading' }
    | { readonly kind: 'listed' }
    | { readonly kind: 'missingScopes'; readonly scopes: readonly string[] }
    | { readonly kind: 'tokenOnly' }
    | { readonly kind: 'failed'; readonly failure: AwsFailure };

/** The part of a list that has arrived. It stays when the rest fails. */
export interface Listed<T> {
    readonly items: readonly T[];
    readonly progress: ListingProgress;
}

/** Accounts of one sign-in, and the roles in each account that was opened or searched. */
export interface AssignedRoles {
    readonly accounts: Listed<AssignedAccount>;
    readonly roles: ReadonlyMap<string, Listed<AssignedRole>>;
}

/** The names that accounts of more than one sign-in have. */
export function sharedNames(assigned: ReadonlyMap<AwsConnectionId, AssignedRoles>): ReadonlySet<string> {
    const known = new Set<string>();
    const shared = new Set<string>();
    for (const { accounts } of assigned.values()) {
        const names = new Set(accounts.items.map(({ name }) => name));
        names.forEach(name => (known.has(name) ? shared : known).add(name));
    }
    return shared;
}

export namespace Listed {

    export const LOADING: Listed<never> = { items: [], progress: { kind: 'loading' } };

    /** Begins a listing (anew); known items stay meanwhile. */
    export function begun<T>(before: Listed<T> | undefined): Listed<T> {
        return { items: before?.items ?? [], progress: { kind: 'loading' } };
    }

    /** Appends the accounts of a page that are not listed yet. */
    export function withAccounts(listed: Listed<AssignedAccount>, page: readonly AssignedAccount[]): Listed<AssignedAccount> {
        const known = new Set(listed.items.map(({ accountId }) => accountId));
        return { ...listed, items: [...listed.items, ...page.filter(({ accountId }) => !known.has(accountId))] };
    }

    /** Ends a listing; `undefined` when it was cancelled, and nothing is known any longer. */
    export function ended<T>(before: Listed<T>, end: AssignedListing<T>): Listed<T> | undefined {
        switch (end.kind) {
            case 'listed':
                return { items: end.items, progress: { kind: 'listed' } };
            case 'missingScopes':
                return { items: before.items, progress: end };
            case 'tokenOnly':
                return { items: [], progress: end };
            case 'cancelled':
                return undefined;
        }
    }

    /** Keeps the known items and adds the failure. */
    export function failed<T>(before: Listed<T>, failure: AwsFailure): Listed<T> {
        return { items: before.items, progress: { kind: 'failed', failure } };
    }

    /** Keeps a list in step with a call that lists. Drops the answer when its connection or account was forgotten meanwhile. */
    export async function follow<T>(
        get: () => Listed<T> | undefined, set: (listed: Listed<T> | undefined) => void, ask: () => Promise<AssignedListing<T>>
    ): Promise<void> {
        set(begun(get()));
        const end = await ask().then(
            listing => (before: Listed<T>) => ended(before, listing),
            error => (before: Listed<T>) => failed(before, AwsFailure.of(error))
        );
        const now = get();
        if (now?.progress.kind === 'loading') {
            set(end(now));
        }
    }
}
