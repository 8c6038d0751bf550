import { posixWords } from '../../process/command-line-words';

/** Meaning of a section header. */
export type SectionName =
    | { readonly kind: 'profile'; readonly name: string }
    | { readonly kind: 'ssoSession'; readonly name: string }
    | { readonly kind: 'services'; readonly name: string }
    /** Meant as a profile or an SSO session, but written so that neither the AWS CLI nor the SDK reads it. */
    | { readonly kind: 'unreadable'; readonly name: string }
    /** Something else, to be left alone: `[plugins]`. */
    | { readonly kind: 'other' };

/** The usual header, which needs no reading as a shell would. */
const PLAIN_PROFILE = /^profile [\w.@+%:/-]+$/;

/** The spelling in which most names stand. */
const USUAL = /^(?:profile|sso-session|services) [\w.@+%:/-]+$/;

export namespace SectionName {

    const KINDS: { readonly [prefix: string]: 'profile' | 'ssoSession' | 'services' } = {
        'profile': 'profile', 'sso-session': 'ssoSession', 'services': 'services'
    };

    /**
     * Reads a header of the config file: `default`, `profile name`, `profile "name with spaces"`, `sso-session name`, `services name`.
     * No white space but that of ASCII stands between two words, as for the AWS CLI.
     */
    export function inConfig(header: string): SectionName {
        if (header === 'default') {
            return { kind: 'profile', name: 'default' };
        }
        if (PLAIN_PROFILE.test(header)) {
            return { kind: 'profile', name: header.slice('profile '.length) };
        }
        const [, prefix, rest] = /^(profile|sso-session|services)(?:[ \t]+(.*))?$/s.exec(header) ?? [];
        if (prefix === undefined) {
            return /^\s*(?:profile|sso-session)\s/i.test(header) ? { kind: 'unreadable', name: header.trim() } : { kind: 'other' };
        }
        const words = posixWords(rest ?? '');
        if (words?.length !== 1) {
            return prefix === 'services' ? { kind: 'other' } : { kind: 'unreadable', name: header.trim() };
        }
        return { kind: KINDS[prefix], name: words[0] };
    }

    /** Tells whether a header of the config file has its name in the usual spelling: it is the key of the name as it is. */
    export function isUsual(header: string): boolean {
        return USUAL.test(header);
    }

    /** In the credentials file the whole header is the profile's name. */
    export function inCredentials(header: string): SectionName {
        return header.trim() === '' || header === 'DEFAULT' || /^sso-session\s/.test(header)
            ? { kind: 'other' }
            : { kind: 'profile', name: header };
    }
}
