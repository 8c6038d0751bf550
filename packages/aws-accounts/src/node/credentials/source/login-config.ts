import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../../files/atomic-file';

/** Files that the SDK's provider for `aws login` wants to read. */
interface LoginConfig {
    readonly profile: string;
    readonly configFilepath: string;
    /** Not there. */
    readonly filepath: string;
}

/**
 * Lets `use` read the session from a file of its own, gone afterwards: the SDK's parser takes no name with a space, a quotation mark or a
 * letter outside ASCII, and knows no `[DEFAULT]`.
 *
 * @param session the value of `login_session`, which is no secret
 * @throws AwsAccountsError `fileUnwritable`, whatever `use` throws
 */
export async function withLoginConfig<T>(session: string, use: (config: LoginConfig) => Promise<T>): Promise<T> {
    const folder = join(tmpdir(), `aws-accounts-login-${randomUUID()}`);
    try {
        const configFilepath = join(folder, 'config');
        await writeAtomically(configFilepath, `[profile login]\nlogin_session = ${session}\n`);
        return await use({ profile: 'login', configFilepath, filepath: join(folder, 'credentials') });
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
