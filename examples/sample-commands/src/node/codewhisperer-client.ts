import { createHash, createHmac } from 'node:crypto';
import { injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionProviders, BearerToken } from 'theia-aws-accounts/lib/node';

/** The service is in one region, whatever the region of a profile is: AWS refuses a signature for another one than that of its host. */
const REGION = 'us-east-1';
const SERVICE = `https://codewhisperer.${REGION}.amazonaws.com`;

type Credentials = ReturnType<AwsConnectionProviders['credentialProvider']>;

/** There is no public SDK client for CodeWhisperer; this speaks its protocol (AWS JSON 1.0) as far as the sample needs it. */
@injectable()
export class CodeWhispererClient {

    /** With a bearer token, as nearly everywhere. */
    async complete({ token }: BearerToken, code: string): Promise<string> {
        const headers = { ...headersFor('AmazonCodeWhispererService.GenerateCompletions'), authorization: `Bearer ${token}` };
        const { completions = [] } = await this.post<{ completions?: { content: string }[] }>(headers, bodyOf(code));
        return completions[0]?.content ?? '';
    }

    /** With IAM credentials, as on Lambda and Cloud9. */
    async recommend(credentials: Credentials, code: string): Promise<string> {
        const { SignatureV4 } = await import('@smithy/signature-v4');
        const { hostname, host, pathname, protocol } = new URL(this.endpoint());
        const body = bodyOf(code);
        const signer = new SignatureV4({ service: 'codewhisperer', region: REGION, credentials, sha256: Sha256 });
        const headers = { ...headersFor('AWSCodeWhispererService.GenerateRecommendations'), host };
        const signed = await signer.sign({ method: 'POST', protocol, hostname, path: pathname, query: {}, headers, body });
        const { recommendations = [] } = await this.post<{ recommendations?: { content: string }[] }>(signed.headers, body);
        return recommendations[0]?.content ?? '';
    }

    protected async post<T>(headers: Record<string, string>, body: string): Promise<T> {
        const response = await fetch(this.endpoint(), { method: 'POST', headers, body, signal: AbortSignal.timeout(15_000) });
        if (!response.ok) {
            throw new Error(`CodeWhisperer answered with status ${response.status}.`);
        }
        return await response.json() as T;
    }

    /** The same variables that direct the SDK's clients. */
    protected endpoint(): string {
        return process.env.AWS_ENDPOINT_URL_CODEWHISPERER || process.env.AWS_ENDPOINT_URL || SERVICE;
    }
}

function headersFor(target: string): Record<string, string> {
    return { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target };
}

function bodyOf(code: string): string {
    return JSON.stringify({ fileContext: {
        filename: 'sample.ts', programmingLanguage: { languageName: 'typescript' }, leftFileContent: code, rightFileContent: ''
    } });
}

/** Gives the signer a hash made of Node's own. */
class Sha256 {

    protected readonly hash;

    constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
        this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
    }

    update(data: string | ArrayBuffer | ArrayBufferView): void {
        this.hash.update(bytesOf(data));
    }

    async digest(): Promise<Uint8Array> {
        return this.hash.digest();
    }

    reset(): void {
        throw new Error('Not needed by the signer.');
    }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
    return typeof data === 'string'
        ? Buffer.from(data)
        : ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}
