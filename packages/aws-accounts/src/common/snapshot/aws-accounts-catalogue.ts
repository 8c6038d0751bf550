import type { AwsAccountsStatus } from './aws-accounts-status';
import type { SharedConfigFiles } from './aws-accounts-snapshot';
import type { AwsConnection } from '../connection/aws-connection';
import type { ConfiguredEndpoints } from '../connection/configured-endpoint';
import type { TokenServices } from '../token-service/token-services';

/** Content of files and environment, apart from the connections. */
export interface DescribedHere {
    readonly files: SharedConfigFiles;
    /** The token services of the product, and what they take on this platform. */
    readonly services: TokenServices;
    /** Endpoints that calls go to instead of AWS; absent: none. */
    readonly endpoints?: ConfiguredEndpoints;
}

/** The first piece of a catalogue that a window gets. */
export interface CatalogueHead extends DescribedHere {
    /** The digests of the lists of connections: a window that has one of them need not request it. */
    readonly pieces: readonly string[];
    /** The lines of all places that the connections name. Most changes of a file move them, and nothing else: see `ConnectionPlaces`. */
    readonly lines: readonly number[];
}

/** All that files and environment describe. It changes when they change, and `digest` tells one from another. */
export interface AwsAccountsCatalogue extends DescribedHere {
    readonly digest: string;
    readonly connections: readonly AwsConnection[];
}

/** The answer to a request for a part of a catalogue. */
export type CataloguePiece =
    /** `text` is JSON: the `CatalogueHead` in piece 0, and a list of connections in each of the others, without lines. */
    | { readonly kind: 'piece'; readonly text: string }
    /** The backend has another catalogue by now; this is the status that names it. */
    | { readonly kind: 'superseded'; readonly status: AwsAccountsStatus };
