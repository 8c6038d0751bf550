import type { AskShell } from './shell-question';

/** Options of PowerShell that a command or a script follows. Source: "about_Pwsh" and "about_PowerShell_exe", Microsoft Learn. */
const POWERSHELL_COMMAND = /^[-/](c|command|f|file|e|ec|encodedcommand|commandwithargs|cwa)$/i;

/** Options of cmd that a command follows. Source: "cmd", Windows commands reference, Microsoft Learn. */
const CMD_COMMAND = /^\/[ckr]/i;

/** Options after which the shell goes on once it has run a command: that is a start-up file too, and is not run twice. */
const GOES_ON = { cmd: /^\/k/i, powerShell: /^[-/]noexit$/i } as const;

/** By `/u` cmd prints in UTF-16, whatever the code page is. No value of Windows has several lines. */
const cmd: AskShell = (args, interactive, { begin, end }) => {
    const options = before(args, CMD_COMMAND).filter(arg => !/^\/[asu]$/i.test(arg));
    return interactive && args.some(arg => GOES_ON.cmd.test(arg)) ? undefined : {
        words: [...options, '/u', '/s', '/c', `"echo ${begin}&set&echo ${end}"`], asTyped: true, encoding: 'utf16le', separator: '\n'
    };
};

/** Without a double quote, which would have to survive two ways of quoting. At a prompt the function `prompt` runs as well. */
const powerShell: AskShell = (args, interactive, { begin, end }) => {
    const write = (text: string): string => `[Console]::Out.Write(${text})`;
    const script = [
        '[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false', ...interactive ? ['try { prompt | Out-Null } catch { }'] : [],
        write(`'${begin}' + [char]10`), `Get-ChildItem Env: | ForEach-Object { ${write("$_.Name + '=' + $_.Value + [char]0")} }`,
        write(`'${end}' + [char]10`)
    ].join('; ');
    return args.some(arg => GOES_ON.powerShell.test(arg)) ? undefined : {
        words: [...before(args, POWERSHELL_COMMAND), '-Command', script], encoding: 'utf8', separator: '\0'
    };
};

/**
 * The shells of Windows: cmd runs what the registry names as AutoRun, unless it is started with `/d`; PowerShell runs its profiles, unless
 * it is started with `-NoProfile`. Both do so before a command too, so that the same shell can be asked.
 */
export const WINDOWS_SHELLS: ReadonlyMap<string, AskShell> = new Map([['cmd', cmd], ['powershell', powerShell], ['pwsh', powerShell]]);

function before(args: readonly string[], command: RegExp): readonly string[] {
    const found = args.findIndex(arg => command.test(arg));
    return found === -1 ? args : args.slice(0, found);
}
