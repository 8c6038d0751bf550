/** The ways in which a person's browser takes part in a sign-in. */
export type SignInFlowKind =
    /** A code is shown and compared (RFC 8628): works wherever the browser is. */
    | 'deviceCode'
    /** The browser comes back to this machine's loopback address (RFC 6749 section 4.1, RFC 7636, RFC 8252 section 7.3). */
    | 'authorizationCode';

/** Flow that a person may ask for; `automatic` chooses by where the browser is. */
export type SignInFlowPreference = 'automatic' | SignInFlowKind;

/** The place of the person's browser, as far as it is known. */
export interface BrowserPlace {
    /** The window is one of a desktop application, which opens links in the browser of its own machine. */
    readonly desktop: boolean;
    /** The desktop application works with a backend on another machine. */
    readonly remoteBackend: boolean;
    /** True when the page reached a port on the backend's loopback address; `undefined`: nobody tried. */
    readonly loopbackReached?: boolean;
}

/** A test of whether a page reaches the backend's loopback address: it does if it gets `answer` from `url`. */
export interface LoopbackQuestion {
    readonly url: string;
    readonly answer: string;
}

export namespace SignInFlowKind {

    /** The flow of a sign-in that names none: it works wherever the browser is. */
    export const DEFAULT: SignInFlowKind = 'deviceCode';

    const KNOWN: { readonly [kind in SignInFlowKind]: true } = { deviceCode: true, authorizationCode: true };

    /** Tells whether `value`, which came over the wire or from a setting, is a flow. */
    export function is(value: unknown): value is SignInFlowKind {
        return typeof value === 'string' && Object.hasOwn(KNOWN, value);
    }

    /** The flow to begin with. In doubt it is the one that works everywhere. */
    export function choose(preference: SignInFlowPreference, { desktop, remoteBackend, loopbackReached }: BrowserPlace): SignInFlowKind {
        if (is(preference)) {
            return preference;
        }
        const sharesMachine = loopbackReached ?? (desktop && !remoteBackend);
        return sharesMachine ? 'authorizationCode' : DEFAULT;
    }
}
