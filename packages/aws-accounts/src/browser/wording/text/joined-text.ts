/** The parts that are there, joined. */
export function joined(parts: readonly (string | undefined)[], separator: string): string {
    return parts.filter(part => part !== undefined && part !== '').join(separator);
}

/** A path as people write it: `~/.aws/config`. */
export function shortPath(path: string, home: string | undefined): string {
    return home !== undefined && home !== '' && (path.startsWith(`${home}/`) || path.startsWith(`${home}\\`))
        ? `~${path.slice(home.length)}`
        : path;
}
