import { ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { injectable } from '@theia/core/shared/inversify';
import { IdentityVariables } from '../../common/connection/identity-variables';
import type { ShellStart } from '../../common/protocol/aws-tools-protocol';

/** Shells that take `-i` and `-c` as POSIX has them ("sh", POSIX.1-2017), or as fish does. */
const KNOWN_SHELLS = ['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'fish'];

/** The shell that Theia's terminals and tasks get where neither THEIA_SHELL nor SHELL is set, as in many containers; on Windows cmd. */
const DEFAULT_SHELL = process.platform === 'win32' ? 'cmd.exe' : 'sh';

/** Start-up files may do anything, also wait for a person. */
const TIME_LIMIT_MS = 10_000;

/** Characters of what start-up files print, and of all variables. */
const MOST_TEXT = 1_000_000;

/** Lines that stand before and after what the shell says. */
interface TextMarks {
    readonly begin: string;
    readonly end: string;
}

type Variables = { readonly [name: string]: string | undefined };

/**
 * Finds out what the start-up files of a shell make of the variables that it is given: `~/.bashrc` may export `AWS_PROFILE` or keys, after
 * which the shell is somebody else than its label says. The same shell is run once more, with the same options, and says what it has.
 */
@injectable()
export class ShellStartUp {

    protected readonly inherited: Variables = process.env;
    protected readonly timeLimitMs: number = TIME_LIMIT_MS;

    /**
     * Names of the variables of identity that the shell has otherwise than it was given them; empty where that cannot be found out, as for
     * a shell that is not known. Values are never returned.
     */
    async changes(start: ShellStart): Promise<string[]> {
        const { THEIA_SHELL, SHELL, THEIA_SHELL_ARGS = '' } = this.inherited;
        const shell = start.shell || THEIA_SHELL || SHELL || DEFAULT_SHELL;
        const name = basename(shell);
        const args = start.interactive ? terminalOptions(start.args ?? wordsOf(THEIA_SHELL_ARGS)) : taskOptions(name, start.args);
        if (!KNOWN_SHELLS.includes(name) || args === undefined) {
            return [];
        }
        const given = { ...this.inherited, ...start.variables };
        const found = await this.run(shell, args, given, start.folder);
        return found === undefined ? [] : IdentityVariables.ALL.filter(name => (found.get(name) ?? '') !== (given[name] ?? ''));
    }

    /** The variables at the end of the start-up files; `undefined` when the shell does not get so far. */
    protected async run(shell: string, args: readonly string[], env: Variables, folder?: string): Promise<Map<string, string> | undefined> {
        // Two marks: a shell may keep the last word of a command in the variable _, and would end the text at the first one.
        const marks = { begin: randomUUID(), end: randomUUID() };
        const cwd = folder?.startsWith('file:') ? FileUri.fsPath(folder) : undefined;
        // A process group and a session of its own: it neither reads from nor writes to a terminal, and ends whole.
        const child = spawn(shell, [...args, '-c', `echo ${marks.begin}; /usr/bin/env; echo ${marks.end}`], {
            cwd, env: { ...env, TERM: 'xterm-256color' }, stdio: ['ignore', 'pipe', 'ignore'], detached: true
        });
        try {
            const said = await this.textBetween(child, marks);
            return said === undefined ? undefined : new Map(said.split('\n').map(line => entryOf(line)));
        } finally {
            child.stdout.destroy();
            quietly(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
        }
    }

    /** Reads the text between the two marks. Programs that the files have started may keep the pipe open, so that its end tells nothing. */
    protected textBetween(child: ChildProcess & { readonly stdout: Readable }, marks: TextMarks): Promise<string | undefined> {
        return new Promise(resolve => {
            let text = '';
            const timer = setTimeout(() => resolve(undefined), this.timeLimitMs);
            const end = (said: string | undefined): void => {
                clearTimeout(timer);
                resolve(said);
            };
            child.once('error', () => end(undefined));
            child.once('close', () => end(undefined));
            child.stdout.setEncoding('utf8').on('data', (data: string) => {
                text += data;
                const begin = text.indexOf(`${marks.begin}\n`);
                const last = text.indexOf(`${marks.end}\n`);
                if (last !== -1 || text.length > MOST_TEXT) {
                    end(last === -1 ? undefined : text.slice(begin + marks.begin.length + 1, last));
                }
            });
        });
    }
}

/** `undefined` for a terminal that runs a command of its own. */
function terminalOptions(args: readonly string[]): string[] | undefined {
    return args.some(arg => /^-\w*[cs]/.test(arg)) ? undefined : [...args, '-i'];
}

/** Options before the command: those of the task, or as Theia runs its tasks. */
function taskOptions(shell: string, args: readonly string[] = shell === 'bash' ? ['-c'] : ['-l', '-c']): string[] {
    return args.map(arg => /^-\w*c$/.test(arg) ? arg.slice(0, -1) : arg).filter(arg => arg !== '-');
}

function entryOf(line: string): [name: string, value: string] {
    const [name] = line.split('=', 1);
    return [name, line.slice(name.length + 1)];
}

/** Ignores the error of ending a process that has ended by itself. */
function quietly(act: () => unknown): void {
    try {
        act();
    } catch {
        return;
    }
}

function wordsOf(text: string): string[] {
    return text.split(/\s+/).filter(word => word !== '');
}
