import type { AwsConnection } from '../../common/connection/aws-connection';
import { ConnectionPlaces } from '../../common/connection/connection-places';
import type { SharedConfig } from '../shared-config/shared-config';
import type { CatalogueParts } from './serialised-catalogue';

type Described = Pick<CatalogueParts, 'connections' | 'lines'>;
type Lists = readonly (readonly AwsConnection[])[];

interface Reading {
    readonly config: SharedConfig;
    readonly lists: Lists;
    readonly described: Described;
}

/** The connections of one reading after the other. The same connections keep their list, so that nothing has to look through it. */
export class DescribedConnections {

    protected last: Reading | undefined;

    /** Those of all `lists`, in their order, with the lines at which they stand in `config`. */
    of(config: SharedConfig, lists: Lists): Described {
        const known = this.last?.lists.every((list, index) => isSame(list, lists[index])) ? this.last : undefined;
        const connections = known?.described.connections ?? ([] as AwsConnection[]).concat(...lists);
        const lines = known?.config === config ? known.described.lines : ConnectionPlaces.linesOf(connections);
        this.last = { config, lists, described: { connections, lines } };
        return this.last.described;
    }
}

function isSame(one: readonly AwsConnection[], other: readonly AwsConnection[]): boolean {
    return one === other || (one.length === other.length && one.every((connection, index) => connection === other[index]));
}
