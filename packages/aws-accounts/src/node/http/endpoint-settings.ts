import type { SourceLocation } from '../../common/value/source-location';
import { ConfiguredEndpoint, ConfiguredEndpoints } from '../../common/connection/configured-endpoint';

/** The variant of AWS's own addresses that is meant. */
export interface EndpointVariants {
    readonly fips?: boolean;
    readonly dualstack?: boolean;
}

/** A setting that directs calls somewhere else than to AWS. Its value may hold a password: it stays in the backend. */
export interface EndpointSetting {
    /** A variable, or the key in a file. */
    readonly setting: string;
    readonly value: string;
    /** The one service that it is for, as `sso_oidc`; absent: every service. */
    readonly service?: string;
    readonly location?: SourceLocation;
}

/** Endpoints that the environment sets. */
export interface EnvironmentEndpoints {
    readonly settings: readonly EndpointSetting[];
    /** True when no setting counts, whatever stands in it; `undefined`: each profile decides for itself. */
    readonly ignored?: boolean;
    /** Variants of AWS's own addresses that the environment asks for; a profile says the rest. */
    readonly variants?: EndpointVariants;
}

export namespace EndpointSetting {

    const GLOBAL = 'AWS_ENDPOINT_URL';
    const IGNORE = 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS';

    /** Source: "Service-specific endpoints", AWS SDKs and Tools Reference Guide. An empty variable counts as unset. */
    export function ofEnvironment(variables: { readonly [name: string]: string | undefined }): EnvironmentEndpoints {
        const ignore = variables[IGNORE];
        const said = variants(variables.AWS_USE_FIPS_ENDPOINT, variables.AWS_USE_DUALSTACK_ENDPOINT);
        if (ignore && isTrue(ignore)) {
            return { settings: [], ignored: true, ...said && { variants: said } };
        }
        const names = Object.keys(variables).filter(name => name === GLOBAL || name.startsWith(`${GLOBAL}_`)).toSorted();
        const settings = names.flatMap(setting => {
            const value = variables[setting];
            return value ? [{ setting, value, ...setting !== GLOBAL && { service: setting.slice(GLOBAL.length + 1).toLowerCase() } }] : [];
        });
        return { settings, ...ignore && { ignored: false }, ...said && { variants: said } };
    }

    /** Values of two settings, as far as they have one; `undefined` when neither has. As in the AWS CLI all but `true` is false. */
    export function variants(fips: string | undefined, dualstack: string | undefined): EndpointVariants | undefined {
        return fips || dualstack ? { ...fips && { fips: isTrue(fips) }, ...dualstack && { dualstack: isTrue(dualstack) } } : undefined;
    }

    export function isTrue(value: string): boolean {
        return value.toLowerCase() === 'true';
    }

    /** Part of a setting that may be shown. */
    export function shown({ value, ...rest }: EndpointSetting): ConfiguredEndpoint {
        return { ...rest, host: ConfiguredEndpoint.hostOf(value) ?? '?' };
    }

    /** Endpoints of the environment as every window is told; `undefined`: nothing is configured. */
    export function shownOfEnvironment({ settings }: EnvironmentEndpoints): ConfiguredEndpoints | undefined {
        const all = settings.map(shown);
        const signIn = ConfiguredEndpoint.serving('sso_oidc', all);
        return all.length === 0 ? undefined : { all, ...signIn && { signIn } };
    }
}
