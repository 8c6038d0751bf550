import type { RedirectReceipt } from '../../../common/sign-in/sign-in';

/** The path that AWS accepts in redirect addresses, and no other. */
export const REDIRECT_PATH = '/oauth/callback';

/** Redirect that a sign-in waits for. */
export interface ExpectedRedirect {
    /** With the port that listens. */
    readonly redirectUri: string;
    readonly state: string;
}

/** Parameters with which AWS sent the browser back (RFC 6749 sections 4.1.2 and 4.1.2.1). */
export type AuthorizationAnswer =
    | { readonly kind: 'approved'; readonly code: string }
    | { readonly kind: 'refused'; readonly error: string; readonly description?: string };

export type RedirectReading = AuthorizationAnswer | Exclude<RedirectReceipt, { kind: 'accepted' | 'notWaiting' }>;

/**
 * Reads the address a browser was sent to. Everything but the very redirect that is expected is told apart and has no effect, an error
 * without the right state included: any page can send a browser to any loopback address.
 *
 * @param text a whole address, possibly with spaces around it and without `http://`, as browsers show it
 */
export function readRedirect(text: string, expected: ExpectedRedirect): RedirectReading {
    const address = parse(text.trim());
    if (address === undefined) {
        return { kind: 'notAnAddress' };
    }
    if (`${address.origin}${address.pathname}` !== expected.redirectUri) {
        return { kind: 'foreign' };
    }
    return readAnswer(address.searchParams, expected.state);
}

/** Reads the answer itself, whichever way it came. */
export function readAnswer(parameters: URLSearchParams, expectedState: string): RedirectReading {
    const state = single(parameters, 'state');
    if (state === undefined) {
        return { kind: 'incomplete' };
    }
    if (state !== expectedState) {
        return { kind: 'wrongState' };
    }
    return answerOf(parameters) ?? { kind: 'incomplete' };
}

function answerOf(parameters: URLSearchParams): AuthorizationAnswer | undefined {
    const code = single(parameters, 'code');
    const error = single(parameters, 'error');
    if (error !== undefined) {
        return { kind: 'refused', error, description: single(parameters, 'error_description') };
    }
    return code === undefined ? undefined : { kind: 'approved', code };
}

/** Parameters must not be repeated (RFC 6749 section 3.1): a repeated one counts as missing. */
function single(parameters: URLSearchParams, name: string): string | undefined {
    const values = parameters.getAll(name);
    return values.length === 1 && values[0] !== '' ? values[0] : undefined;
}

function parse(text: string): URL | undefined {
    const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
    return text !== '' && URL.canParse(withScheme) ? new URL(withScheme) : undefined;
}
