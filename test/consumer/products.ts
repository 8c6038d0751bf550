import { join } from 'node:path';
import type { Product } from './product';

/** The least that makes an IDE with files, settings and a terminal. */
const MINIMAL = ['core', 'filesystem', 'messages', 'monaco', 'navigator', 'preferences', 'process', 'terminal', 'workspace'];
const WITH_PLUGINS = [...MINIMAL, 'debug', 'output', 'plugin-ext', 'plugin-ext-vscode', 'task', 'userstorage', 'variable-resolver'];

const DEVELOPED_WITH = '1.74.1';
const OLDEST = '1.67.0';

/** The oldest Theia bundles by webpack with a tool that it does not ask for, and pins packages that no registry has. */
const AS_OLDEST_ASKS: Pick<Product, 'tools' | 'overrides'> = {
    tools: { 'terser-webpack-plugin': '^5.3.0' },
    overrides: {
        '@electron/node-gyp': 'npm:node-gyp@^10.0.0', '@vscode/ripgrep': `file:${join(__dirname, '../../consumer/stand-ins/ripgrep')}`
    }
};

/**
 * Every kind of product that failed once, or differs in what this extension stands on. Those of the daily run are the newest Theia, where
 * others change things, and the one with the bridge and an own extension, where modules come in another order than in the examples.
 */
export const PRODUCTS: readonly Product[] = [
    {
        name: 'newest', title: 'a minimal product on the newest Theia', theia: '1.75.0', packages: MINIMAL, bridge: false,
        target: 'browser', mode: 'development', daily: true,
        others: { messages: '1.74.1', 'outline-view': '1.74.1', process: '1.74.1', userstorage: '1.74.1', 'variable-resolver': '1.74.1' }
    },
    {
        name: 'bridge', title: 'VS Code extensions with the bridge, and an extension of the product that is loaded before Theia\'s',
        theia: DEVELOPED_WITH, react: '^18.3.1',
        packages: WITH_PLUGINS, bridge: true, extension: { folder: 'acme-product', name: '@acme/product' }, target: 'browser',
        mode: 'development', daily: true,
        page: 'docs/building/vscode-extensions.md', samples: { 'identity-server.js': 'docs/building/credentials.md' }
    },
    {
        name: 'rebinding', title: 'an extension of the product that rebinds services of Theia', theia: DEVELOPED_WITH, react: '^18.3.1',
        packages: WITH_PLUGINS, bridge: true, extension: { folder: 'rebinding', name: 'zz-rebinding' }, target: 'browser',
        mode: 'development', daily: false
    },
    {
        name: 'proxy', title: 'a production build below a path of a reverse proxy, over https', theia: DEVELOPED_WITH, react: '^18.3.1',
        packages: WITH_PLUGINS, bridge: true, target: 'browser', mode: 'production', proxyPath: '/team/ide', daily: false
    },
    {
        name: 'oldest', title: 'a minimal product on the oldest Theia', theia: OLDEST, packages: MINIMAL, bridge: false,
        target: 'browser', mode: 'development', daily: false, ...AS_OLDEST_ASKS
    },
    {
        name: 'webpack', title: 'VS Code extensions with the bridge on the oldest Theia, which webpack bundles', theia: OLDEST,
        packages: WITH_PLUGINS, bridge: true, target: 'browser', mode: 'development', daily: false, ...AS_OLDEST_ASKS,
        page: 'docs/building/vscode-extensions.md'
    },
    {
        name: 'guide', title: 'what a reader makes of docs/building/first-product.md', theia: DEVELOPED_WITH, packages: [], bridge: false,
        guide: 'docs/building/first-product.md', target: 'browser', mode: 'development', daily: false
    },
    {
        name: 'desktop', title: 'the desktop example', theia: DEVELOPED_WITH, packages: [], bridge: true, example: 'electron',
        target: 'electron',
        mode: 'development', daily: false
    },
    {
        name: 'desktop-page', title: 'what a reader makes of docs/building/desktop.md', theia: DEVELOPED_WITH, packages: [], bridge: true,
        example: 'electron', page: 'docs/building/desktop.md', target: 'electron', mode: 'development', daily: false
    }
];
