import { createPrivateKey, createPublicKey, generateKeyPairSync, KeyObject, randomUUID, sign } from 'node:crypto';

/** A key whose possession is proved with each call for tokens (RFC 9449): P-256, as AWS Sign-In wants it. */
export class DpopKey {

    protected constructor(protected readonly key: KeyObject) { }

    static create(): DpopKey {
        return new DpopKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    }

    static of(pem: string): DpopKey {
        return new DpopKey(createPrivateKey(pem));
    }

    /** The form in which the AWS CLI keeps it beside the session: SEC 1, PEM. A secret. */
    get pem(): string {
        return this.key.export({ type: 'sec1', format: 'pem' }).toString();
    }

    /** A proof for one call (RFC 9449 section 4.2). @param now epoch milliseconds */
    proof(method: string, url: string, now: number): string {
        const { kty, crv, x, y } = createPublicKey(this.key).export({ format: 'jwk' });
        const head = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
        const payload = { htm: method, htu: url, iat: Math.floor(now / 1000), jti: randomUUID() };
        const signed = [head, payload].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
        const signature = sign('sha256', Buffer.from(signed), { key: this.key, dsaEncoding: 'ieee-p1363' });
        return `${signed}.${signature.toString('base64url')}`;
    }
}
