import { expect } from 'chai';
import * as fc from 'fast-check';
import { ExtensionConsent } from './extension-consent';

const TOOL = { id: 'acme.tool', name: 'Acme Tool' };
const CORP = 'sso-session:corp';
const SUGGEST = ['codewhisperer:completions'];
const ACCOUNTS = ['sso:account:access'];

describe('A consent', () => {
    const consent = (scopes?: readonly string[], id = TOOL.id): ExtensionConsent =>
        ({ extension: { ...TOOL, id }, connectionId: CORP, ...scopes && { scopes } });
    const has = (given: readonly ExtensionConsent[], scopes?: readonly string[], id = TOOL.id, connection = CORP): boolean =>
        ExtensionConsent.has(given, id, connection, scopes);

    // @threat consent-for-more
    it('is for one extension, one connection, and the scopes that were named', () => {
        const given = [consent(SUGGEST)];
        expect([has(given, SUGGEST), has(given, []), has(given)]).to.deep.equal([true, true, true]);
        expect([has(given, ACCOUNTS), has(given, [...SUGGEST, ...ACCOUNTS]), has(given, ['codecatalyst:read_write'])])
            .to.deep.equal([false, false, false]);
        expect([has(given, SUGGEST, 'acme.other'), has(given, SUGGEST, TOOL.id, 'builder-id')]).to.deep.equal([false, false]);
    });

    it('grows by what is allowed later, and goes as a whole', () => {
        const given = ExtensionConsent.add(ExtensionConsent.add([], consent(SUGGEST)), consent(ACCOUNTS));
        expect(given).to.deep.equal([consent([...SUGGEST, ...ACCOUNTS].sort())]);
        expect(ExtensionConsent.remove(given, TOOL.id, CORP)).to.deep.equal([]);
    });

    // @threat consent-for-more
    it('that was stored before scopes were kept goes on for everything but accounts, of which it never spoke', () => {
        const stored = ExtensionConsent.parse(JSON.stringify([consent()])) ?? [];
        expect([has(stored), has(stored, SUGGEST)]).to.deep.equal([true, true]);
        expect([has(stored, ACCOUNTS), has(stored, [...SUGGEST, ...ACCOUNTS])]).to.deep.equal([false, false]);
    });

    // @threat endless-answers
    it('is one of a thousand at the most, and never holds more than a name has', () => {
        let all: readonly ExtensionConsent[] = [];
        for (let number = 0; number < 1100; number += 1) {
            all = ExtensionConsent.add(all, consent(SUGGEST, `acme.${number}`));
        }
        expect([all.length, has(all, SUGGEST, 'acme.0'), has(all, SUGGEST, 'acme.1099')]).to.deep.equal([1000, false, true]);
        expect(ExtensionConsent.parse(JSON.stringify(Array(5000).fill(consent())))).to.have.length(1000);
        const huge = [consent(['x'.repeat(5000)]), consent(Array(101).fill('x')), consent(SUGGEST, 'x'.repeat(5000))];
        expect(ExtensionConsent.parse(JSON.stringify(huge))).to.deep.equal([]);
    });

    it('is never read from what is none', () => {
        fc.assert(fc.property(fc.array(fc.jsonValue()), values => {
            for (const { extension, connectionId, scopes } of ExtensionConsent.parse(JSON.stringify(values)) ?? []) {
                expect([typeof extension.id, typeof extension.name, typeof connectionId]).to.deep.equal(['string', 'string', 'string']);
                expect(scopes === undefined || scopes.every(scope => typeof scope === 'string')).to.equal(true);
            }
        }));
        for (const scopes of ['*', {}, [7], null, [null]]) {
            expect(ExtensionConsent.parse(JSON.stringify([{ ...consent(), scopes }]))).to.deep.equal([]);
        }
    });
});
