import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { IniDocument, IniSection } from '../ini/ini-document';
import { scanLine } from '../ini/ini-line';
import { ConfigChange, ConfigFile, ConfigSectionId, ConfigSetting } from './config-change';
import { ConfigChangeProblem } from './config-change-check';
import { ConfigModel } from './config-model';
import { LineEdits } from './line-edits';
import { NamedSections } from './named-sections';

/** The text with the sections that are not there yet. One that is there and says the same stays as it is. */
export function addSections(document: IniDocument, file: ConfigFile, changes: readonly (ConfigChange & { kind: 'addSection' })[]): string {
    const model = ConfigModel.of(document, file, new Set(changes.map(({ section }) => ConfigSectionId.key(section))));
    const edits = new LineEdits(document);
    for (const { section, settings, asItWas } of changes) {
        const key = ConfigSectionId.key(section);
        const existing = model.get(key);
        if (existing === undefined) {
            ConfigChangeProblem.assertNone(ConfigChangeProblem.ofNewSection(section, file, asItWas));
            edits.append(...newSection(section, file, settings));
            model.set(key, new Map(settings));
        } else if (settings.some(([name, value]) => existing.get(name) !== value)) {
            throw AwsFailure.toError({
                reason: 'invalidRequest',
                about: 'fileEntry',
                subject: ConfigSectionId.header(section, file),
                detail: 'sectionExists'
            });
        }
    }
    return edits.apply();
}

/** The lines of a new section; keys of one nested block stand together. */
export function newSection(section: ConfigSectionId, file: ConfigFile, settings: readonly ConfigSetting[]): string[] {
    const plain = settings.filter(([key]) => !key.includes('.')).map(([key, value]) => `${key} = ${value}`);
    const nested = new Map<string, string[]>();
    for (const [key, value] of settings.filter(([name]) => name.includes('.'))) {
        const [parent, child] = key.split('.');
        nested.set(parent, [...nested.get(parent) ?? [], `  ${child} = ${value}`]);
    }
    return [`[${ConfigSectionId.header(section, file)}]`, ...plain, ...[...nested].flatMap(([parent, lines]) => [`${parent} =`, ...lines])];
}

/**
 * The text without the sections: from the header to the last line that says something, with what stands between them. Comments after that
 * may belong to the next section and stay; the blank lines that set the section apart go.
 */
export function removeSections(document: IniDocument, file: ConfigFile, ids: readonly ConfigSectionId[]): string {
    const meant = new Set(NamedSections.find(document.sections, file, new Set(ids.map(ConfigSectionId.key))));
    const headers = new Set(ids.flatMap(id => id.kind === 'header' ? id.header : []));
    const edits = new LineEdits(document);
    document.sections.forEach((section, index) => {
        if (meant.has(section) || headers.size > 0 && headers.has(section.header.trim())) {
            const next = document.sections.at(index + 1)?.line ?? document.lineCount + 1;
            removeLines(document, edits, section, next);
        }
    });
    return edits.apply();
}

function removeLines(document: IniDocument, edits: LineEdits, { line: first }: IniSection, next: number): void {
    const isBlank = (line: number): boolean => document.line(line).text.trim() === '';
    let last = next - 1;
    while (last > first && ['blank', 'comment'].includes(scanLine(document.line(last).text).kind)) {
        last -= 1;
    }
    const isSetApart = first === 1 || isBlank(first - 1);
    while (isSetApart && last + 1 < next && isBlank(last + 1)) {
        last += 1;
    }
    for (let line = first; line <= last; line += 1) {
        edits.remove(line);
    }
}
