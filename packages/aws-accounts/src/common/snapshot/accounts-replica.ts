import type { AwsAccountsCatalogue, CatalogueHead, CataloguePiece } from './aws-accounts-catalogue';
import type { AwsAccountsSnapshot } from './aws-accounts-snapshot';
import type { AwsAccountsStatus } from './aws-accounts-status';
import type { AwsConnection } from '../connection/aws-connection';
import { ConnectionPlaces } from '../connection/connection-places';
import { ComposedSnapshot, composeSnapshot } from './snapshot-composition';

/** Gives piece `piece` of the catalogue `digest`; the first is 0. */
type CatalogueSource = (digest: string, piece: number) => Promise<CataloguePiece>;

/**
 * One window's copy of what the backend holds: each whole status as it comes, and the catalogue that it names, which is requested once.
 * It never patches, so it cannot drift.
 */
export class AccountsReplica {

    protected latest: AwsAccountsStatus | undefined;
    protected catalogue: AwsAccountsCatalogue | undefined;
    protected pieces: ReadonlyMap<string, readonly AwsConnection[]> = new Map();
    protected fetching: Promise<void> | undefined;
    protected composed: ComposedSnapshot | undefined;

    constructor(protected readonly source: CatalogueSource) { }

    /** The connection is lost: both wholes are requested again. */
    forget(): void {
        this.catalogue = undefined;
        this.pieces = new Map();
        this.fetching = undefined;
    }

    /** Takes the first status of a connection, whose revisions may begin anew. Rejects when the catalogue cannot be had. */
    restart(status: AwsAccountsStatus): Promise<AwsAccountsSnapshot> {
        this.latest = status;
        return this.newest(status);
    }

    /**
     * Takes a status unless it is older than the one at hand.
     *
     * @returns the newest snapshot, which contains what `status` says or what came after it. Rejects when the catalogue cannot be had
     */
    take(status: AwsAccountsStatus): Promise<AwsAccountsSnapshot> {
        if (this.latest === undefined || status.revision > this.latest.revision) {
            this.latest = status;
        }
        return this.newest(this.latest);
    }

    protected async newest(status: AwsAccountsStatus): Promise<AwsAccountsSnapshot> {
        let latest = status;
        let { catalogue } = this;
        while (catalogue?.digest !== latest.catalogue) {
            await (this.fetching ??= this.begin(latest.catalogue));
            latest = this.latest ?? latest;
            catalogue = this.catalogue;
        }
        if (this.composed?.catalogue !== catalogue || this.composed.status !== latest) {
            this.composed = composeSnapshot(catalogue, latest, this.composed);
        }
        return this.composed.snapshot;
    }

    protected begin(digest: string): Promise<void> {
        const fetching = this.fetch(digest).finally(() => {
            if (this.fetching === fetching) {
                this.fetching = undefined;
            }
        });
        return fetching;
    }

    /** Requests and parses one piece after the other, so that neither side is blocked for long; those that it has stay the same objects. */
    protected async fetch(digest: string): Promise<void> {
        const head: CatalogueHead | undefined = await this.piece(digest, 0);
        const pieces = new Map<string, readonly AwsConnection[]>();
        for (const [index, name] of head?.pieces.entries() ?? []) {
            const piece: readonly AwsConnection[] | undefined = this.pieces.get(name) ?? await this.piece(digest, index + 1);
            if (piece === undefined) {
                return;
            }
            pieces.set(name, piece);
        }
        if (head !== undefined) {
            this.assemble(digest, head, pieces);
        }
    }

    /** Makes the catalogue of its pieces, which are kept with the lines that count now. */
    protected assemble(digest: string, head: CatalogueHead, pieces: ReadonlyMap<string, readonly AwsConnection[]>): void {
        const { pieces: names, lines, ...described } = head;
        const lists = names.map(name => pieces.get(name) ?? []);
        const connections = ConnectionPlaces.atLines(lists.flat(), lines);
        this.catalogue = { ...described, digest, connections };
        let end = 0;
        this.pieces = new Map(lists.map((list, index) => [names[index], connections.slice(end, end += list.length)]));
    }

    /** The content of a piece; `undefined` when the backend has another catalogue by now. */
    protected async piece<T>(digest: string, index: number): Promise<T | undefined> {
        const piece = await this.source(digest, index);
        switch (piece.kind) {
            case 'piece':
                return JSON.parse(piece.text);
            case 'superseded':
                this.latest = piece.status;
                return undefined;
        }
    }
}
