import type { Product } from './product';
import { PRODUCTS } from './products';

/** A product that was built. */
export interface PreparedProduct {
    readonly product: Product;
    readonly folder: string;
}

export namespace PreparedProducts {

    /** Products that the stage built before it started this run: `CONSUMER_PRODUCTS` has the folder of each by its name, as JSON. */
    export function ofThisRun(): readonly PreparedProduct[] {
        const folders = JSON.parse(process.env.CONSUMER_PRODUCTS ?? '{}') as { readonly [name: string]: string };
        return PRODUCTS.filter(({ name }) => name in folders).map(product => ({ product, folder: folders[product.name] }));
    }
}
