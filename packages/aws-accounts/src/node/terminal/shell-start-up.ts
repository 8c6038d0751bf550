import { ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { basename, win32 } from 'node:path';
import type { Readable } from 'node:stream';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { injectable } from '@theia/core/shared/inversify';
import { IdentityVariables } from '../../common/connection/identity-variables';
import type { ShellStart, StartUpFinding } from '../../common/protocol/aws-tools-protocol';
import { wordsOf } from '../../common/value/words';
import { POSIX_SHELLS } from './posix-shells';
import { Marks, ShellQuestion } from './shell-question';
import { WINDOWS_SHELLS } from './windows-shells';

const SHELLS = new Map([...POSIX_SHELLS, ...WINDOWS_SHELLS]);

/** Start-up files may do anything, also wait for a person. */
const TIME_LIMIT_MS = 10_000;

/** Characters of what start-up files print, and of all variables. */
const MOST_TEXT = 1_000_000;

/** Shell of Theia's terminals and tasks where neither THEIA_SHELL nor SHELL is set, as in many containers. */
const DEFAULT_SHELL = { windows: 'cmd.exe', others: 'sh' } as const;

/** The folder below which tools look for their files when no variable names those. Shells of other systems make up a HOME on Windows. */
const HOME = { windows: 'USERPROFILE', others: 'HOME' } as const;

type Variables = { readonly [name: string]: string | undefined };

/**
 * Finds out what the start-up files of a shell make of the variables that it is given: `~/.bashrc` may export `AWS_PROFILE` or keys, after
 * which the shell is somebody else than its label says. The same shell is run once more, with the same options, and says what it has.
 */
@injectable()
export class ShellStartUp {

    protected readonly inherited: Variables = process.env;
    protected readonly timeLimitMs: number = TIME_LIMIT_MS;
    protected readonly system: 'windows' | 'others' = process.platform === 'win32' ? 'windows' : 'others';

    /**
     * Names of the variables of identity that the shell has otherwise than it was given them; values are never returned. A shell that is
     * not known, or that is another one at the end of its start-up files, is not checked, which is no word about what it has.
     */
    async look(start: ShellStart): Promise<StartUpFinding> {
        const { THEIA_SHELL, SHELL, THEIA_SHELL_ARGS = '' } = this.inherited;
        const path = start.shell || THEIA_SHELL || (this.isWindows ? undefined : SHELL) || DEFAULT_SHELL[this.system];
        const shell = this.isWindows ? win32.basename(path) : basename(path);
        const name = this.isWindows ? shell.toLowerCase().replace(/\.exe$/, '') : shell;
        const given = { ...this.inherited, ...start.variables };
        const args = start.args ?? (start.interactive ? wordsOf(THEIA_SHELL_ARGS) : taskOptions(name));
        // Two marks: a shell may keep the last word of a command in the variable _, and would end the text at the first one.
        const marks = { begin: randomUUID(), end: randomUUID() };
        const question = SHELLS.get(name)?.(args, start.interactive, marks);
        const found = question ? await this.run(path, start.folder, given, question, marks) : 'none';
        return found === 'none' ? { kind: 'unchecked', shell } : { kind: 'checked', changed: this.changes(found, Object.entries(given)) };
    }

    protected get isWindows(): boolean {
        return this.system === 'windows';
    }

    /** On Windows names differ by more than their case. */
    protected changes(found: Iterable<readonly [string, string]>, given: Iterable<readonly [string, string | undefined]>): string[] {
        const byName = (entries: typeof given): Map<string, string | undefined> =>
            new Map([...entries].map(([name, value]) => [this.isWindows ? name.toUpperCase() : name, value]));
        const [now, then] = [byName(found), byName(given)];
        return [...IdentityVariables.ALL, HOME[this.system]].filter(name => (now.get(name) ?? '') !== (then.get(name) ?? ''));
    }

    /** The variables at the end of the start-up files; `none` when the shell does not get so far. */
    protected async run(
        path: string, folder: string | undefined, env: Variables, question: ShellQuestion, marks: Marks
    ): Promise<ReadonlyMap<string, string> | 'none'> {
        const cwd = folder?.startsWith('file:') ? FileUri.fsPath(folder) : undefined;
        // A process group and a session of its own: it neither reads from nor writes to a terminal, and ends whole. Windows has no such
        // group, and would open a window for it.
        const child = spawn(path, question.words, {
            cwd, env: { ...env, TERM: 'xterm-256color' }, stdio: ['ignore', 'pipe', 'ignore'], detached: !this.isWindows,
            windowsHide: true, windowsVerbatimArguments: question.asTyped
        });
        child.stdout.setEncoding(question.encoding);
        try {
            return await this.answerOf(child, text => ShellQuestion.answer(text, marks, question));
        } finally {
            child.stdout.destroy();
            quietly(() => this.isWindows ? child.kill() : child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
        }
    }

    /** Reads until there is an answer. Programs that the files have started may keep the pipe open, so that its end tells nothing. */
    protected answerOf<T>(child: ChildProcess & { readonly stdout: Readable }, read: (text: string) => T | undefined): Promise<T | 'none'> {
        return new Promise(resolve => {
            let text = '';
            const timer = setTimeout(() => resolve('none'), this.timeLimitMs);
            const end = (answer: T | 'none'): void => {
                clearTimeout(timer);
                resolve(answer);
            };
            child.once('error', () => end('none'));
            child.once('close', () => end('none'));
            child.stdout.on('data', (data: string) => {
                text += data;
                const answer = read(text);
                if (answer !== undefined || text.length > MOST_TEXT) {
                    end(answer ?? 'none');
                }
            });
        });
    }
}

/** The options with which Theia starts the shell of a task that names none. */
function taskOptions(shell: string): string[] {
    switch (shell) {
        case 'bash':
        case 'powershell':
        case 'pwsh':
            return ['-c'];
        case 'cmd':
            return ['/S', '/C'];
        default:
            return ['-l', '-c'];
    }
}

/** Ignores the error of ending a process that has ended by itself. */
function quietly(act: () => unknown): void {
    try {
        act();
    } catch {
        return;
    }
}
