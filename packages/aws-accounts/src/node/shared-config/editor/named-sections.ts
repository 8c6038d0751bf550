import type { IniSection } from '../ini/ini-document';
import { SectionName } from '../ini/section-name';
import { ConfigFile, ConfigSectionId } from './config-change';

/** The sections of a file by what their headers mean, however they are written. */
export namespace NamedSections {

    /** Key of a section that does not depend on its spelling: that of `ConfigSectionId`. */
    export function keyOf(section: IniSection, file: ConfigFile): string {
        return ConfigSectionId.key(idOf(section, file));
    }

    export function idOf({ header, unclosed }: IniSection, file: ConfigFile): ConfigSectionId {
        const name: SectionName = unclosed
            ? { kind: 'other' }
            : file === 'config'
              ? SectionName.inConfig(header)
              : SectionName.inCredentials(header);
        return name.kind === 'profile' || name.kind === 'ssoSession' ? name : { kind: 'header', header: header.trim() };
    }

    /**
     * The sections with one of `keys`. Most headers of a file are spelled in the usual way, and are told apart as they are: what a name
     * means is found out for the others alone.
     */
    export function find(sections: readonly IniSection[], file: ConfigFile, keys: ReadonlySet<string>): IniSection[] {
        return file === 'config' ? findInConfig(sections, keys) : findInCredentials(sections, keys);
    }

    function findInConfig(sections: readonly IniSection[], keys: ReadonlySet<string>): IniSection[] {
        const headers = new Set([...keys].map(usualHeader));
        return sections.filter(section => section.inBlock.isUsual ? headers.has(section.header) : keys.has(keyOf(section, 'config')));
    }

    function findInCredentials(sections: readonly IniSection[], keys: ReadonlySet<string>): IniSection[] {
        const names = new Set([...keys].map(key => key.slice(key.indexOf(':') + 1)));
        return sections.filter(section =>
            (names.has(section.header) || names.has(section.header.trim())) && keys.has(keyOf(section, 'credentials'))
        );
    }

    /** The one usual spelling in the config file of what has this key; `undefined` for what has none. */
    function usualHeader(key: string): string | undefined {
        const end = key.indexOf(':');
        const [kind, name] = [key.slice(0, end), key.slice(end + 1)];
        switch (kind) {
            case 'profile':
                return `profile ${name}`;
            case 'ssoSession':
                return `sso-session ${name}`;
            default:
                return name.startsWith('services ') ? name : undefined;
        }
    }
}
