import { CONFIDENTIAL_KEYS } from '../shared-config/secret-keys';
import type { SharedConfig } from '../shared-config/shared-config';

/** Variables whose values are secret, or may be. */
const SECRET_VARIABLE = /(KEY|KEY_ID|SECRET|TOKEN|PASSWORD|AUTHORIZATION)$/i;

/**
 * The values on this machine that are known to be secret: those of the files, those of the environment, and the passwords in addresses of
 * either and of `proxy`. Pure.
 */
export function knownSecrets(
    { profiles, settings }: Pick<SharedConfig, 'profiles' | 'settings'>,
    variables: { readonly [name: string]: string | undefined },
    proxy: string | undefined
): string[] {
    const sections = profiles.flatMap(({ name }) => settings.profile(name) ?? []);
    const configured = [...sections, ...sections.flatMap(section => settings.services(section.get('services') ?? '') ?? [])].flatMap(
        section => section.all()
    );
    const environment = Object.entries(variables).map(([name, value = '']) => [name, value] as const);
    return [
        ...configured.flatMap(([key, value]) => CONFIDENTIAL_KEYS.includes(key) ? value.split('\n') : []),
        ...environment.flatMap(([name, value]) => SECRET_VARIABLE.test(name) && value ? [value] : []),
        ...[...configured, ...environment, ['http.proxy', proxy ?? ''] as const].flatMap(([, value]) => passwordsOf(value))
    ];
}

/**
 * As it is written, and as it is meant. Proxies may be named without a scheme; what stands before the last `@` is user name and password.
 */
function passwordsOf(address: string): string[] {
    const [, written] = /(?:^|:\/\/)[^\s/:]*:([^\s/]+)@/.exec(address) ?? [];
    return written === undefined ? [] : [written, unescape(written)];
}

function unescape(written: string): string {
    return written.replace(/(?:%[0-9a-f]{2})+/gi, bytes => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}
