import { AssignedAccount, PickedRole } from './assigned-role';
import { isObject } from '../value/json-value';
import type { AwsConnectionId } from './aws-connection';

/** A profile, or a role assigned to the person, that they want to have at hand. */
export type Pin = { readonly kind: 'profile'; readonly connectionId: AwsConnectionId } | { readonly kind: 'role' } & PickedRole;

export namespace Pin {

    /** Names what is pinned among everything that can be. */
    export function keyOf(pin: Pin): string {
        switch (pin.kind) {
            case 'profile':
                return pin.connectionId;
            case 'role':
                return PickedRole.keyOf(pin.connectionId, pin.account.accountId, pin.roleName);
        }
    }

    /** Tells whether two pins mean the same, whatever else was known of it when it was pinned. */
    export function same(one: Pin, other: Pin): boolean {
        return one.kind === other.kind && keyOf(one) === keyOf(other);
    }

    export function has(pins: readonly Pin[] | undefined, pin: Pin): boolean {
        return pins?.some(other => same(other, pin)) ?? false;
    }

    /** With `pin` behind the others. Pinning twice changes nothing. */
    export function added(pins: readonly Pin[], pin: Pin): readonly Pin[] {
        return has(pins, pin) ? pins : [...pins, pin];
    }

    export function removed(pins: readonly Pin[], pin: Pin): readonly Pin[] {
        return pins.filter(other => !same(other, pin));
    }

    /** Tells whether `value`, which came from a file or over the wire, is a pin. */
    export function is(value: unknown): value is Pin {
        if (!isObject(value) || typeof value.connectionId !== 'string') {
            return false;
        }
        return value.kind === 'profile' || value.kind === 'role' && typeof value.roleName === 'string' && isAccount(value.account);
    }

    function isAccount(value: unknown): value is AssignedAccount {
        return (
            isObject(value) &&
            typeof value.accountId === 'string' &&
            typeof value.name === 'string' &&
            (value.email === undefined || typeof value.email === 'string')
        );
    }
}
