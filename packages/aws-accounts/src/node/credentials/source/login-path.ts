import { createHash } from 'node:crypto';
import { join } from 'node:path';

/**
 * The file in which the AWS CLI keeps a session of the console sign-in.
 *
 * @param session what `login_session` of a profile says
 */
export function loginPath(folder: string, session: string): string {
    return join(folder, `${createHash('sha256').update(session).digest('hex')}.json`);
}
