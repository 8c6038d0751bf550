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

/** The catalogue as text, made once for all windows. */
export class SerialisedCatalogue {

    protected constructor(
        protected readonly parts: CatalogueParts,
        /** The head, then the connections. */
        readonly pieces: readonly string[],
        readonly digest: string
    ) { }

    /** Makes the text, with a pause after each piece. */
    static *make(parts: CatalogueParts): Generator<void, SerialisedCatalogue> {
        const { files, services, endpoints, connections } = parts;
        const pieces: string[] = [];
        const digests: string[] = [];
        for (let start = 0; start < connections.length; start += PIECE_CONNECTIONS) {
            const piece = JSON.stringify(connections.slice(start, start + PIECE_CONNECTIONS).map(ProfileMarks.removed));
            pieces.push(piece);
            digests.push(digestOf(piece));
            yield;
        }
        const head: CatalogueHead = { files, services, endpoints, pieces: digests };
        const text = JSON.stringify(head);
        return new SerialisedCatalogue(parts, [text, ...pieces], digestOf(text));
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

function digestOf(text: string): string {
    return createHash('sha256').update(text).digest('base64url');
}
