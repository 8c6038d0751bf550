import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const POLYFILLS = join(__dirname, 'polyfills.js');

/**
 * A copy of a built desktop application that runs in an Electron of any age.
 *
 * @param folder of the application
 * @returns the copy's folder, beside the application, so that it finds the same packages
 */
export function drivenApplication(folder: string): string {
    const copy = `${folder}-driven`;
    rmSync(copy, { recursive: true, force: true });
    cpSync(folder, copy, { recursive: true });
    const polyfills = readFileSync(POLYFILLS, 'utf8');
    const backend = readdirSync(join(copy, 'lib/backend')).filter(name => name.endsWith('.js')).map(name => `lib/backend/${name}`);
    for (const file of [...backend, 'lib/frontend/bundle.js']) {
        writeFileSync(join(copy, file), `${polyfills}\n${readFileSync(join(copy, file), 'utf8')}`);
    }
    return copy;
}
