/** Lines around the variables that a shell says, among whatever its start-up files print. */
export interface Marks {
    readonly begin: string;
    readonly end: string;
}

/** Asks a shell which variables it has, and tells how it answers. */
export interface ShellQuestion {
    /** The arguments of the shell. */
    readonly words: readonly string[];
    /** The words are the command line as it stands: this shell has quotation marks of its own. */
    readonly asTyped?: boolean;
    readonly encoding: BufferEncoding;
    /** Stands behind each variable. */
    readonly separator: '\0' | '\n';
}

/**
 * Words the question to one shell.
 *
 * @param args those that the shell is started with
 * @param interactive a person types, and the shell runs what it has for its prompt too
 * @returns undefined for arguments with which it cannot be asked
 */
export type AskShell = (args: readonly string[], interactive: boolean, marks: Marks) => ShellQuestion | undefined;

export namespace ShellQuestion {

    /**
     * The variables in what a shell has printed so far.
     *
     * @returns undefined before the end mark; `none` where the shell could not say them
     */
    export function answer(
        printed: string, { begin, end }: Marks, { separator }: Pick<ShellQuestion, 'separator'>
    ): ReadonlyMap<string, string> | 'none' | undefined {
        const text = printed.replaceAll('\r\n', '\n');
        const last = text.indexOf(`${end}\n`);
        if (last === -1) {
            return undefined;
        }
        const first = text.indexOf(`${begin}\n`);
        const entries = first === -1 ? [] : text.slice(first + begin.length + 1, last).split(separator).slice(0, -1);
        return entries.length === 0 ? 'none' : new Map(entries.map(entryOf));
    }
}

function entryOf(entry: string): [name: string, value: string] {
    const [name] = entry.split('=', 1);
    return [name, entry.slice(name.length + 1)];
}
