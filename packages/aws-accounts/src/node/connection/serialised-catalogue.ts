import { createHash } from 'node:crypto';
import type { AwsAccountsCatalogue, CatalogueHead, DescribedHere } from '../../common/snapshot/aws-accounts-catalogue';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { ConnectionPlaces } from '../../common/connection/connection-places';
import { ProfileMarks } from '../../common/connection/profile-marks';

/** Connections in one piece, most often: some tens of kilobytes, which both ends handle in about a millisecond. */
const PIECE_CONNECTIONS = 120;
const MOST_CONNECTIONS = 2 * PIECE_CONNECTIONS;

/** Parts of a catalogue. */
export interface CatalogueParts extends DescribedHere {
    readonly connections: readonly AwsConnection[];
    /** The lines of their places: see `ConnectionPlaces`. */
    readonly lines: readonly number[];
}

/** Connections in their order, as text. */
interface Piece {
    readonly part: readonly AwsConnection[];
    readonly text: string;
    readonly digest: string;
}

/** The catalogue as text, made once for all windows. */
export class SerialisedCatalogue {

    protected constructor(
        protected readonly parts: CatalogueParts,
        protected readonly head: string,
        protected readonly pieces: readonly Piece[],
        readonly digest: string
    ) { }

    /**
     * Makes the text, with a pause after each piece.
     *
     * @param known an earlier catalogue: a piece of it in which the same objects stand is not made again
     */
    static *make(parts: CatalogueParts, known?: SerialisedCatalogue): Generator<void, SerialisedCatalogue> {
        const { files, services, endpoints, connections, lines } = parts;
        const before = new Map(known?.pieces.map(piece => [piece.part[0], piece]));
        const pieces: Piece[] = [];
        for (let start = 0; start < connections.length; start += pieces[pieces.length - 1].part.length) {
            const part = connections.slice(start, endOfPiece(connections, start));
            const piece = before.get(part[0]);
            const isSame = piece?.part.length === part.length && part.every((connection, index) => connection === piece.part[index]);
            pieces.push(isSame ? piece : pieceOf(part));
            yield;
        }
        const head: CatalogueHead = { files, services, endpoints, pieces: pieces.map(({ digest }) => digest), lines };
        const text = JSON.stringify(head);
        return new SerialisedCatalogue(parts, text, pieces, digestOf(text));
    }

    /** The head is the first, then come the connections; `undefined` when there is no such piece. */
    textOf(piece: number): string | undefined {
        return piece === 0 ? this.head : this.pieces[piece - 1]?.text;
    }

    /** Tells whether it was made of these very parts. */
    isOf({ connections, lines, files, services, endpoints }: CatalogueParts): boolean {
        const { parts } = this;
        return parts.connections === connections && parts.lines === lines && parts.files === files &&
            parts.services === services && parts.endpoints === endpoints;
    }

    /** The same without the detour over text. */
    get whole(): AwsAccountsCatalogue {
        const { files, services, endpoints, connections } = this.parts;
        return { digest: this.digest, files, services, endpoints, connections: connections.map(ProfileMarks.removed) };
    }
}

/**
 * A piece ends where the name of a connection says so, and not after so many of them: a connection that comes or goes leaves the ends of
 * all other pieces where they are.
 */
function endOfPiece(connections: readonly AwsConnection[], start: number): number {
    const most = Math.min(connections.length, start + MOST_CONNECTIONS);
    let end = start + 1;
    while (end < most && !isLastOfPiece(connections[end - 1])) {
        end += 1;
    }
    return end;
}

/** True for one of so many connections as a piece has, whatever stands beside it. The sum is FNV-1a. */
function isLastOfPiece({ id }: AwsConnection): boolean {
    let sum = 0x811c9dc5;
    for (let index = 0; index < id.length; index += 1) {
        sum = Math.imul(sum ^ id.charCodeAt(index), 0x01000193);
    }
    return (sum >>> 8) % PIECE_CONNECTIONS === 0;
}

function pieceOf(part: readonly AwsConnection[]): Piece {
    const text = JSON.stringify(part.map(connection => ConnectionPlaces.withoutLines(ProfileMarks.removed(connection))));
    return { part, text, digest: digestOf(text) };
}

function digestOf(text: string): string {
    return createHash('sha256').update(text).digest('base64url');
}
