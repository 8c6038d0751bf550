import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inCheckout } from './checkout.mjs';
import { assertPortIsFree } from './free-port.mjs';

const READY = 'Theia app listening on';

/**
 * Starts the browser example and resolves when it serves. Its output goes to `onOutput`.
 *
 * @returns the process; it ends with SIGTERM
 */
export async function startBrowserExample({ port, hostname, workspace, env, onOutput }) {
    await assertPortIsFree(port, hostname);
    const args = [
        'lib/backend/main.js', '--hostname', hostname, '--port', String(port),
        '--plugins=local-dir:plugins,local-dir:../sample-plugin', ...workspace ? [workspace] : []
    ];
    const suggestions = inCheckout('examples', 'code-suggestions', 'language-server', 'lib', 'server.cjs');
    const child = spawn(process.execPath, args, {
        cwd: inCheckout('examples', 'browser'), env: { AWS_CODE_SUGGESTIONS_SERVER: suggestions, ...env }, stdio: ['ignore', 'pipe', 'pipe']
    });
    await new Promise((resolve, reject) => {
        const read = data => {
            onOutput(data);
            if (data.includes(READY)) {
                resolve();
            }
        };
        child.stdout.setEncoding('utf8').on('data', read);
        child.stderr.setEncoding('utf8').on('data', read);
        child.once('error', reject);
        child.once('exit', code => reject(new Error(`The example ended with code ${code} before it served.`)));
    });
    return child;
}

/** Ends a process and waits for it. */
export async function end(child) {
    if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
    }
}

/** Calls `stop` once, on the first SIGINT or SIGTERM, and exits. */
export function onInterrupt(stop) {
    let stopping;
    const interrupt = () => {
        stopping ??= stop().finally(() => process.exit(0));
    };
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
}
