import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';

/**
 * Declarations of the product, unchecked: `awsAccounts.requirements` in the `theia.frontend.config` of the application's package.json.
 * It is part of the built product, so no workspace can change it.
 */
export const ProductRequirements = Symbol('ProductRequirements');
export type ProductRequirements = () => unknown;

interface ConfiguredProduct {
    readonly awsAccounts?: { readonly requirements?: unknown };
}

export function productRequirements(): unknown {
    const config: ConfiguredProduct = FrontendApplicationConfigProvider.get() as object;
    return config.awsAccounts?.requirements;
}
