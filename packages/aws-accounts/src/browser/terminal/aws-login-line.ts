/** The line that a person would type to sign in with `aws login`. */
export namespace AwsLoginLine {

    /** Means the same to every shell. */
    const PLAIN = /^[\w@%+:,./][\w@%+=:,./-]*$/;
    /** The command line of Windows and PowerShell know a percent sign, a comma and a leading at sign as something else. */
    const PLAIN_ON_WINDOWS = /^\w[\w@+=:./-]*$/;
    /** Keys to a terminal, and the backslash, which ends a quotation in one shell and not in another. */
    const NEVER = /[\u0000-\u001f\u007f-\u009f\\]/;

    /**
     * @param isWindows where the shell runs
     * @returns `undefined` for a name that cannot be quoted so that each shell that may be there reads it in the same way
     */
    export function forProfile(name: string, isWindows: boolean): string | undefined {
        if ((isWindows ? PLAIN_ON_WINDOWS : PLAIN).test(name)) {
            return `aws login --profile ${name}`;
        }
        if (isWindows || name === '' || NEVER.test(name)) {
            return undefined;
        }
        const quoted = `'${name.replaceAll("'", "'\\''")}'`;
        return name.startsWith('-') ? `aws login --profile=${quoted}` : `aws login --profile ${quoted}`;
    }
}
