import { SectionSettings } from '../profile-settings';
import { SECRET_KEYS } from '../secret-keys';
import type { ConfigFile } from './config-change';

const CREDENTIALS: readonly string[] = ['aws_access_key_id', ...SECRET_KEYS];

/**
 * The file in which `key` of a profile belongs: where it stands now, since it counts there and its owner put it there. A new key goes to
 * the config file. Keys belong together in the file that has the key id, since those of the other file do not count; without one they go to
 * the credentials file, unless the profile keeps some of them in the config file.
 *
 * @param profile the profile as it is, `undefined` for a new one
 */
export function fileFor(key: string, profile: SectionSettings | undefined): ConfigFile {
    const isCredential = CREDENTIALS.includes(key);
    const known = isCredential
        ? CREDENTIALS.map(other => profile?.setting(other)).find(setting => setting !== undefined)
        : profile?.setting(key);
    return (known?.inCredentialsFile ?? isCredential) ? 'credentials' : 'config';
}
