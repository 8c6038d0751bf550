/** A product that could exist: an application of somebody who adds the published packages to it. */
export interface Product {
    readonly name: string;
    /** The product in words, for the table of the README. */
    readonly title: string;
    /** Version of Theia. */
    readonly theia: string;
    /** The range of React that it asks for; absent: what npm chooses for its Theia. */
    readonly react?: string;
    /** Names below `@theia/`. */
    readonly packages: readonly string[];
    /** Packages of Theia that stand at another version than `theia`, because that one of them was never published to every registry. */
    readonly others?: { readonly [name: string]: string };
    /** Packages of others that Theia's exact pins would fetch from elsewhere than a registry, and what stands in for them. */
    readonly overrides?: { readonly [name: string]: string };
    /** Packages that its Theia uses for building without asking for them. */
    readonly tools?: { readonly [name: string]: string };
    /** True when VS Code extensions of it may use the connections. */
    readonly bridge: boolean;
    /** An extension of its own: a folder in `extensions`, and the name of its package. */
    readonly extension?: { readonly folder: 'acme-product' | 'rebinding'; readonly name: string };
    /** A folder of `examples` that says all of the above, for a product that this repository has as well. */
    readonly example?: 'electron';
    /**
     * A document that its builder goes on with: what it says is written, inserted and run. With `example`, a document that has the manifest
     * of the application, for which the packages of the example are there.
     */
    readonly page?: string;
    /** TypeScript samples of a document that the extension of its own has as a module, by the names of their files. */
    readonly samples?: { readonly [file: string]: string };
    /** A document that says all of the above, for a product that a reader makes of it. */
    readonly guide?: string;
    readonly target: 'browser' | 'electron';
    readonly mode: 'development' | 'production';
    /** The path below which a reverse proxy serves it over https; absent: it is reached directly. */
    readonly proxyPath?: string;
    /** True when every run of the tests drives it; false when only `npm test -- consumer all` does. */
    readonly daily: boolean;
}

