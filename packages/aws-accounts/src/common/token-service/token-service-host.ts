/** A host on which a token service takes IAM credentials, and nothing else. `product`: its configuration says so. */
export type TokenServiceHost = 'lambda' | 'cloud9' | 'product';

/** Says when a token service takes IAM credentials instead of tokens: on AWS's own hosts, never, or everywhere. */
export type TokenServiceHostRule = 'iamOnAwsHosts' | 'token' | 'iam';

export namespace TokenServiceHost {

    /** @returns `undefined`: the service takes tokens, as it does nearly everywhere */
    export function detect(
        variables: { readonly [name: string]: string | undefined },
        rule: TokenServiceHostRule
    ): TokenServiceHost | undefined {
        switch (rule) {
            case 'token':
                return undefined;
            case 'iam':
                return awsHost(variables) ?? 'product';
            case 'iamOnAwsHosts':
                return awsHost(variables);
        }
    }

    function awsHost(variables: { readonly [name: string]: string | undefined }): TokenServiceHost | undefined {
        // Lambda sets these for its runtimes, Cloud9 for everything that it starts.
        if (variables.AWS_LAMBDA_FUNCTION_NAME || variables.AWS_EXECUTION_ENV?.startsWith('AWS_Lambda_')) {
            return 'lambda';
        }
        return variables.C9_PROJECT || variables.C9_PID ? 'cloud9' : undefined;
    }
}
