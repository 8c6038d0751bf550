import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import esbuild from 'esbuild';
import { browserOptions, watch } from './gen-esbuild.browser.mjs';
import { electronOptions } from './gen-esbuild.electron.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

// Plugin hosts load this script by its path, so it has to be a file of its own.
nodeOptions.entryPoints['aws-accounts-plugin-host-init'] = 'theia-aws-accounts-plugin-ext/lib/plugin-host/init';
// The same for the worker in which extensions run that need no backend.
browserOptions.entryPoints['aws-accounts-plugin-worker-init'] = 'theia-aws-accounts-plugin-ext/lib/plugin-worker/init';

// The address of keytar's binary is computed at run time, where the bundler cannot follow: it is put where the bundle will look.
const platform = `${process.platform}-${process.arch}`;
const keytar = dirname(createRequire(import.meta.url).resolve('keytar/package.json'));
await cp(join(keytar, 'prebuilds', platform), join('lib', 'prebuilds', platform), { recursive: true });

const contexts = await Promise.all([browserOptions, nodeOptions, electronOptions].map(options => esbuild.context(options)));
try {
    for (const context of contexts) {
        if (watch) {
            await context.watch();
        } else {
            await context.rebuild();
            await context.dispose();
        }
    }
} catch {
    process.exit(1); // esbuild has printed the reason
}
