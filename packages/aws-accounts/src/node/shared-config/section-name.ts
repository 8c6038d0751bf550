/** What a section header stands for. */
export type SectionName =
    | { readonly kind: 'profile'; readonly name: string }
    | { readonly kind: 'ssoSession'; readonly name: string }
    /** Meant as a profile, but with a name that neither the AWS CLI nor the SDK reads. */
    | { readonly kind: 'unreadable'; readonly name: string }
    /** Something else, to be left alone: `[services x]`, `[plugins]`. */
    | { readonly kind: 'other' };

export namespace SectionName {

    /** Reads a header of the config file: `default`, `profile name`, `profile "name with spaces"`, `sso-session name`. */
    export function inConfig(header: string): SectionName {
        if (header === 'default') {
            return { kind: 'profile', name: 'default' };
        }
        const [, prefix, rest] = /^(profile|sso-session)[ \t]+(.+)$/.exec(header) ?? [];
        if (prefix === undefined) {
            return { kind: 'other' };
        }
        const [, quoted] = /^(["'])(.*)\1$/.exec(rest)?.slice(1) ?? [];
        const name = quoted ?? rest;
        if (quoted === undefined && /[\s"']/.test(rest)) {
            return { kind: 'unreadable', name: rest };
        }
        return { kind: prefix === 'profile' ? 'profile' : 'ssoSession', name };
    }

    /** In the credentials file the whole header is the profile's name. */
    export function inCredentials(header: string): SectionName {
        return header.startsWith('sso-session ') ? { kind: 'other' } : { kind: 'profile', name: header };
    }
}
