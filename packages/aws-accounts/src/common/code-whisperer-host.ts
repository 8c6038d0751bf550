/** A host on which CodeWhisperer takes IAM credentials, and nothing else. `product`: its configuration says so. */
export type CodeWhispererHost = 'lambda' | 'cloud9' | 'product';

/** What a product's configuration says that CodeWhisperer takes; it counts more than what the environment looks like. */
export type CodeWhispererMethod = 'iam' | 'token';

export namespace CodeWhispererHost {

    /**
     * @param configured what the product says, if it says anything
     * @returns `undefined`: CodeWhisperer takes tokens, as it does nearly everywhere
     */
    export function detect(
        variables: { readonly [name: string]: string | undefined },
        configured?: unknown
    ): CodeWhispererHost | undefined {
        if (configured === 'token') {
            return undefined;
        }
        // Lambda sets these for its runtimes, Cloud9 for everything that it starts in an environment.
        if (variables.AWS_LAMBDA_FUNCTION_NAME || variables.AWS_EXECUTION_ENV?.startsWith('AWS_Lambda_')) {
            return 'lambda';
        }
        if (variables.C9_PROJECT || variables.C9_PID) {
            return 'cloud9';
        }
        return configured === 'iam' ? 'product' : undefined;
    }
}
