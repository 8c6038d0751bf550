import { SectionSettings, SESSION_TOKENS } from './profile-settings';

/** The keys that a profile signs with by itself. Secret: stay in the backend. */
interface SigningKeys {
    readonly accessKeyId: string | undefined;
    readonly secretAccessKey: string | undefined;
    readonly sessionToken: string | undefined;
    readonly inCredentialsFile: boolean;
}

/**
 * The keys of a profile, all of one file: of the credentials file where it has a key id, otherwise of the config file. The AWS CLI never
 * completes the keys of one file from the other, where a token or a secret belongs to other keys. It looks for the token's old name first.
 */
export function signingKeys(profile: SectionSettings): SigningKeys {
    const inCredentialsFile = profile.getFrom('credentials', 'aws_access_key_id') !== undefined;
    const get = (key: string): string | undefined => profile.getFrom(inCredentialsFile ? 'credentials' : 'config', key);
    return {
        accessKeyId: get('aws_access_key_id'),
        secretAccessKey: get('aws_secret_access_key'),
        sessionToken: SESSION_TOKENS.map(get).find(token => token !== undefined),
        inCredentialsFile
    };
}
