import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below `folder` whose name ends with `ending`. */
export function filesEndingWith(folder, ending) {
    if (!existsSync(folder)) {
        return [];
    }
    return readdirSync(folder, { recursive: true }).filter(name => name.endsWith(ending)).sort().map(name => join(folder, name));
}
