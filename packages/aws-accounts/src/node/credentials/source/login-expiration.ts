import { isObject, parseJson } from '../../../common/value/json-value';
import { readIfThere, replaceIfUnchanged } from '../../files/guarded-replacement';
import { Instant } from '../../process/instant';

/**
 * Sees to it that the SDK reads the end of a session's credentials as it is meant. By itself it takes a time without a zone for one in the
 * zone of this machine, and what it cannot read, the basic format of ISO 8601 among it, for no end at all.
 *
 * @param path the file of a session of `aws login`, which may be missing or hold something else
 * @returns whether the end can be read; `true` for a file that is no session, which the SDK refuses
 * @throws the system error when the file cannot be read or written
 */
export async function settleLoginExpiration(path: string): Promise<boolean> {
    const bytes = await readIfThere(path);
    const session = parseJson(bytes?.toString('utf8') ?? '');
    if (bytes === undefined || !isObject(session) || !isObject(session.accessToken)) {
        return true;
    }
    const { expiresAt } = session.accessToken;
    const instant = Instant.parse(expiresAt);
    if (instant === undefined) {
        return false;
    }
    if (Date.parse(String(expiresAt)) !== instant) {
        const accessToken = { ...session.accessToken, expiresAt: new Date(instant).toISOString() };
        // A file that somebody changed meanwhile is theirs, and is read as it is.
        await replaceIfUnchanged(path, bytes, Buffer.from(JSON.stringify({ ...session, accessToken }, undefined, 2)));
    }
    return true;
}
