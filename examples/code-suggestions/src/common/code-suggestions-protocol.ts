import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { AwsConnection, AwsRequirement, DeveloperProfile, TokenServiceHere, TokenServices } from 'theia-aws-accounts';

/** The permission that suggestions need, and no other. */
export const REQUIREMENT = { kind: 'token', scopes: ['codewhisperer:completions'] } as const satisfies AwsRequirement;

/** The token service of the product that suggests code, whatever its name. @returns `undefined`: it has none */
export function suggestingService(services: TokenServices): TokenServiceHere | undefined {
    return TokenServices.meant(services, REQUIREMENT);
}

export const CODE_SUGGESTIONS_PATH = '/services/aws-accounts-code-suggestions';

/** The connection that suggestions are asked with: a sign-in, or an IAM profile on a host where the service takes nothing else. */
export interface SuggestingConnection extends Pick<AwsConnection, 'id' | 'kind'> {
    readonly developerProfile?: DeveloperProfile;
}

/** A place in a document, with the whole text as the editor has it. Line and character count from 0. */
export interface SuggestionPlace {
    readonly uri: string;
    readonly languageId: string;
    readonly text: string;
    readonly line: number;
    readonly character: number;
}

/** The outcome of a question. Every text of it is the service's, and is shown literally. */
export type SuggestionAnswer =
    | { readonly kind: 'suggested'; readonly texts: readonly string[] }
    /** The language server was not installed: `npm run code-suggestions` does that. */
    | { readonly kind: 'notInstalled' }
    /** The sign-in has ended; that shows in every window already. */
    | { readonly kind: 'expired' }
    /** The service refuses the person; that shows on the use already. */
    | { readonly kind: 'refused'; readonly words: string }
    | { readonly kind: 'failed'; readonly words: string };

export const CodeSuggestions = Symbol('CodeSuggestions');

/** The backend half, one object for each window: it gets connection ids, never tokens. */
export interface CodeSuggestions {
    suggest(connection: SuggestingConnection, place: SuggestionPlace, cancellation?: CancellationToken): Promise<SuggestionAnswer>;
    /** The service was disconnected: the window's language server ends, and what it holds with it. */
    end(): Promise<void>;
}
