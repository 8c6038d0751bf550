import { createHash } from 'node:crypto';
import type { AwsAccountsCatalogue, CatalogueHead, DescribedHere } from '../../common/snapshot/aws-accounts-catalogue';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { ProfileMarks } from '../../common/connection/profile-marks';

/** Connections in one piece: some tens of kilobytes, which both ends handle in about a millisecond. */
const PIECE_CONNECTIONS = 200;

/** Parts of a catalogue. */
export interface CatalogueParts extends DescribedHere {
    readonly connections: readonly AwsConnection[];
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
        const { files, services, endpoints, connections } = parts;
        const pieces: Piece[] = [];
        for (let start = 0; start < connections.length; start += PIECE_CONNECTIONS) {
            const part = connections.slice(start, start + PIECE_CONNECTIONS);
            const before = known?.pieces.at(pieces.length);
            const isSame = before?.part.length === part.length && part.every((connection, index) => connection === before.part[index]);
            pieces.push(isSame ? before : pieceOf(part));
            yield;
        }
        const head: CatalogueHead = { files, services, endpoints, pieces: pieces.map(({ digest }) => digest) };
        const text = JSON.stringify(head);
        return new SerialisedCatalogue(parts, text, pieces, digestOf(text));
    }

    /** The head is the first, then come the connections; `undefined` when there is no such piece. */
    textOf(piece: number): string | undefined {
        return piece === 0 ? this.head : this.pieces[piece - 1]?.text;
    }

    /** Tells whether it was made of these very parts. */
    isOf({ connections, files, services, endpoints }: CatalogueParts): boolean {
        const { parts } = this;
        return parts.connections === connections && parts.files === files &&
            parts.services === services && parts.endpoints === endpoints;
    }

    /** The same without the detour over text. */
    get whole(): AwsAccountsCatalogue {
        const { files, services, endpoints, connections } = this.parts;
        return { digest: this.digest, files, services, endpoints, connections: connections.map(ProfileMarks.removed) };
    }
}

function pieceOf(part: readonly AwsConnection[]): Piece {
    const text = JSON.stringify(part.map(ProfileMarks.removed));
    return { part, text, digest: digestOf(text) };
}

function digestOf(text: string): string {
    return createHash('sha256').update(text).digest('base64url');
}
