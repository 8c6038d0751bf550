import { call, Caller, OperationName } from './json-client';

/** A call as the spec asks this program for it. */
export interface JsonCall {
    readonly target: 'AmazonCodeWhispererService' | 'AWSCodeWhispererService';
    readonly region: string;
    readonly endpoint: string;
    readonly signingName?: string;
    readonly caller: Caller;
    readonly operation: OperationName;
    readonly input: object;
}

/** Result of a call as AWS's client reads it. */
export interface JsonResult {
    readonly output?: Record<string, unknown>;
    /** Class of the model, message, member `reason`, status. */
    readonly refusal?: readonly [name: string, message: string, reason: string | undefined, status: number];
    readonly isModelled?: boolean;
}

interface Refused extends Error {
    readonly reason?: string;
    readonly $fault?: string;
    readonly $metadata?: { readonly httpStatusCode?: number };
}

async function resultOf({ caller, operation, input, ...service }: JsonCall): Promise<JsonResult> {
    try {
        const answer = await call(service, caller, operation, input);
        return { output: Object.fromEntries(Object.entries(answer).filter(([member]) => member !== '$metadata')) };
    } catch (error) {
        const { name, message, reason, constructor, $metadata } = error as Refused;
        return { refusal: [name, message, reason, $metadata?.httpStatusCode ?? 0], isModelled: constructor.name === 'ModelledError' };
    }
}

/** Makes the calls of its argument one after the other, and prints what AWS's client read. */
async function main(): Promise<void> {
    const results: JsonResult[] = [];
    const revive = (key: string, value: unknown): unknown => key === 'timestamp' ? new Date(value as string) : value;
    for (const one of JSON.parse(process.argv[2], revive) as JsonCall[]) {
        results.push(await resultOf(one));
    }
    process.stdout.write(JSON.stringify(results));
}

void main();
