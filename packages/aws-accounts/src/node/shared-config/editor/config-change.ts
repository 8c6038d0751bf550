/** One of the two shared config files. */
export type ConfigFile = 'config' | 'credentials';

/** A section of a shared config file, however its header is written: every section of that name is meant. */
export type ConfigSectionId =
    | { readonly kind: 'profile'; readonly name: string }
    | { readonly kind: 'ssoSession'; readonly name: string }
    /** Any other section, by the text between the brackets: `services local`. */
    | { readonly kind: 'header'; readonly header: string };

export type ConfigSetting = readonly [key: string, value: string];

/** One change. Keys are lower-case; `s3.addressing_style` is a key of a nested block. Applied twice, a change does what it does once. */
export type ConfigChange =
    /** Gives the key this value, in a new section if there is none. */
    | { readonly kind: 'setKey'; readonly section: ConfigSectionId; readonly key: string; readonly value: string }
    /** Removes the key wherever the section has it; with the key of a nested block, the whole block. */
    | { readonly kind: 'removeKey'; readonly section: ConfigSectionId; readonly key: string }
    /** Adds a section. One of that name is left alone if it says the same, and is an error if it says something else. */
    | {
        readonly kind: 'addSection';
        readonly section: ConfigSectionId;
        readonly settings: readonly ConfigSetting[];
        /** The file said it before: names and values that the SDK reads otherwise than the AWS CLI come back too. */
        readonly asItWas?: true;
    }
    /** Removes every section of that name. */
    | { readonly kind: 'removeSection'; readonly section: ConfigSectionId };

export namespace ConfigSectionId {

    /** The header to write, without its brackets. */
    export function header(section: ConfigSectionId, file: ConfigFile): string {
        switch (section.kind) {
            case 'profile':
                return file === 'credentials' || section.name === 'default' ? section.name : `profile ${quoted(section.name)}`;
            case 'ssoSession':
                return `sso-session ${quoted(section.name)}`;
            case 'header':
                return section.header;
        }
    }

    /** As a POSIX shell reads it back, which is how the AWS CLI reads a header. */
    function quoted(name: string): string {
        return /^[^\s"'\\]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
    }

    /** Tells sections apart; equal for every way to name the same section. */
    export function key(section: ConfigSectionId): string {
        return section.kind === 'header' ? `header:${section.header}` : `${section.kind}:${section.name}`;
    }
}
