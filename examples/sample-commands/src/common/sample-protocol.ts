import type { AwsConnection } from 'theia-aws-accounts';

export const SAMPLE_PATH = '/services/aws-accounts-sample';

export interface Invocation {
    readonly functionName: string;
    /** JSON value that the function gets as its event. */
    readonly payload?: unknown;
}

/** Credential for CodeWhisperer: a sign-in, or an IAM profile on a host where it takes nothing else. */
export type SuggestingConnection = Pick<AwsConnection, 'id' | 'kind'>;

/** The backend half of the sample: it gets connection ids, never credentials. */
export const SampleServer = Symbol('SampleServer');
export interface SampleServer {
    /** Names of the Lambda functions in the profile's account and region. */
    listFunctions(connectionId: string): Promise<string[]>;
    /** Parsed answer of the function. */
    invoke(connectionId: string, invocation: Invocation): Promise<unknown>;
    /** The ARN of whoever the profile's credentials belong to. */
    callerIdentity(connectionId: string): Promise<string>;
    /** One suggestion for the code that follows `code`. */
    suggest(connection: SuggestingConnection, code: string): Promise<string>;
}

export const SAMPLE_AUTOMATION_PATH = '/services/aws-accounts-sample-automation';

/** Backend code that runs commands in the window that asked for it. There is one for each window. */
export const SampleAutomation = Symbol('SampleAutomation');
export interface SampleAutomation {
    /** Runs the guarded command; the person at the window is asked as if they had run it themselves. */
    invokeLambda(invocation: Invocation): Promise<unknown>;
}
