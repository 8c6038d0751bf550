import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A screen of its own, with a window manager, on which a person moves a mouse and presses keys. */
export class Display {

    protected constructor(protected readonly processes: readonly ChildProcess[], readonly name: string) { }

    static async open(width = 1280, height = 800): Promise<Display> {
        // The server chooses a number that nothing else uses, and says it when it is ready.
        const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
        const [number] = await Promise.race([once(server.stdio[3] as Readable, 'data'), failure(server)]) as [Buffer];
        const name = `:${number.toString().trim()}`;
        const manager = spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, DISPLAY: name } });
        await Promise.race([once(manager, 'spawn'), failure(manager)]);
        return new Display([manager, server], name);
    }

    /** Presses keys, one after the other, by the names that X gives them. */
    press(...keys: readonly string[]): void {
        this.xdotool('key', '--delay', '40', ...keys);
    }

    /** @returns the ids of visible windows whose title contains `title` */
    windows(title: string): readonly string[] {
        try {
            return this.xdotool('search', '--onlyvisible', '--name', title).trim().split('\n').filter(id => id !== '');
        } catch {
            // It ends with 1 where there are none.
            return [];
        }
    }

    focus(window: string): void {
        this.xdotool('windowactivate', '--sync', window);
    }

    /** Takes a picture of the whole screen, menus included. */
    picture(file: string): void {
        execFileSync('import', ['-window', 'root', file], { env: this.env });
    }

    async close(): Promise<void> {
        for (const child of this.processes) {
            if (child.exitCode === null && child.signalCode === null) {
                const ended = once(child, 'exit');
                child.kill();
                await ended;
            }
        }
    }

    get env(): NodeJS.ProcessEnv {
        return { ...process.env, DISPLAY: this.name };
    }

    protected xdotool(...args: readonly string[]): string {
        return execFileSync('xdotool', args, { env: this.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    }
}

async function failure(child: ChildProcess): Promise<never> {
    const [cause] = await Promise.race([once(child, 'exit'), once(child, 'error')]) as [unknown];
    throw new Error(`${child.spawnfile} ended (${String(cause)}).`);
}
