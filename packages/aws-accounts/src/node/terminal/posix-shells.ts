import type { AskShell, Marks } from './shell-question';

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
const PROMPT_HOOKS: readonly (readonly [shell: string, hooks: string])[] = [
    ...['sh', 'dash', 'ash', 'ksh', 'mksh'].map(shell => [shell, NOTHING] as const),
    ['bash', BASH_HOOKS], ['zsh', ZSH_HOOKS], ['fish', FISH_HOOKS], ['csh', CSH_HOOKS], ['tcsh', CSH_HOOKS]
];

export const POSIX_SHELLS: ReadonlyMap<string, AskShell> = new Map(PROMPT_HOOKS.map(([shell, hooks]): [string, AskShell] => [
    shell, (args, interactive, marks) => ({ words: wordsOf(args, interactive, hooks, marks), encoding: 'utf8', separator: '\0' })
]));

/** The option, alone or behind others, that a command follows. */
const COMMAND = /^-\w*c$/;

/** A terminal that runs a command of its own shows no prompt. */
function wordsOf(args: readonly string[], interactive: boolean, hooks: string, { begin, end }: Marks): string[] {
    const isPrompted = interactive && !args.some(arg => COMMAND.test(arg));
    const options = isPrompted ? [...args, '-i'] : withoutCommand(args);
    return [...options, '-c', `${isPrompted ? hooks : NOTHING} echo ${begin}; ${ALL_VARIABLES}; echo ${end}`.trim()];
}

/** The options as they stand before the command. */
function withoutCommand(args: readonly string[]): string[] {
    const command = args.findIndex(arg => COMMAND.test(arg));
    const options = command === -1 ? args : [...args.slice(0, command), args[command].slice(0, -1)];
    return options.filter(arg => arg !== '-');
}
