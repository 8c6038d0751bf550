/** Lines around the variables that a shell says, among whatever its start-up files print. */
interface Marks {
    readonly begin: string;
    readonly end: string;
}

/** Prints each variable with a NUL behind it: the only byte that no value holds, which may have several lines. */
const ALL_VARIABLES = '/usr/bin/env -0';

const NOTHING = '';

/** A command of bash, or a list of them, before each prompt. Source: "Controlling the Prompt", GNU Bash Reference Manual. */
const BASH_HOOKS = 'for aws_hook in "${PROMPT_COMMAND[@]-}"; do eval "$aws_hook"; done;';

/** Functions of zsh before each prompt, and before each command. Source: "Hook Functions", The Z Shell Manual, 9.3.1. */
const ZSH_HOOKS = 'for aws_hook in precmd "${precmd_functions[@]}" preexec "${preexec_functions[@]}"; '
    + 'do typeset -f "$aws_hook" >/dev/null && "$aws_hook" env env env; done;';

/** Source: "emit" and "Event handlers", fish-shell documentation. */
const FISH_HOOKS = 'emit fish_prompt; functions -q fish_prompt; and fish_prompt >/dev/null; emit fish_preexec env;';

/** The alias that runs before each prompt. Source: "Special aliases", tcsh(1). */
const CSH_HOOKS = 'if ( "`alias precmd`" != "" ) eval precmd;';

/**
 * Shells that take `-i` and `-c` as POSIX has them ("sh", POSIX.1-2017), or as fish and tcsh do, with what each of them runs before a
 * command that is typed: there the variables may become others too.
 */
const PROMPT_HOOKS: ReadonlyMap<string, string> = new Map([
    ...['sh', 'dash', 'ash', 'ksh', 'mksh'].map(shell => [shell, NOTHING] as const),
    ['bash', BASH_HOOKS], ['zsh', ZSH_HOOKS], ['fish', FISH_HOOKS], ['csh', CSH_HOOKS], ['tcsh', CSH_HOOKS]
]);

export namespace ShellQuestion {

    /** Tells whether a shell of this name can be asked. */
    export function isKnown(shell: string): boolean {
        return PROMPT_HOOKS.has(shell);
    }

    /** The command by which a shell says its variables; where a person types, with those that it has after its first prompt. */
    export function command(shell: string, interactive: boolean, { begin, end }: Marks): string {
        const hooks = interactive ? PROMPT_HOOKS.get(shell) ?? NOTHING : NOTHING;
        return `${hooks} echo ${begin}; ${ALL_VARIABLES}; echo ${end}`.trim();
    }

    /**
     * The variables in what a shell has printed so far.
     *
     * @returns undefined before the end mark; `none` where the shell could not say them
     */
    export function answer(text: string, { begin, end }: Marks): ReadonlyMap<string, string> | 'none' | undefined {
        const last = text.indexOf(`${end}\n`);
        if (last === -1) {
            return undefined;
        }
        const first = text.indexOf(`${begin}\n`);
        const entries = first === -1 ? [] : text.slice(first + begin.length + 1, last).split('\0').slice(0, -1);
        return entries.length === 0 ? 'none' : new Map(entries.map(entryOf));
    }
}

function entryOf(entry: string): [name: string, value: string] {
    const [name] = entry.split('=', 1);
    return [name, entry.slice(name.length + 1)];
}
