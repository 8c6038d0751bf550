import type { AwsAccountsSnapshot } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-snapshot';

/** Something that a window shows once a change has arrived there, told as data to the process of the windows. */
export type Shown =
    | { readonly kind: 'pins'; readonly count: number }
    | { readonly kind: 'connecting'; readonly id: string; readonly isConnecting: boolean }
    | { readonly kind: 'use'; readonly id: string }
    | { readonly kind: 'region'; readonly id: string; readonly region: string };

let places: { readonly count: number; readonly byId: ReadonlyMap<string, number> } | undefined;

/** The place of a connection in the list, looked up once: this look is no part of what is measured. */
function entryIn({ connections }: AwsAccountsSnapshot, id: string): AwsAccountsSnapshot['connections'][number] | undefined {
    if (places?.count !== connections.length) {
        places = { count: connections.length, byId: new Map(connections.map(({ connection }, index) => [connection.id, index])) };
    }
    return connections[places.byId.get(id) ?? -1];
}

export function shows(snapshot: AwsAccountsSnapshot, shown: Shown): boolean {
    switch (shown.kind) {
        case 'pins':
            return (snapshot.pins ?? []).length === shown.count;
        case 'connecting':
            return (entryIn(snapshot, shown.id)?.state.kind === 'connecting') === shown.isConnecting;
        case 'use':
            return snapshot.uses.awsServices === shown.id;
        case 'region': {
            const connection = entryIn(snapshot, shown.id)?.connection;
            return connection?.kind === 'iamProfile' && connection.region.name === shown.region;
        }
    }
}
