import type { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { ConnectionState } from '../../common/state/connection-state';
import type { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';
import type { ServiceRefusal } from '../../common/token-service/service-refusal';
import { TokenServices } from '../../common/token-service/token-services';
import { RememberedChoices } from '../choices/remembered-choices';
import type { CatalogueParts } from './serialised-catalogue';

/** The whole truth of this process. */
export interface StoreContent extends CatalogueParts {
    /** A connection without a state has its initial one. */
    readonly states: ReadonlyMap<AwsConnectionId, ConnectionState>;
    readonly choices: RememberedChoices;
    /** Services that take a sign-in and refuse the person. */
    readonly refusals?: readonly ServiceRefusal[];
    readonly failure?: AwsFailure;
}

export namespace StoreContent {

    export const EMPTY: StoreContent = {
        connections: [],
        lines: [],
        states: new Map(),
        choices: RememberedChoices.NONE,
        services: TokenServices.DEFAULT,
        files: { host: '', config: { path: '', exists: false }, credentials: { path: '', exists: false } }
    };

    /**
     * `content` with the parts of `change` that say something else; the same object when none does. A part that says the same keeps its
     * object, so that what was made of it stays valid.
     */
    export function changed(content: StoreContent, change: Partial<StoreContent>): StoreContent {
        const { connections, states, ...small } = change;
        const next = {
            ...connections && !isSameList(content.connections, connections) && { connections },
            ...states && !isSameMap(content.states, states) && { states },
            ...Object.fromEntries(Object.entries(small).filter(([key, value]) => !isSame(content[key as keyof typeof small], value)))
        };
        return Object.keys(next).length === 0 ? content : { ...content, ...next };
    }

    /** The parts of a status that people chose, and what services and files said, for a window that shows `workspace`. */
    export function chosen(
        { choices, services, refusals, failure }: StoreContent, workspace: string
    ): Omit<AwsAccountsStatus, 'revision' | 'catalogue' | 'states'> {
        return {
            uses: {
                ...Object.fromEntries(services.map(({ id }) => [id, RememberedChoices.ofService(choices, id)])),
                awsServices: choices.awsServices[workspace]
            },
            marks: RememberedChoices.marks(choices),
            pins: choices.pins,
            refusals,
            developerProfiles: RememberedChoices.developerProfiles(choices, services, workspace),
            failure
        };
    }

    function isSameList(before: readonly unknown[], now: readonly unknown[]): boolean {
        return before === now || (before.length === now.length && before.every((item, index) => isSame(item, now[index])));
    }

    function isSameMap(before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): boolean {
        return before === now || (
            before.size === now.size && [...before].every(([key, value]) => now.has(key) && isSame(value, now.get(key)))
        );
    }

    /** Compares one connection, one state, or another small part. */
    function isSame(before: unknown, now: unknown): boolean {
        return before === now || JSON.stringify(before) === JSON.stringify(now);
    }
}
