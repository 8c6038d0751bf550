/** The answer of AWS Sign-In to a code. Stays in the backend. */
export interface ConsoleGrant {
    readonly accessToken: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string };
    readonly tokenType: string;
    /** Seconds. */
    readonly expiresIn: number;
    readonly refreshToken: string;
    readonly idToken: string;
}

/** A session of the console sign-in as the AWS CLI keeps it. */
export namespace LoginSession {

    /** ARN of the principal whose session it is. `undefined`: the answer names nobody. */
    export function principalOf({ idToken }: ConsoleGrant): string | undefined {
        const { sub } = claims(idToken);
        return typeof sub === 'string' && /^arn:[a-z-]+:(iam|sts):/.test(sub) && !/[\r\n]/.test(sub) ? sub : undefined;
    }

    /** The file that the AWS CLI 2.32 and the SDKs read and renew. @param now epoch milliseconds */
    export function file(grant: ConsoleGrant, principal: string, clientId: string, dpopKey: string, now: number): string {
        const { accessToken, tokenType, expiresIn, refreshToken, idToken } = grant;
        const expiresAt = new Date(now + expiresIn * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
        return JSON.stringify({
            accessToken: { ...accessToken, accountId: principal.split(':')[4], expiresAt },
            tokenType, clientId, refreshToken, idToken, dpopKey
        });
    }

    export function isGrant(value: unknown): value is ConsoleGrant {
        const { accessToken, tokenType, expiresIn, refreshToken, idToken } = (value ?? {}) as Partial<Record<keyof ConsoleGrant, unknown>>;
        const { accessKeyId, secretAccessKey, sessionToken } = (accessToken ?? {}) as Record<string, unknown>;
        return [accessKeyId, secretAccessKey, sessionToken, tokenType, refreshToken, idToken].every(text => typeof text === 'string')
            && typeof expiresIn === 'number';
    }

    /** The payload of a JSON Web Token. It came from AWS over TLS, which is what vouches for it (OpenID Connect Core 3.1.3.7). */
    function claims(token: string): Record<string, unknown> {
        try {
            return { ...JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object };
        } catch (error) {
            if (error instanceof SyntaxError) {
                return {};
            }
            throw error;
        }
    }
}
