/** A platform that runs the IDE, on which a token service takes IAM credentials and nothing else. `product`: its configuration says so. */
export type TokenServicePlatform = 'lambda' | 'cloud9' | 'product';

/** Says when a token service takes IAM credentials instead of tokens: on AWS's own platforms, never, or everywhere. */
export type TokenServicePlatformRule = 'iamOnAwsHosts' | 'token' | 'iam';

/** @deprecated Its name is `TokenServicePlatform`. */
export type TokenServiceHost = TokenServicePlatform;
/** @deprecated Its name is `TokenServicePlatformRule`. */
export type TokenServiceHostRule = TokenServicePlatformRule;

export namespace TokenServicePlatform {

    /** @returns `undefined`: the service takes tokens, as it does nearly everywhere */
    export function detect(
        variables: { readonly [name: string]: string | undefined },
        rule: TokenServicePlatformRule
    ): TokenServicePlatform | undefined {
        switch (rule) {
            case 'token':
                return undefined;
            case 'iam':
                return awsPlatform(variables) ?? 'product';
            case 'iamOnAwsHosts':
                return awsPlatform(variables);
        }
    }

    function awsPlatform(variables: { readonly [name: string]: string | undefined }): TokenServicePlatform | undefined {
        // Lambda sets these for its runtimes, Cloud9 for everything that it starts.
        if (variables.AWS_LAMBDA_FUNCTION_NAME || variables.AWS_EXECUTION_ENV?.startsWith('AWS_Lambda_')) {
            return 'lambda';
        }
        return variables.C9_PROJECT || variables.C9_PID ? 'cloud9' : undefined;
    }
}
