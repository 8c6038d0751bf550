import { ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { FileUri } from '@theia/core/lib/common/file-uri';
import { injectable } from '@theia/core/shared/inversify';
import { IdentityVariables } from '../../common/connection/identity-variables';
import type { ShellStart, StartUpFinding } from '../../common/protocol/aws-tools-protocol';
import { wordsOf } from '../../common/value/words';
import { ShellQuestion } from './shell-question';

/** The shell that Theia's terminals and tasks get where neither THEIA_SHELL nor SHELL is set, as in many containers; on Windows cmd. */
const DEFAULT_SHELL = process.platform === 'win32' ? 'cmd.exe' : 'sh';

/** Start-up files may do anything, also wait for a person. */
const TIME_LIMIT_MS = 10_000;

/** Characters of what start-up files print, and of all variables. */
const MOST_TEXT = 1_000_000;

/** The last one is where tools look for their files when no variable names those. */
const COMPARED: readonly string[] = [...IdentityVariables.ALL, 'HOME'];

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
     * Names of the variables of identity that the shell has otherwise than it was given them; values are never returned. A shell that is
     * not known, or that is another one at the end of its start-up files, is not checked, which is no word about what it has.
     */
    async look(start: ShellStart): Promise<StartUpFinding> {
        const { THEIA_SHELL, SHELL, THEIA_SHELL_ARGS = '' } = this.inherited;
        const path = start.shell || THEIA_SHELL || SHELL || DEFAULT_SHELL;
        const shell = basename(path);
        const given = { ...this.inherited, ...start.variables };
        const args = start.args ?? (start.interactive ? wordsOf(THEIA_SHELL_ARGS) : taskOptions(shell));
        const found = ShellQuestion.isKnown(shell) ? await this.run(path, { ...start, args }, given) : 'none';
        return found === 'none'
            ? { kind: 'unchecked', shell }
            : { kind: 'checked', changed: COMPARED.filter(name => (found.get(name) ?? '') !== (given[name] ?? '')) };
    }

    /** The variables at the end of the start-up files; `none` when the shell does not get so far. */
    protected async run(
        path: string, { args = [], interactive, folder }: ShellStart, env: Variables
    ): Promise<ReadonlyMap<string, string> | 'none'> {
        // Two marks: a shell may keep the last word of a command in the variable _, and would end the text at the first one.
        const marks = { begin: randomUUID(), end: randomUUID() };
        const cwd = folder?.startsWith('file:') ? FileUri.fsPath(folder) : undefined;
        // A terminal that runs a command of its own shows no prompt.
        const isPrompted = interactive && !args.some(arg => COMMAND.test(arg));
        const options = isPrompted ? [...args, '-i'] : withoutCommand(args);
        // A process group and a session of its own: it neither reads from nor writes to a terminal, and ends whole.
        const child = spawn(path, [...options, '-c', ShellQuestion.command(basename(path), isPrompted, marks)], {
            cwd, env: { ...env, TERM: 'xterm-256color' }, stdio: ['ignore', 'pipe', 'ignore'], detached: true
        });
        try {
            return await this.answerOf(child, text => ShellQuestion.answer(text, marks));
        } finally {
            child.stdout.destroy();
            quietly(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
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
            child.stdout.setEncoding('utf8').on('data', (data: string) => {
                text += data;
                const answer = read(text);
                if (answer !== undefined || text.length > MOST_TEXT) {
                    end(answer ?? 'none');
                }
            });
        });
    }
}

/** The option, alone or behind others, that a command follows. */
const COMMAND = /^-\w*c$/;

/** The options with which Theia starts the shell of a task that names none. */
function taskOptions(shell: string): string[] {
    return shell === 'bash' ? ['-c'] : ['-l', '-c'];
}

/** The options as they stand before the command. */
function withoutCommand(args: readonly string[]): string[] {
    const command = args.findIndex(arg => COMMAND.test(arg));
    const options = command === -1 ? args : [...args.slice(0, command), args[command].slice(0, -1)];
    return options.filter(arg => arg !== '-');
}

/** Ignores the error of ending a process that has ended by itself. */
function quietly(act: () => unknown): void {
    try {
        act();
    } catch {
        return;
    }
}
