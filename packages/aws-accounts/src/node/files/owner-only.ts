import { chmod } from 'node:fs/promises';
import { followLinks, statIfThere } from './guarded-replacement';

const NOT_THE_OWNER = 0o077;

/**
 * Leaves a file to its owner alone, before there is a secret in it: nobody else ever gets to see that. A file that is missing is made so.
 *
 * @returns whether others could read or write it
 * @throws the system error when the mode cannot be changed
 */
export async function keepToOwner(path: string): Promise<boolean> {
    const target = await followLinks(path);
    const found = await statIfThere(target);
    // Windows has no such modes: there the folder of the user keeps others out.
    if (found === undefined || process.platform === 'win32' || (found.mode & NOT_THE_OWNER) === 0) {
        return false;
    }
    await chmod(target, found.mode & ~NOT_THE_OWNER & 0o777);
    return true;
}
