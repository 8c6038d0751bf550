import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '../../../common/value/json-value';

interface Registered {
    readonly clientId: string;
    readonly scopes: readonly string[];
}

/**
 * Scopes of client registrations, from the registration files in the SSO cache: ours and those of the AWS CLI. A token is good for what
 * its client was registered for; the AWS CLI drops our note of that from the token file when it refreshes it.
 */
export class RegisteredScopes {

    /** By client id. A registration never changes. */
    protected readonly known = new Map<string, readonly string[]>();

    /** The scopes of the client; `undefined` when no file in `folder` tells. A file that cannot be read tells nothing. */
    async of(clientId: string, folder: string): Promise<readonly string[] | undefined> {
        if (!this.known.has(clientId)) {
            await this.readAll(folder);
        }
        return this.known.get(clientId);
    }

    protected async readAll(folder: string): Promise<void> {
        const names = await readdir(folder).catch(() => []);
        for (const name of names.filter(found => found.endsWith('.json'))) {
            const registered = parse(await readFile(join(folder, name), 'utf8').catch(() => ''));
            if (registered) {
                this.known.set(registered.clientId, registered.scopes);
            }
        }
    }
}

function parse(text: string): Registered | undefined {
    const { clientId, scopes } = (parseJson(text) ?? {}) as Partial<Registered>;
    const usable = typeof clientId === 'string' && Array.isArray(scopes) && scopes.every(scope => typeof scope === 'string');
    return usable ? { clientId, scopes } : undefined;
}
