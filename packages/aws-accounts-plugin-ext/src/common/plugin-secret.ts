/** Secret that a ticket is exchanged for, straight from the backend. Never sent to a browser. Instants are ISO strings. */
export type PluginSecret =
    | { readonly kind: 'token'; readonly token: string; readonly expiresAt: string }
    | {
        readonly kind: 'credentials';
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
        readonly sessionToken?: string;
        readonly expiresAt?: string;
    };

/**
 * The address at which a plugin host fetches secrets. It is handed over in its environment, which it clears before the first extension is
 * loaded.
 */
export interface SecretChannelAddress {
    readonly url: string;
    readonly key: string;
}

export namespace SecretChannelAddress {

    export const VARIABLE = 'THEIA_AWS_ACCOUNTS_CHANNEL';
}
