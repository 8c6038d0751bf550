import type { IamProfileConnection } from '../../common/connection/aws-connection';
import type { RoleProfileRemoval } from '../../common/profile/role-profile';
import type { RememberedRoleProfile } from '../choices/remembered-choices';
import { newSection } from '../shared-config/editor/section-edit';
import type { IniDocument } from '../shared-config/ini/ini-document';

/**
 * Tells whether a profile that this product wrote is still what it wrote: one section with the very lines, no comment in between, no key
 * more.
 *
 * @param profiles all profiles, as both files describe them; `config` is where ours was written
 */
export function judgeRemoval(
    ours: RememberedRoleProfile,
    profiles: readonly IamProfileConnection[],
    config: IniDocument,
    configFile: string
): RoleProfileRemoval {
    const profile = profiles.find(({ name, problem }) => name === ours.name && problem?.kind !== 'unreadableName');
    if (profile === undefined) {
        return { kind: 'gone' };
    }
    const by = profiles.filter(({ sourceProfile }) => sourceProfile === ours.name).map(({ name }) => name);
    const [place, ...others] = profile.locations;
    if (others.length > 0 || place.file !== configFile || !isUnchanged(ours, config, place.line)) {
        return { kind: 'changed' };
    }
    return by.length > 0 ? { kind: 'needed', by } : { kind: 'removed' };
}

function isUnchanged({ name, settings }: RememberedRoleProfile, { lines, sections }: IniDocument, line: number): boolean {
    const written = newSection({ kind: 'profile', name }, 'config', settings);
    const entries = sections.find(section => section.line === line)?.entries;
    return entries?.length === settings.length && written.every((text, index) => lines.at(line - 1 + index)?.text === text);
}
