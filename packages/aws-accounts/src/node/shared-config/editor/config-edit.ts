import { AwsFailure } from '../../../common/aws-accounts-error';
import { parseIni } from '../ini/ini-document';
import type { IniFlaw } from '../ini/ini-flaws';
import { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';
import { ConfigChangeProblem } from './config-change-check';
import { ConfigModel } from './config-model';
import { addSections, removeSections } from './section-edit';
import { removeKey, setKey } from './key-edit';

type AddSection = ConfigChange & { kind: 'addSection' };

/**
 * Makes changes in the text of a shared config file and leaves every other byte as it is: comments, order, spacing, line ends. What it adds
 * both the AWS CLI and the SDK read. Pure; the result has been parsed again and says exactly what was wanted.
 *
 * @throws AwsAccountsError `invalidRequest` for a change that cannot be written or a section that exists and says something else;
 * `fileBroken` with the line (its file is `file`) when the file is so written that the change would not be read back
 */
export function edit(text: string, file: ConfigFile, changes: readonly ConfigChange[]): string {
    const problems = changes.filter(change => ConfigChangeProblem.ofSettings(change) !== undefined);
    const model = problems.length === 0 ? undefined : ConfigModel.of(parseIni(text), file);
    // A value that only the AWS CLI reads may stay; no such value is written anew.
    problems.filter(change => model === undefined || !ConfigModel.saysAlready(model, change))
        .forEach(change => ConfigChangeProblem.assertNone(ConfigChangeProblem.ofSettings(change)));
    let edited = text;
    for (const batch of batches(changes)) {
        edited = applyBatch(edited, file, batch);
    }
    return edited === text ? text : verified(text, edited, file, changes);
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

function applyBatch(text: string, file: ConfigFile, batch: readonly ConfigChange[]): string {
    const document = parseIni(text);
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
function verified(before: string, after: string, file: ConfigFile, changes: readonly ConfigChange[]): string {
    const [old, edited] = [parseIni(before), parseIni(after)];
    const wanted = ConfigModel.of(old, file);
    changes.forEach(change => ConfigModel.change(wanted, change));
    const flaw = newFlaw(old.flaws, edited.flaws);
    if (!ConfigModel.areEqual(wanted, ConfigModel.of(edited, file)) || flaw !== undefined) {
        const line = (flaw ?? edited.flaws.at(0))?.line ?? 1;
        throw AwsFailure.toError({
            reason: 'fileBroken',
            subject: ConfigSectionId.header(changes[0].section, file),
            location: { file, line }
        });
    }
    return after;
}

/** A flaw of a kind that there was less of before. */
function newFlaw(before: readonly IniFlaw[], after: readonly IniFlaw[]): IniFlaw | undefined {
    const left = [...before];
    return after.find(({ kind }) => {
        const known = left.findIndex(flaw => flaw.kind === kind);
        return known === -1 || left.splice(known, 1).length === 0;
    });
}
