import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { IniDocument, IniEntry, IniSection } from '../ini/ini-document';
import { IniLineContent, scanLine, seenBySdk } from '../ini/ini-line';
import { PROFILE_KEYS } from '../profile-keys';
import type { ConfigChange, ConfigFile } from './config-change';
import type { LineEdits } from './line-edits';

/** Keys that say whose credentials a profile gives. */
const IDENTITY_KEYS = new Set([...PROFILE_KEYS, 'sso_region', 'mfa_serial', 'external_id']);

export type SetKey = ConfigChange & { kind: 'setKey' };
type Assignment = IniLineContent & { kind: 'assignment' };

/** Adds a line for a key that none of the sections has: in its nested block, or after the last line of the last section. */
export function insertKey(
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

/** Gives a key that is there its value. Keeps the spaces of the line. */
export function rewrite(
    document: IniDocument, edits: LineEdits, { line, value: current, continuation }: IniEntry, { key, value }: SetKey
): void {
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
