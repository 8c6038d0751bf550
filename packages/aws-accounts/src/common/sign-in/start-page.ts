import type { AwsFailure } from '../state/aws-accounts-error';

/** The start page that a start URL leads to. */
export type StartPage =
    | {
        readonly kind: 'found';
        /** Its address at AWS. */
        readonly startUrl: string;
        readonly host: string;
        /** Region of the directory, where the host names it. */
        readonly region?: string;
    }
    | { readonly kind: 'failed'; readonly failure: AwsFailure };
