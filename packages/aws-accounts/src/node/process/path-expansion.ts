import { readFileSync } from 'node:fs';

/** The list of this machine's users; the sixth field is the home folder. Source: passwd(5). */
const USERS = '/etc/passwd';

/**
 * The path that a variable names, as the AWS CLI expands it for its config file, its credentials file and the cache of `aws login`:
 * variables first, then `~` and `~user` at the start. Unknown names stay as they are. Paths in settings, such as `ca_bundle`,
 * `web_identity_token_file` and `credential_process`, no tool expands. Source: `os.path.expandvars` and `os.path.expanduser` of Python.
 */
export function expandPath(path: string, variables: Readonly<NodeJS.ProcessEnv>, home: string, users = readUsers): string {
    const expanded = expandVariables(path, variables);
    const [, user, rest] = /^~([^/\\]*)([^]*)$/.exec(expanded) ?? [];
    if (user === undefined) {
        return expanded;
    }
    const folder = user === '' ? home : homeOf(user, users());
    return folder === undefined ? expanded : folder.replace(/(?<=.)\/+$/, '') + rest;
}

function expandVariables(path: string, variables: Readonly<NodeJS.ProcessEnv>, windows = process.platform === 'win32'): string {
    const dollar = path.replace(/\$(?:([A-Za-z0-9_]+)|\{([^}]*)\})/g, (written, plain?: string, braced?: string) =>
        variables[plain ?? braced ?? ''] ?? written);
    return windows ? dollar.replace(/%([^%]+)%/g, (written, name: string) => variables[name] ?? written) : dollar;
}

function homeOf(user: string, users: string): string | undefined {
    return users.split('\n').map(line => line.split(':')).find(([name]) => name === user)?.[5] || undefined;
}

function readUsers(): string {
    try {
        return readFileSync(USERS, 'utf8');
    } catch {
        // A machine without such a file knows no user by name.
        return '';
    }
}
