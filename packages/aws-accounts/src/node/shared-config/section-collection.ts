import { AwsPartitions } from '../../common/region/aws-partitions';
import type { SourceLocation } from '../../common/value/source-location';
import type { IamProfileConnection } from '../../common/connection/aws-connection';
import type { IniSection } from './ini/ini-document';
import type { SectionName } from './ini/section-name';
import { PROFILE_KEYS } from './profile-keys';
import type { SectionSettings } from './profile-settings';
import type { SectionSource } from './section-part';
import { SettingsByName } from './settings-by-name';

/** The sections of both files by name, those of one name merged. */
export interface ConfigSections {
    readonly profiles: ReadonlyMap<string, SectionSettings>;
    readonly ssoSessions: ReadonlyMap<string, SectionSettings>;
    readonly services: ReadonlyMap<string, SectionSettings>;
    /** Meant as profiles, but no tool reads them. */
    readonly unreadable: readonly IamProfileConnection[];
}

type Kind = Exclude<keyof ConfigSections, 'unreadable'>;

/** The names that have other sections than at the last reading, or none any more. */
export type RenewedNames = { readonly [kind in Kind]: ReadonlySet<string> };

/** The sections of one reading. */
export interface CollectedSections {
    readonly sections: ConfigSections;
    readonly renewed: RenewedNames;
}

const KINDS = { profile: 'profiles', ssoSession: 'ssoSessions', services: 'services' } as const;

/** A section whose keys the AWS CLI's parser gives to every other section of the file. */
export const INHERITED = 'DEFAULT';

/** Sections between two pauses. */
const SECTIONS_AT_ONCE = 32;

/** Sections by name, in the order in which the names come first. */
export class SectionCollection {

    protected readonly byName: { readonly [kind in Kind]: SettingsByName };
    protected readonly unreadable: IamProfileConnection[] = [];
    protected count = 0;

    /** @param known those of the last reading: what says the same keeps its object, which moves to where it stands now */
    constructor(known?: ConfigSections) {
        this.byName = {
            profiles: new SettingsByName(known?.profiles),
            ssoSessions: new SettingsByName(known?.ssoSessions),
            services: new SettingsByName(known?.services)
        };
    }

    /** @returns whether it is time for a pause */
    add(name: SectionName, section: IniSection, source: SectionSource): boolean {
        switch (name.kind) {
            case 'profile':
            case 'ssoSession':
            case 'services':
                this.byName[KINDS[name.kind]].add(name.name, section, source);
                break;
            case 'unreadable':
                this.unreadable.push(unreadableProfile(name.name, { file: source.file, line: section.line }));
                break;
            case 'other':
                if (section.header !== INHERITED && section.inBlock.layout.keys.some(key => PROFILE_KEYS.has(key))) {
                    this.unreadable.push(unreadableProfile(section.header.trim(), { file: source.file, line: section.line }));
                }
        }
        return (this.count += 1) % SECTIONS_AT_ONCE === 0;
    }

    /** To be called when all sections were added. */
    *settle(): Generator<void, CollectedSections> {
        const { byName: { profiles, ssoSessions, services }, unreadable } = this;
        const renewed = {
            profiles: yield* profiles.settle(), ssoSessions: yield* ssoSessions.settle(), services: yield* services.settle()
        };
        return { sections: { profiles: profiles.all, ssoSessions: ssoSessions.all, services: services.all, unreadable }, renewed };
    }
}

/** Listed with its problem, under an id that no readable profile can have. */
function unreadableProfile(name: string, location: SourceLocation): IamProfileConnection {
    return {
        kind: 'iamProfile',
        id: `unreadable:${location.file}:${location.line}`,
        name,
        source: 'none',
        region: { name: AwsPartitions.DEFAULT_REGION, origin: 'default' },
        locations: [location],
        problem: { kind: 'unreadableName', name, location }
    };
}
