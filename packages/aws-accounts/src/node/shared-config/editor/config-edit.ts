import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { IniDocument, parseIni } from '../ini/ini-document';
import type { IniFlaw } from '../ini/ini-flaws';
import { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';
import { ConfigChangeProblem } from './config-change-check';
import { ConfigModel } from './config-model';
import { NamedSections } from './named-sections';
import { addSections, removeSections } from './section-edit';
import { removeKey, setKey } from './key-edit';

type AddSection = ConfigChange & { kind: 'addSection' };

/**
 * Makes changes in the text of a shared config file and leaves every other byte as it is: comments, order, spacing, line ends. Both the AWS
 * CLI and the SDK read the text that it adds. Pure; the result has been parsed again and says exactly what was wanted.
 *
 * @throws AwsAccountsError `invalidRequest` for a change that cannot be written or a section that exists and says something else;
 * `fileBroken` with the line (its file is `file`) when the file is so written that the change would not be read back
 */
export function edit(text: string, file: ConfigFile, changes: readonly ConfigChange[]): string {
    return editDocument(parseIni(text), file, changes) ?? text;
}

/**
 * The same for a file that is parsed already. Only the sections whose text has changed are parsed and verified.
 *
 * @returns the text of the file; `undefined` when it says what is wanted already
 */
export function editDocument(document: IniDocument, file: ConfigFile, changes: readonly ConfigChange[]): string | undefined {
    const problems = changes.filter(change => ConfigChangeProblem.ofSettings(change) !== undefined);
    const model = problems.length === 0 ? undefined : ConfigModel.of(document, file, keysOf(problems));
    // A value that only the AWS CLI reads may stay; no such value is written anew.
    problems.filter(change => model === undefined || !ConfigModel.saysAlready(model, change))
        .forEach(change => ConfigChangeProblem.assertNone(ConfigChangeProblem.ofSettings(change)));
    let edited = document;
    for (const batch of batches(changes)) {
        edited = parseIni(applyBatch(edited, file, batch), edited);
    }
    if (edited.text === document.text) {
        return undefined;
    }
    assertMeant(document, edited, file, changes);
    return edited.byteOrderMark + edited.text;
}

function keysOf(changes: readonly ConfigChange[]): Set<string> {
    return new Set(changes.map(({ section }) => ConfigSectionId.key(section)));
}

/** Whole sections are added and removed many at a time, so that writing thousands of profiles parses the file once. */
function batches(changes: readonly ConfigChange[]): ConfigChange[][] {
    const result: ConfigChange[][] = [];
    for (const change of changes) {
        const last = result.at(-1);
        const isWhole = change.kind === 'addSection' || change.kind === 'removeSection';
        if (last !== undefined && isWhole && last[0].kind === change.kind) {
            last.push(change);
        } else {
            result.push([change]);
        }
    }
    return result;
}

function applyBatch(document: IniDocument, file: ConfigFile, batch: readonly ConfigChange[]): string {
    const [first] = batch;
    switch (first.kind) {
        case 'addSection':
            return addSections(document, file, batch.filter((change): change is AddSection => change.kind === 'addSection'));
        case 'removeSection':
            return removeSections(document, file, batch.map(({ section }) => section));
        case 'setKey':
            return setKey(document, file, first);
        case 'removeKey':
            return removeKey(document, file, first);
    }
}

/** A file that says something else than was wanted, or that more tools stumble over than before, is not written. */
function assertMeant(before: IniDocument, after: IniDocument, file: ConfigFile, changes: readonly ConfigChange[]): void {
    const touched = touchedKeys(before, after, file);
    keysOf(changes).forEach(key => touched.add(key));
    const wanted = ConfigModel.of(before, file, touched);
    changes.forEach(change => ConfigModel.change(wanted, change));
    const flaw = newFlaw(before.flaws, after.flaws);
    if (!ConfigModel.areEqual(wanted, ConfigModel.of(after, file, touched)) || flaw !== undefined) {
        const line = (flaw ?? after.flaws.at(0))?.line ?? 1;
        throw AwsFailure.toError({
            reason: 'fileBroken',
            subject: ConfigSectionId.header(changes[0].section, file),
            location: { file, line }
        });
    }
}

/** The sections between the first and the last that the other document does not have there. */
function touchedKeys({ sections: before }: IniDocument, { sections: after }: IniDocument, file: ConfigFile): Set<string> {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start].inBlock === after[start].inBlock) {
        start += 1;
    }
    let end = 0;
    while (end < shorter - start && before[before.length - 1 - end].inBlock === after[after.length - 1 - end].inBlock) {
        end += 1;
    }
    const touched = [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
    return new Set(touched.map(section => NamedSections.keyOf(section, file)));
}

/** A flaw of a kind that there was less of before. */
function newFlaw(before: readonly IniFlaw[], after: readonly IniFlaw[]): IniFlaw | undefined {
    const left = new Map<string, number>();
    before.forEach(({ kind }) => left.set(kind, (left.get(kind) ?? 0) + 1));
    return after.find(({ kind }) => {
        const known = left.get(kind) ?? 0;
        left.set(kind, known - 1);
        return known <= 0;
    });
}
