import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const EXAMPLE = dirname(require.resolve('example-browser/package.json'));
const ADDRESS = /Theia app listening on (http:\/\/127\.0\.0\.1:\d+)/;

/** The browser example, served by a process of its own on a free port. */
export class Backend {

    protected readonly output: string[] = [];
    protected readonly listening: Promise<string>;
    protected address = '';

    protected constructor(protected readonly process: ChildProcess) {
        this.listening = new Promise((resolve, reject) => {
            const read = (data: Buffer): void => {
                this.output.push(data.toString());
                const address = ADDRESS.exec(this.log)?.[1];
                if (address) {
                    resolve(address);
                }
            };
            process.stdout?.on('data', read);
            process.stderr?.on('data', read);
            process.once('error', reject);
            process.once('exit', code => reject(new Error(`The example ended with code ${code}: ${this.log}`)));
        });
        // A backend may be ended before it listens, and then no caller waits for it.
        this.listening.catch(() => undefined);
    }

    /**
     * Begins to start; `ready` tells when it serves. Variables of this machine that speak of AWS or Theia are left out, and the shell is
     * the same on every machine.
     */
    static spawn(home: string, env: Record<string, string>): Backend {
        const rest =
            Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('THEIA_')));
        return new Backend(spawn(process.execPath, ['lib/backend/main.js', '--hostname', '127.0.0.1', '--port', '0'], {
            cwd: EXAMPLE, stdio: ['ignore', 'pipe', 'pipe'],
            env: {
                ...rest, SHELL: '/bin/bash', HOME: home, THEIA_CONFIG_DIR: join(home, '.theia'), AWS_EC2_METADATA_DISABLED: 'true', ...env
            }
        }));
    }

    /** Text that the process wrote to its standard streams. */
    get log(): string {
        return this.output.join('');
    }

    /** Its address, once it is `ready`. */
    get url(): string {
        return this.address;
    }

    /** Numbers of the processes that it has started and that run, by a word of their command line. */
    children(word: string): string[] {
        const { pid } = this.process;
        const numbers = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(number => number !== '');
        return numbers.filter(number => readFileSync(`/proc/${number}/cmdline`, 'utf8').includes(word));
    }

    /** @throws when the process ends instead */
    async ready(): Promise<this> {
        this.address = await this.listening;
        return this;
    }

    async stop(): Promise<void> {
        if (this.process.pid !== undefined && this.process.exitCode === null && this.process.signalCode === null) {
            const ended = once(this.process, 'exit');
            this.process.kill('SIGTERM');
            await ended;
        }
    }
}
