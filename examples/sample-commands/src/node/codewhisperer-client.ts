import { injectable } from '@theia/core/shared/inversify';
import type { BearerToken } from 'theia-aws-accounts/lib/node';

const SERVICE = 'https://codewhisperer.us-east-1.amazonaws.com';

/** There is no public SDK client for CodeWhisperer; this speaks its protocol (AWS JSON 1.0 with a bearer token) as far as the sample needs it. */
@injectable()
export class CodeWhispererClient {

    async complete({ token }: BearerToken, code: string): Promise<string> {
        const response = await fetch(this.endpoint(), {
            method: 'POST',
            headers: {
                'content-type': 'application/x-amz-json-1.0',
                'x-amz-target': 'AmazonCodeWhispererService.GenerateCompletions',
                authorization: `Bearer ${token}`
            },
            body: JSON.stringify({ fileContext: { filename: 'sample.ts', programmingLanguage: { languageName: 'typescript' }, leftFileContent: code, rightFileContent: '' } }),
            signal: AbortSignal.timeout(15_000)
        });
        if (!response.ok) {
            throw new Error(`CodeWhisperer answered with status ${response.status}.`);
        }
        const { completions = [] } = await response.json() as { completions?: { content: string }[] };
        return completions[0]?.content ?? '';
    }

    /** The same variables that direct the SDK's clients. */
    protected endpoint(): string {
        return process.env.AWS_ENDPOINT_URL_CODEWHISPERER || process.env.AWS_ENDPOINT_URL || SERVICE;
    }
}
