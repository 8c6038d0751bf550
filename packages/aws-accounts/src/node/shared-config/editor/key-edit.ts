import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ReplacedSection, replacedSections } from '../counting-sections';
import { PROFILE_KEYS } from '../profile-keys';
import type { IniDocument, IniEntry, IniSection } from '../ini/ini-document';
import { IniLineContent, scanLine, seenBySdk } from '../ini/ini-line';
import { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';
import { ConfigChangeProblem } from './config-change-check';
import { LineEdits } from './line-edits';
import { NamedSections } from './named-sections';
import { newSection } from './section-edit';

/** Keys that say whose credentials a profile gives. */
const IDENTITY_KEYS = new Set([...PROFILE_KEYS, 'sso_region', 'mfa_serial', 'external_id']);

type SetKey = ConfigChange & { kind: 'setKey' };
type Assignment = IniLineContent & { kind: 'assignment' };

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

function insertKey(
    document: IniDocument,
    edits: LineEdits,
    sections: readonly IniSection[],
    file: ConfigFile,
    { key, value }: SetKey
): void {
    const [name, child] = key.split('.');
    const entries = sections.flatMap(section => section.entries);
    const parent = child === undefined ? undefined : entries.findLast(entry => entry.key === name && entry.parent === undefined);
    if (parent !== undefined && parent.value !== '') {
        throw AwsFailure.toError({ reason: 'invalidRequest', about: 'fileEntry', subject: key, detail: 'noNestedBlock' });
    }
    if (parent !== undefined) {
        const last = entries.findLast(entry => entry.parent === name && entry.line > parent.line);
        const indentation = indentationOf(document, (last ?? parent).line) + (last ? '' : '  ');
        edits.insertAfter(lastLineOf(last ?? parent), `${indentation}${child} = ${value}`);
        return;
    }
    const section = sections[sections.length - 1];
    assertRead(document, section, file, name);
    const { entries: own } = section;
    const goingOn = new Set(own.flatMap(({ more = [] }) => more.map(({ line }) => line)));
    const top = own.findLast(entry => entry.parent === undefined && !goingOn.has(entry.line));
    // The SDK takes whatever is indented after a key without a value for a part of its block.
    const isInBlock = own.some(entry => entry.value === '');
    const indentation = top === undefined || isInBlock ? '' : indentationOf(document, top.line);
    const lines = child === undefined ? [`${name} = ${value}`] : [`${name} =`, `  ${child} = ${value}`];
    edits.insertAfter(Math.max(section.line, ...own.map(lastLineOf)), ...lines.map(line => indentation + line));
}

/** Keeps the spaces of the line. */
function rewrite(document: IniDocument, edits: LineEdits, { line, value: current, continuation }: IniEntry, { key, value }: SetKey): void {
    const { indentation, key: written, separator } = scanLine(document.line(line).text) as Assignment;
    const name = key.split('.').at(-1) ?? key;
    if (current === value && written === name && separator.includes('=') && continuation.length === 0) {
        return;
    }
    const spaces = separator.includes('=') && current !== '' ? separator : ' = ';
    edits.replace(line, `${indentation}${name}${spaces}${value}`);
    continuation.forEach(continued => edits.remove(continued));
}

/**
 * A header that one of the tools does not see: it would take the new key for one of the section before. Where the name alone looks like a
 * comment to the SDK, as in `[profile "Team #1"]`, that is borne unless the section before would become somebody else.
 */
function assertRead(document: IniDocument, { line, header }: IniSection, file: ConfigFile, key: string): void {
    const { text } = document.line(line);
    const isMisread = document.flaws.some(
        flaw => flaw.line === line && (flaw.kind === 'textAfterSection' || flaw.kind === 'misleadingIndentation')
    );
    const isSeen = seenBySdk(text).endsWith(']');
    if (isMisread || !isSeen && (!text.trimEnd().endsWith(']') || IDENTITY_KEYS.has(key) && followsSection(document, line))) {
        throw AwsFailure.toError({ reason: 'fileBroken', subject: header, location: { file, line } });
    }
}

function followsSection(document: IniDocument, before: number): boolean {
    return document.sections.some(({ line }) => line < before && seenBySdk(document.line(line).text).endsWith(']'));
}

function indentationOf(document: IniDocument, line: number): string {
    const { text } = document.line(line);
    return text.slice(0, text.length - text.trimStart().length);
}

/** With the lines that go on with it, which would go on with whatever stood between. */
function lastLineOf({ line, continuation, more }: IniEntry): number {
    return Math.max(line, continuation.at(-1) ?? line, more?.at(-1)?.line ?? line);
}
