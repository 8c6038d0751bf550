import { createPublicKey, JsonWebKey, verify } from 'node:crypto';

/** Longest age of a proof. Milliseconds. */
const LONGEST_AGE_MS = 5 * 60 * 1000;

/** Checks a proof of possession (RFC 9449 section 4.3) as far as it is not about the past. */
export namespace DpopProof {

    /** @param now epoch milliseconds @returns what identifies the key; `undefined`: the proof is not good */
    export function keyOf(proof: string | undefined, method: string, url: string, now: number): string | undefined {
        const [head, payload, signature, ...rest] = proof?.split('.') ?? [];
        const { typ, alg, jwk } = parsed(head);
        const { htm, htu, iat, jti } = parsed(payload);
        const fits = rest.length === 0 && typ === 'dpop+jwt' && alg === 'ES256' && htm === method && htu === url && typeof jti === 'string'
            && typeof iat === 'number' && Math.abs(now - iat * 1000) <= LONGEST_AGE_MS;
        const { kty, crv, x, y, d } = (jwk ?? {}) as JsonWebKey;
        if (!fits || kty !== 'EC' || crv !== 'P-256' || d !== undefined || signature === undefined) {
            return undefined;
        }
        const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
        const good = verify(
            'sha256', Buffer.from(`${head}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')
        );
        return good ? `${x}.${y}` : undefined;
    }

    function parsed(part: string | undefined): Record<string, unknown> {
        try {
            const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
            return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
        } catch (error) {
            if (error instanceof SyntaxError) {
                return {};
            }
            throw error;
        }
    }
}
