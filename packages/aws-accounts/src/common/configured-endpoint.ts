/** An address that calls go to instead of AWS's own, because a setting of the backend's environment says so. Plain facts: no user name, no password. */
export interface ConfiguredEndpoint {
    /** The variable that says so, for example `AWS_ENDPOINT_URL`. */
    readonly setting: string;
    /** `localhost:4566`; `?` where the value is no address. */
    readonly host: string;
}

/** Every configured endpoint, and the one that sign-ins talk to. */
export interface ConfiguredEndpoints {
    readonly all: readonly ConfiguredEndpoint[];
    readonly signIn?: ConfiguredEndpoint;
}

export namespace ConfiguredEndpoints {

    const GLOBAL = 'AWS_ENDPOINT_URL';
    const SIGN_IN = 'AWS_ENDPOINT_URL_SSO_OIDC';
    const IGNORE = 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS';

    /** As the AWS SDK reads the environment: that of a service wins, and one variable makes it ignore all of them. `undefined`: nothing is configured. */
    export function of(variables: { readonly [name: string]: string | undefined }): ConfiguredEndpoints | undefined {
        if (variables[IGNORE]?.toLowerCase() === 'true') {
            return undefined;
        }
        const names = Object.keys(variables).filter(name => name === GLOBAL || name.startsWith(`${GLOBAL}_`)).toSorted();
        const all = names.flatMap(setting => toEndpoint(setting, variables[setting]));
        const signIn = all.find(({ setting }) => setting === SIGN_IN) ?? all.find(({ setting }) => setting === GLOBAL);
        return all.length === 0 ? undefined : { all, ...signIn && { signIn } };
    }

    function toEndpoint(setting: string, value: string | undefined): ConfiguredEndpoint[] {
        if (!value) {
            return [];
        }
        return [{ setting, host: URL.canParse(value) ? new URL(value).host : '?' }];
    }
}
