import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { CdpSession } from './cdp-session';
import { DesktopWindow } from './desktop-window';

interface Target {
    readonly type: string;
    readonly url: string;
    readonly webSocketDebuggerUrl: string;
}

/** A running desktop application. */
export class ElectronApplication {

    protected readonly output: string[] = [];

    protected constructor(protected readonly process: ChildProcess) {
        process.stdout?.on('data', data => this.output.push(String(data)));
        process.stderr?.on('data', data => this.output.push(String(data)));
    }

    static start(electron: string, folder: string, workspace: string, env: NodeJS.ProcessEnv): ElectronApplication {
        const args = ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', folder, workspace];
        // A group of its own: Theia's backend outlives the main process, and is ended with the group.
        return new ElectronApplication(spawn(electron, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
    }

    get log(): string {
        return this.output.join('');
    }

    /** The window, once its shell is there. */
    async window(): Promise<DesktopWindow> {
        const target = await this.target();
        const window = new DesktopWindow(await CdpSession.connect(target.webSocketDebuggerUrl));
        await window.expectNone('.theia-preload');
        await window.expectText('[id="status-bar-aws-accounts-iam"]', '');
        return window;
    }

    async stop(): Promise<void> {
        if (this.process.pid !== undefined && this.process.exitCode === null) {
            const ended = once(this.process, 'exit');
            const children = descendants(this.process.pid);
            this.process.kill('SIGTERM');
            await ended;
            children.forEach(end);
        }
    }

    protected async target(): Promise<Target> {
        let found: Target | undefined;
        await expect.poll(async () => {
            const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(this.log)?.[1];
            const targets = port === undefined ? [] : await (await fetch(`http://127.0.0.1:${port}/json/list`)).json() as readonly Target[];
            found = targets.find(({ type, url }) => type === 'page' && url.includes('index.html'));
            return found?.url ?? this.log;
        }, { timeout: 60_000, message: 'the window of the application' }).toContain('index.html');
        return found as Target;
    }
}

/** The processes that `pid` started, and those that they started. */
function descendants(pid: number): readonly number[] {
    const rows =
        execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n').map(row => row.trim().split(/\s+/).map(Number));
    const found = [pid];
    for (const parent of found) {
        found.push(...rows.filter(([, ppid]) => ppid === parent).map(([child]) => child));
    }
    return found.slice(1);
}

function end(pid: number): void {
    try {
        process.kill(pid, 'SIGKILL');
    } catch {
        // It has ended with its parent.
    }
}
