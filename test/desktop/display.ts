import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A window, in pixels of the screen. */
export interface OnScreen {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** Programs have windows of a pixel or ten, which nobody sees. */
const SMALLEST = 20;

/** A screen of its own, with a window manager, on which a person moves a mouse and presses keys. */
export class Display {

    protected constructor(protected readonly processes: readonly ChildProcess[], readonly name: string) { }

    static async open(width = 1280, height = 800): Promise<Display> {
        // The server chooses a number that nothing else uses, and says it when it is ready.
        const server = spawn(
            'Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
            { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
        );
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

    /** Brings the window with this in its title to the front, and gives it the keys. */
    focus(title: string): void {
        this.xdotool('search', '--onlyvisible', '--name', title, 'windowactivate', '--sync');
    }

    /** @returns the windows that are on the screen, those of menus included, which have neither a name nor a class */
    windows(): readonly OnScreen[] {
        const tree = execFileSync('xwininfo', ['-root', '-tree'], { env: this.env, encoding: 'utf8' });
        const rows = [...tree.matchAll(/^\s+(0x[0-9a-f]+) .*\s(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(\d+)\+(\d+)$/gm)];
        return rows.map(([, id, width, height, x, y]) => ({ id, width: Number(width), height: Number(height), x: Number(x), y: Number(y) }))
            .filter(({ id, width, height }) => width > SMALLEST && height > SMALLEST && this.isViewable(id));
    }

    /** Clicks with the mouse at a place of the screen. */
    click(x: number, y: number): void {
        this.xdotool('mousemove', '--sync', String(Math.round(x)), String(Math.round(y)));
        this.xdotool('click', '1');
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

    protected isViewable(id: string): boolean {
        return execFileSync('xwininfo', ['-id', id], { env: this.env, encoding: 'utf8' }).includes('IsViewable');
    }

    protected xdotool(...args: readonly string[]): string {
        return execFileSync('xdotool', args, { env: this.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    }
}

async function failure(child: ChildProcess): Promise<never> {
    const [cause] = await Promise.race([once(child, 'exit'), once(child, 'error')]) as [unknown];
    throw new Error(`${child.spawnfile} ended (${String(cause)}).`);
}
