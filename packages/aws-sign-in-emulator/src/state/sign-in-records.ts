/** A client that may ask a person to sign in. Instants in epoch milliseconds. */
export interface Registration {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly clientName: string;
    readonly scopes: readonly string[];
    readonly grantTypes: readonly string[];
    readonly redirectUris: readonly string[];
    /** Start URL of the directory that the client is for; named by clients of the authorization code flow. */
    readonly issuerUrl?: string;
    readonly expiresAt: number;
}

/** A person's decision that a client waits for: by device code, or by the authorization page. */
export interface Authorization {
    /** The code that the client redeems: a device code, or an authorization code. */
    readonly code: string;
    /** Names the sign-in on the approval page; worth nothing elsewhere. */
    readonly ticket: string;
    readonly clientId: string;
    readonly startUrl: string;
    readonly expiresAt: number;
    /** Device flow only. */
    readonly userCode?: string;
    /** Authorization code flow only. */
    readonly redirect?: { readonly uri: string; readonly state: string; readonly challenge: string };
    decision: 'pending' | 'approved' | 'denied' | 'used';
    /** Times of the latest polls, epoch ms. */
    polls: number[];
}

/** The server's session of a signed-in person: as long as it lives, tokens can be refreshed. */
export interface ServerSession {
    readonly startUrl: string;
    readonly clientId: string;
    readonly scopes: readonly string[];
    readonly endsAt: number;
    ended: boolean;
}

/** A token that the services take as long as its session lives. */
export interface AccessToken {
    readonly session: ServerSession;
    readonly expiresAt: number;
}
