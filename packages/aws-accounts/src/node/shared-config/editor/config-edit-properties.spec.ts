import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKnownFiles } from '@smithy/shared-ini-file-loader';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { parseIni } from '../ini/ini-document';
import { SectionName } from '../ini/section-name';
import { BROKEN_CONFIG, CHANGE, ORDINARY_CONFIG } from '../test/config-arbitraries';
import type { ConfigChange } from './config-change';
import { edit } from './config-edit';

/** The text after the change, or why there is none. */
function tryEdit(text: string, change: ConfigChange): string | AwsFailure {
    try {
        return edit(text, 'config', [change]);
    } catch (error) {
        const failure = AwsFailure.of(error);
        expect(failure.reason, (error as Error).stack).to.be.oneOf(['invalidRequest', 'fileBroken']);
        return failure;
    }
}

/** The lines that a change has no business with, as they are in the file. */
function untouchable(text: string, change: ConfigChange): string[] {
    const { lines, sections } = parseIni(text);
    const touched = new Set<number>();
    const { section: wanted } = change;
    sections.forEach((section, index) => {
        const name = section.unclosed ? undefined : SectionName.inConfig(section.header);
        const isMeant =
            wanted.kind === 'header' ? section.header.trim() === wanted.header : name?.kind === wanted.kind && name.name === wanted.name;
        if (!isMeant) {
            return;
        }
        const end = sections.at(index + 1)?.line ?? lines.length + 1;
        if (change.kind === 'removeSection') {
            Array.from({ length: end - section.line }, (_, offset) => touched.add(section.line + offset));
        } else if (change.kind !== 'addSection') {
            section.entries
                .filter(({ key, parent, value }) => [key, parent].includes(change.key) || (change.kind === 'removeKey' && value === ''))
                .forEach(({ line, continuation }) => [line, ...continuation].forEach(number => touched.add(number)));
        }
    });
    return lines.filter((_, index) => !touched.has(index + 1)).map(({ text: line, end }) => line + end).filter(line => line !== '');
}

/** Tells whether every line is in the text, in this order; only the end of the last one may be new. */
function keeps(text: string, kept: readonly string[]): boolean {
    const lines = parseIni(text).lines.map(({ text: line, end }) => line + end);
    let at = 0;
    return kept.every((line, index) => {
        const fits = (candidate: string): boolean =>
            candidate === line || (index === kept.length - 1 && candidate.replace(/[\r\n]+$/, '') === line);
        const found = lines.findIndex((candidate, position) => position >= at && fits(candidate));
        at = found + 1;
        return found !== -1;
    });
}

for (const [files, arbitrary, runs] of [['ordinary', ORDINARY_CONFIG, 1_500], ['broken', BROKEN_CONFIG, 1_500]] as const) {

    describe(`An edit of ${files} files`, () => {

        it('leaves every other byte as it is', () => {
            fc.assert(fc.property(arbitrary, CHANGE, (text, change) => {
                const edited = tryEdit(text, change);
                if (typeof edited === 'string') {
                    expect(edited.startsWith('\ufeff')).to.equal(text.startsWith('\ufeff'));
                    expect(keeps(edited, untouchable(text, change)), JSON.stringify(edited)).to.equal(true);
                }
            }), { numRuns: runs });
        }).timeout(60_000);

        it('does nothing the second time', () => {
            fc.assert(fc.property(arbitrary, CHANGE, (text, change) => {
                const edited = tryEdit(text, change);
                expect(typeof edited === 'string' ? tryEdit(edited, change) : edited).to.deep.equal(edited);
            }), { numRuns: runs });
        }).timeout(60_000);

        it('adds a section that can be removed without a trace', () => {
            fc.assert(fc.property(arbitrary, text => {
                const section = { kind: 'profile', name: 'ours' } as const;
                const added = tryEdit(text, { kind: 'addSection', section, settings: [['region', 'x'], ['s3.max', '1']] });
                const removed = typeof added === 'string' ? tryEdit(added, { kind: 'removeSection', section }) : text;
                // The last line has got an end, and a blank line may stay that set the section apart.
                const isTrace = typeof removed !== 'string' || !removed.startsWith(text) || removed.slice(text.length).trim() !== '';
                expect(isTrace, JSON.stringify(removed)).to.equal(false);
            }), { numRuns: runs });
        }).timeout(60_000);
    });
}

type Parsed = Record<string, Record<string, string | undefined>>;

describe('What the AWS SDK reads after an edit', () => {

    let folder: string;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'aws-accounts-edit-'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    async function parse(text: string): Promise<Parsed> {
        const path = join(folder, 'config');
        await writeFile(path, text);
        return { ...await parseKnownFiles({ configFilepath: path, filepath: join(folder, 'none'), ignoreCache: true }) };
    }

    /** The SDK's name of the section that is changed. */
    function nameOf({ section }: ConfigChange): string {
        return section.kind === 'profile'
            ? section.name
            : section.kind === 'ssoSession'
              ? `sso-session.${section.name}`
              : section.header.replace(' ', '.');
    }

    function changed(before: Parsed, change: ConfigChange): Parsed {
        const name = nameOf(change);
        const { [name]: settings = {}, ...others } = before;
        switch (change.kind) {
            case 'setKey':
                return { ...others, [name]: { ...settings, [change.key]: change.value } };
            case 'addSection':
                return { ...others, [name]: { ...settings, ...Object.fromEntries(change.settings) } };
            case 'removeKey':
                return {
                    ...others,
                    [name]: Object.fromEntries(
                        Object.entries(settings).filter(([key]) => key !== change.key && !key.startsWith(`${change.key}.`))
                    )
                };
            case 'removeSection':
                return others;
        }
    }

    /** A section without keys is none to the SDK. */
    function withKeys(parsed: Parsed): Parsed {
        return Object.fromEntries(Object.entries(parsed).filter(([, settings]) => Object.keys(settings).length > 0));
    }

    it('is what it read before, and what was wanted', async () => {
        let accepted = 0;
        await fc.assert(fc.asyncProperty(ORDINARY_CONFIG, fc.array(CHANGE, { minLength: 1, maxLength: 4 }), async (original, changes) => {
            let text = original;
            let expected = await parse(text);
            for (const change of changes) {
                const edited = tryEdit(text, change);
                if (typeof edited === 'string') {
                    accepted += 1;
                    text = edited;
                    expected = changed(expected, change);
                }
            }
            expect(await parse(text), JSON.stringify([text, changes])).to.deep.equal(withKeys(expected));
        }), { numRuns: 500 });
        expect(accepted, 'most changes are possible').to.be.above(700);
    }).timeout(60_000);
});
