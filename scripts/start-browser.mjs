import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { end, onInterrupt, startBrowserExample } from './browser-example.mjs';
import { build } from './build.mjs';

// npm run start:browser -- [--port N] [--hostname H] [workspace]
// The example against real AWS and the person's own files, as the environment says.

async function main() {
    const { values: { port, hostname }, positionals: [workspace] } = parseArgs({
        allowPositionals: true,
        options: { port: { type: 'string', default: '3000' }, hostname: { type: 'string', default: '127.0.0.1' } }
    });
    await build();
    const backend = await startBrowserExample({
        port, hostname, workspace: workspace && resolve(process.env.INIT_CWD ?? '.', workspace), env: process.env,
        onOutput: text => process.stderr.write(text)
    });
    onInterrupt(() => end(backend));
    backend.once('exit', code => process.exit(code ?? 1));
    process.stdout.write(`Ready: http://${hostname}:${port}\n`);
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
});
