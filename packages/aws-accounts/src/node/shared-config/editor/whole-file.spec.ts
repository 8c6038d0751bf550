import { expect } from 'chai';
import * as fc from 'fast-check';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { parseIni } from '../ini/ini-document';
import { BROKEN_CONFIG, CHANGE, ORDINARY_CONFIG } from '../test/config-arbitraries';
import type { ConfigChange } from './config-change';
import { edit } from './config-edit';
import { ConfigModel } from './config-model';

function tryEdit(text: string, changes: readonly ConfigChange[]): string | undefined {
    try {
        return edit(text, 'config', changes);
    } catch (error) {
        expect(AwsFailure.of(error).reason, (error as Error).stack).to.be.oneOf(['invalidRequest', 'fileBroken']);
        return undefined;
    }
}

/** Every flaw by its kind, as often as it is there. */
const flawsOf = (text: string): string[] => parseIni(text).flaws.map(({ kind }) => kind).sort();

describe('An edit, which verifies only what it can have touched', () => {

    for (const [files, arbitrary] of [['ordinary', ORDINARY_CONFIG], ['broken', BROKEN_CONFIG]] as const) {
        it(`leaves ${files} files that say all in all what was wanted, and nothing else`, () => fc.assert(
            fc.property(arbitrary, fc.array(CHANGE, { minLength: 1, maxLength: 3 }), (text, changes) => {
                const edited = tryEdit(text, changes);
                if (edited === undefined) {
                    return;
                }
                const wanted = ConfigModel.of(parseIni(text), 'config');
                changes.forEach(change => ConfigModel.change(wanted, change));
                expect(edited === text || ConfigModel.areEqual(wanted, ConfigModel.of(parseIni(edited), 'config'))).to.equal(true);
                const left = flawsOf(text);
                expect(flawsOf(edited).every(kind => left.includes(kind) && left.splice(left.indexOf(kind), 1))).to.equal(true);
            }),
            { numRuns: 1_500 }
        )).timeout(60_000);
    }

    it('sets a key in a section whose header stands above without its bracket, after another spelling of the name', () => {
        const section = { kind: 'profile', name: 'a' } as const;
        const edited = edit(
            '[profile "a"]\n[profile a\n[profile a]\n', 'config', [{ kind: 'setKey', section, key: 'region', value: 'us-east-1' }]
        );
        expect(ConfigModel.of(parseIni(edited), 'config').get('profile:a')).to.deep.equal(new Map([['region', 'us-east-1']]));
    });
});
