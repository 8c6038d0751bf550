import type { IniSection } from './ini/ini-document';
import { SectionName } from './ini/section-name';

/** A section of the config file that counts for nothing, since a later one has the same name in another spelling. */
export interface ReplacedSection {
    readonly section: IniSection;
    readonly by: IniSection;
}

/**
 * The sections of a file that count. `[default]` and `[profile default]`, or `[profile a]` and `[profile "a"]`, are one name in two
 * spellings: the AWS CLI takes what stands under the later one as a whole. Sections of one spelling, over which the AWS CLI refuses the
 * file, are all there, and merged as the SDK does. In the credentials file a header is the name itself.
 */
export function countingSections(sections: readonly IniSection[], inCredentialsFile = false): readonly IniSection[] {
    if (inCredentialsFile) {
        return sections;
    }
    const replaced = new Set(replacedSections(sections).map(({ section }) => section));
    return replaced.size === 0 ? sections : sections.filter(section => !replaced.has(section));
}

/** The sections of the config file that a later one replaces, in the order of the file. */
export function replacedSections(sections: readonly IniSection[]): ReplacedSection[] {
    const named = sectionsOfUnusualNames(sections);
    const counting = new Map<string, IniSection>();
    const seen = new Set<string>();
    for (const section of named) {
        // A header without its bracket is no spelling of the name, and hides none that follows.
        if (!section.unclosed && !seen.has(section.header)) {
            seen.add(section.header);
            counting.set(nameOf(section), section);
        }
    }
    return named.flatMap(section => {
        const by = counting.get(nameOf(section));
        return by === undefined || by.header === section.header ? [] : [{ section, by }];
    });
}

/** The sections whose names stand in another spelling than the usual one, here or elsewhere in the file: no other can be replaced. */
function sectionsOfUnusualNames(sections: readonly IniSection[]): readonly IniSection[] {
    const names = new Set(sections.filter(({ inBlock }) => !inBlock.isUsual).map(nameOf));
    return names.size === 0 ? [] : sections.filter(section => names.has(nameOf(section)));
}

/** Equal for every spelling of one name; sections that are no profile, session or services are told apart by their header. */
function nameOf({ header, unclosed, inBlock: { isUsual } }: IniSection): string {
    if (isUsual) {
        return header;
    }
    const name = unclosed ? undefined : SectionName.inConfig(header);
    switch (name?.kind) {
        case 'profile':
            return `profile ${name.name}`;
        case 'ssoSession':
            return `sso-session ${name.name}`;
        case 'services':
            return `services ${name.name}`;
        case 'unreadable':
        case 'other':
        case undefined:
            return JSON.stringify([header, unclosed]);
    }
}
