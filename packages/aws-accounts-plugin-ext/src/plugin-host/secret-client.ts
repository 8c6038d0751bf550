import type { AwsApiCredentials, AwsApiToken } from '../api';
import { PluginSecret, SecretChannelAddress } from '../common/plugin-secret';

/** Takes the address out of the environment, so that neither extensions nor the programs they start inherit it. */
export function takeAddress(env: NodeJS.ProcessEnv): SecretChannelAddress | undefined {
    const text = env[SecretChannelAddress.VARIABLE];
    delete env[SecretChannelAddress.VARIABLE];
    return text === undefined ? undefined : JSON.parse(text) as SecretChannelAddress;
}

/** Fetches secrets straight from the backend. */
export class SecretClient {

    /** In a private field, out of reach for the extensions in the same process that get hold of the object. */
    readonly #address: SecretChannelAddress | undefined;

    constructor(address: SecretChannelAddress | undefined) {
        this.#address = address;
    }

    async credentials(ticket: string): Promise<AwsApiCredentials> {
        const secret = await this.redeem(ticket);
        if (secret.kind !== 'credentials') {
            throw failure('internal');
        }
        const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = secret;
        return { accessKeyId, secretAccessKey, sessionToken, expiration: expiresAt === undefined ? undefined : new Date(expiresAt) };
    }

    async token(ticket: string): Promise<AwsApiToken> {
        const secret = await this.redeem(ticket);
        if (secret.kind !== 'token') {
            throw failure('internal');
        }
        return { token: secret.token, expiration: new Date(secret.expiresAt) };
    }

    protected async redeem(ticket: string): Promise<PluginSecret> {
        if (this.#address === undefined) {
            throw failure('network', 'no channel to the backend');
        }
        const { url, key } = this.#address;
        const response = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: ticket });
        if (response.ok) {
            return await response.json() as PluginSecret;
        }
        const { reason, subject } =
            response.status === 400 ? ((await response.json()) as { reason: string; subject?: string }) : { reason: 'accessDenied' };
        throw failure(reason, subject);
    }
}

/** The same shape for an extension as the errors of the backend: a `reason` to act on, and a text without any secret. */
function failure(reason: string, subject?: string): Error {
    return Object.assign(new Error(subject === undefined ? reason : `${reason}: ${subject}`), { name: 'AwsAccountsError', reason });
}
