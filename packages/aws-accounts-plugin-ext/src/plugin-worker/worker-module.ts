import type { AwsAccountsApi } from '../api';
import type { ExtensionIdentity } from '../common/extension-consent';
import { HostedExtension, identityOf, MODULE_NAME } from '../plugin-host/hosted-extension';

type Require = (name: string) => unknown;

/** The global object of Theia's worker, as far as it is needed. */
export interface WorkerScope {
    /** Theia's name of the extension whose script is being run. */
    readonly frontendModuleName?: string;
    /** Theia's API of each extension by that name. */
    readonly theia?: { readonly [moduleName: string]: unknown };
    /** Set by Theia with the first extension, after this script has run. */
    require?: Require;
}

/**
 * Gives every extension in the worker that requires `MODULE_NAME` an API that knows who it is, and to `vscode` the API that Theia made for
 * that very extension: Theia itself gives all of them the one of nobody, so that a session for one would be a session for all.
 */
export function offerInWorker(
    scope: WorkerScope,
    extensions: ReadonlyMap<string, Pick<HostedExtension, 'model'>>,
    create: (extension: ExtensionIdentity) => AwsAccountsApi
): void {
    const apis = new ExtensionApis(create);
    let original = scope.require;
    const requireHere = (name: string): unknown => {
        const { frontendModuleName = '', theia } = scope;
        const extension = extensions.get(frontendModuleName);
        if (extension !== undefined && name === MODULE_NAME) {
            return apis.of(identityOf(extension));
        }
        const own = extension !== undefined && name === 'vscode' ? theia?.[frontendModuleName] : undefined;
        return own ?? original?.(name);
    };
    Object.defineProperty(scope, 'require', {
        configurable: true,
        enumerable: true,
        get: () => requireHere,
        set: (value: Require) => {
            original = value;
        }
    });
}

/** The API of each extension, made when it is first asked for. */
class ExtensionApis {

    protected readonly made = new Map<string, AwsAccountsApi>();

    constructor(protected readonly create: (extension: ExtensionIdentity) => AwsAccountsApi) { }

    of(extension: ExtensionIdentity): AwsAccountsApi {
        const api = this.made.get(extension.id) ?? this.create(extension);
        this.made.set(extension.id, api);
        return api;
    }
}
