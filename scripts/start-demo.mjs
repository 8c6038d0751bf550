import { parseArgs } from 'node:util';
import { onInterrupt } from './browser-example.mjs';
import { build } from './build.mjs';
import { startDemo } from './demo.mjs';

// npm start [-- --port N --hostname H --as-aws]
// The browser example with a stand-in for AWS and a home folder of its own: no AWS account is needed and no file of yours is touched.
// With --as-aws the stand-in is met under AWS's own names, so that the IDE looks as it does with AWS.

async function main() {
    const { values: { port, hostname, 'as-aws': asAws } } = parseArgs({
        options: {
            'port': { type: 'string', default: '3000' }, 'hostname': { type: 'string', default: '127.0.0.1' },
            'as-aws': { type: 'boolean', default: false }
        }
    });
    await build();
    const starting = startDemo({ port, hostname, asAws });
    // An interruption while it starts ends what there is by then.
    onInterrupt(() => starting.then(({ stop }) => stop(), () => undefined));
    const { backend, lines, stop } = await starting;
    backend.once('exit', code => stop().finally(() => process.exit(code ?? 1)));
    process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
});
