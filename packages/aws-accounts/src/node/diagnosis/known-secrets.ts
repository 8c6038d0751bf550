import type { SharedConfig } from '../shared-config/shared-config';

/** Settings of the shared config files whose values are secret, or may be. */
const SECRET_SETTINGS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'aws_security_token', 'external_id'];

/** Variables whose values are secret, or may be. */
const SECRET_VARIABLE = /(KEY|KEY_ID|SECRET|TOKEN|PASSWORD|AUTHORIZATION)$/i;

/** The values on this machine that are known to be secret: those of the files, those of the environment, and the passwords of proxies. Pure. */
export function knownSecrets(
    { profiles, settings }: Pick<SharedConfig, 'profiles' | 'settings'>, variables: { readonly [name: string]: string | undefined }, addresses: readonly (string | undefined)[]
): string[] {
    const configured = profiles.flatMap(({ name }) => settings.profile(name)?.all() ?? []).flatMap(([key, value]) => SECRET_SETTINGS.includes(key) ? [value] : []);
    const environment = Object.entries(variables).flatMap(([name, value]) => SECRET_VARIABLE.test(name) && value ? [value] : []);
    return [...configured, ...environment, ...addresses.flatMap(passwordsOf)];
}

/** As it is written, and as it is meant. */
function passwordsOf(address: string | undefined): string[] {
    const [, written] = /:\/\/[^\s/@:]*:([^\s/@]+)@/.exec(address ?? '') ?? [];
    return written === undefined ? [] : [written, unescape(written)];
}

function unescape(written: string): string {
    return written.replace(/(?:%[0-9a-f]{2})+/gi, bytes => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}
