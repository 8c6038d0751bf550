import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

const EXAMPLE = dirname(require.resolve('example-browser/package.json'));

/** The browser example, served by a process of its own on a free port. */
export class Backend {

    protected constructor(protected readonly process: ChildProcess, readonly url: string, protected readonly output: string[]) { }

    /** Text that the process wrote to its standard streams. */
    get log(): string {
        return this.output.join('');
    }

    static async start(home: string, env: Record<string, string>): Promise<Backend> {
        const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('THEIA_')));
        const child = spawn(process.execPath, ['lib/backend/main.js', '--hostname', '127.0.0.1', '--port', '0'], {
            cwd: EXAMPLE, stdio: ['ignore', 'pipe', 'pipe'],
            env: { ...rest, HOME: home, THEIA_CONFIG_DIR: join(home, '.theia'), AWS_EC2_METADATA_DISABLED: 'true', ...env }
        });
        const output: string[] = [];
        const url = await new Promise<string>((resolve, reject) => {
            const read = (data: Buffer): void => {
                output.push(data.toString());
                const address = /Theia app listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output.join(''))?.[1];
                if (address) {
                    resolve(address);
                }
            };
            child.stdout.on('data', read);
            child.stderr.on('data', read);
            child.once('exit', code => reject(new Error(`The example ended with code ${code}: ${output.join('')}`)));
        });
        return new Backend(child, url, output);
    }

    async stop(): Promise<void> {
        if (this.process.exitCode === null && this.process.signalCode === null) {
            const ended = once(this.process, 'exit');
            this.process.kill('SIGTERM');
            await ended;
        }
    }
}
