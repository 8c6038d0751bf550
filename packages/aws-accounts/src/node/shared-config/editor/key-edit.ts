import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ReplacedSection, replacedSections } from '../counting-sections';
import type { IniDocument, IniSection } from '../ini/ini-document';
import { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';
import { ConfigChangeProblem } from './config-change-check';
import { insertKey, rewrite, SetKey } from './key-line';
import { LineEdits } from './line-edits';
import { NamedSections } from './named-sections';
import { newSection } from './section-edit';

/** The text with the key set: in the line that counts now, or in a new line after the last one of the section. */
export function setKey(document: IniDocument, file: ConfigFile, change: SetKey): string {
    const { section, key, value } = change;
    const edits = new LineEdits(document);
    const { counting: sections, replaced } = sectionsOf(document, file, section);
    assertReadAlike(sections.some(candidate => isReadBySdk(candidate, section, replaced)) ? [] : replaced, file);
    const entries = sections.flatMap(candidate => candidate.entries);
    const known = entries.findLast(entry => entry.key === key && entry.value !== '') ?? entries.findLast(entry => entry.key === key);
    if (sections.length === 0) {
        ConfigChangeProblem.assertNone(ConfigChangeProblem.ofNewSection(section, file));
        edits.append(...newSection(section, file, [[key, value]]));
    } else if (known === undefined) {
        insertKey(document, edits, sections, file, change);
    } else if (entries.some(({ parent }) => parent === key)) {
        throw AwsFailure.toError({ reason: 'invalidRequest', about: 'fileEntry', subject: key, detail: 'nestedBlock' });
    } else {
        rewrite(document, edits, known, change);
    }
    return edits.apply();
}

/** The text without the key, wherever the section has it; a nested block goes with its last key. */
export function removeKey(document: IniDocument, file: ConfigFile, { section, key }: ConfigChange & { kind: 'removeKey' }): string {
    const edits = new LineEdits(document);
    const { counting, replaced } = sectionsOf(document, file, section);
    assertReadAlike(replaced, file);
    for (const { entries } of counting) {
        const removed = new Set(entries.filter(entry => entry.key === key || entry.parent === key));
        for (const { key: parent } of entries.filter(entry => entry.value === '')) {
            const children = entries.filter(entry => entry.parent === parent);
            if (children.length > 0 && children.every(child => removed.has(child))) {
                entries.filter(entry => entry.key === parent).forEach(entry => removed.add(entry));
            }
        }
        removed.forEach(({ line, continuation }) => [line, ...continuation].forEach(removedLine => edits.remove(removedLine)));
    }
    return edits.apply();
}

/** The sections of that name that count, in the order in which their keys do, and those that a later one replaces. */
function sectionsOf(
    { sections }: IniDocument, file: ConfigFile, id: ConfigSectionId
): { readonly counting: readonly IniSection[]; readonly replaced: readonly ReplacedSection[] } {
    const meant = NamedSections.find(sections, file, new Set([ConfigSectionId.key(id)])).filter(({ unclosed }) => !unclosed);
    const replaced = file === 'config' && new Set(meant.map(({ header }) => header)).size > 1 ? replacedSections(meant) : [];
    const others = new Set(replaced.map(({ section }) => section));
    return { counting: meant.filter(section => !others.has(section)), replaced };
}

/**
 * When a name is spelled in two ways, the AWS CLI takes the later section and the SDK takes both, or of the default profile the long form
 * with anything in it. A change that only one of them would read is none.
 */
function assertReadAlike(replaced: readonly ReplacedSection[], file: ConfigFile): void {
    if (replaced.length > 0) {
        const [{ section: { header, line }, by }] = replaced;
        const location = { file, line };
        throw AwsFailure.toError({ reason: 'fileBroken', subject: header, location, trouble: { kind: 'twice', line: by.line } });
    }
}

function isReadBySdk({ header, entries, line }: IniSection, id: ConfigSectionId, replaced: readonly ReplacedSection[]): boolean {
    return id.kind === 'profile' && id.name === 'default'
        ? header !== 'default' && entries.some(({ value }) => value !== '')
        : replaced.every(({ section }) => section.line < line);
}
