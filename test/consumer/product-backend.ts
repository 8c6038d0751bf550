import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Leaves out the variables of this machine about AWS and Theia. */
const USUAL_NAMES = /^AWS_|^THEIA_/;

/** The backend of a built product, on a free port. */
export class ProductBackend {

    protected constructor(protected readonly process: ChildProcess, readonly url: string) { }

    /** @param args what a builder gives to `theia start` besides */
    static async start(
        folder: string, home: string, env: { readonly [name: string]: string }, args: readonly string[] = []
    ): Promise<ProductBackend> {
        const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !USUAL_NAMES.test(name)));
        const child = spawn(process.execPath, ['lib/backend/main.js', '--hostname', '127.0.0.1', '--port', '0', ...args], {
            cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
            env: { ...rest, HOME: home, THEIA_CONFIG_DIR: join(home, '.theia'), AWS_EC2_METADATA_DISABLED: 'true', ...env }
        });
        return new ProductBackend(child, await address(child));
    }

    async stop(): Promise<void> {
        if (this.process.exitCode === null && this.process.signalCode === null) {
            const ended = once(this.process, 'exit');
            this.process.kill('SIGTERM');
            await ended;
        }
    }
}

function address(child: ChildProcess): Promise<string> {
    let output = '';
    return new Promise((resolve, reject) => {
        const read = (data: Buffer): void => {
            output += data.toString();
            const url = /Theia app listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
            if (url) {
                resolve(url);
            }
        };
        child.stdout?.on('data', read);
        child.stderr?.on('data', read);
        child.once('exit', code => reject(new Error(`The product ended with code ${code}: ${output}`)));
    });
}
