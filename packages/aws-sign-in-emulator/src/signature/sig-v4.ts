import { createHash, createHmac } from 'node:crypto';
import type { AccessKey, EmulatorState } from '../state/emulator-state';
import { AwsHost } from '../hosts/aws-host';
import { Exchange } from '../http/exchange';

export type SignatureVerdict =
    | { readonly kind: 'accepted'; readonly key: AccessKey; readonly region: string }
    | { readonly kind: 'missing' | 'unknownKey' | 'wrongSignature' | 'wrongRegion' | 'wrongService' | 'expiredToken' | 'clockSkew' };

const CREDENTIAL = /Credential=([^/]+)\/(\d{8}\/[^/]+\/[^/]+\/aws4_request)/.source;
const AUTHORIZATION = new RegExp(`^AWS4-HMAC-SHA256 ${CREDENTIAL}, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$`);
const ALLOWED_SKEW_MS = 15 * 60 * 1000;

/**
 * Checks the `Authorization` header against the known keys. Source: "Signature Version 4 signing process", AWS IAM User Guide.
 *
 * @param service the signing name of the service that is asked
 */
export function verifySignature(exchange: Exchange, state: EmulatorState, service: string): SignatureVerdict {
    const parts = AUTHORIZATION.exec(Exchange.header(exchange, 'authorization') ?? '');
    if (parts === null) {
        return { kind: 'missing' };
    }
    const [, accessKeyId, scope, signedHeaders, signature] = parts;
    const key = state.accessKeys.get(accessKeyId);
    if (key === undefined || key.sessionToken !== Exchange.header(exchange, 'x-amz-security-token')) {
        return { kind: 'unknownKey' };
    }
    if (key.expiresAt !== undefined && key.expiresAt <= state.now()) {
        return { kind: 'expiredToken' };
    }
    const date = Exchange.header(exchange, 'x-amz-date') ?? '';
    // Not the emulated time: who advances that wants things to run out, and the clocks of the clients have not moved.
    if (Math.abs(instantOf(date) - Date.now()) > ALLOWED_SKEW_MS) {
        return { kind: 'clockSkew' };
    }
    const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest(exchange, signedHeaders))].join('\n');
    if (signatureOf(toSign, scope, key.secretAccessKey) !== signature || !fitsBody(exchange)) {
        return { kind: 'wrongSignature' };
    }
    const [, region, signedFor] = scope.split('/');
    if (signedFor !== service) {
        return { kind: 'wrongService' };
    }
    return fitsHost(exchange, region) ? { kind: 'accepted', key, region } : { kind: 'wrongRegion' };
}

function signatureOf(toSign: string, scope: string, secretAccessKey: string): string {
    const signingKey = scope.split('/').reduce<Buffer | string>(
        (derived, part) => createHmac('sha256', derived).update(part).digest(), `AWS4${secretAccessKey}`
    );
    return createHmac('sha256', signingKey).update(toSign).digest('hex');
}

/** A host that names a region takes no signature for another one; one that names none belongs to the whole partition. */
function fitsHost(exchange: Exchange, region: string): boolean {
    return [undefined, region].includes(AwsHost.regional(Exchange.awsHost(exchange) ?? '')?.region);
}

/** The signature covers the hash that a client names for the body, and not the body itself. */
function fitsBody(exchange: Exchange): boolean {
    const payload = Exchange.header(exchange, 'x-amz-content-sha256');
    return payload === undefined || payload === 'UNSIGNED-PAYLOAD' || payload === sha256(exchange.body);
}

function canonicalRequest(exchange: Exchange, signedHeaders: string): string {
    const { method, url, body } = exchange;
    const headers =
        signedHeaders.split(';').map(name => `${name}:${(Exchange.header(exchange, name) ?? '').trim().replace(/ +/g, ' ')}\n`).join('');
    const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&');
    const path = url.pathname.split('/').map(encode).join('/');
    const payload = Exchange.header(exchange, 'x-amz-content-sha256') ?? sha256(body);
    return [method, path, query, headers, signedHeaders, payload].join('\n');
}

function encode(text: string): string {
    return encodeURIComponent(text).replace(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}

function instantOf(basicFormat: string): number {
    return Date.parse(basicFormat.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
