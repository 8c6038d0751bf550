import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { nls } from '@theia/core/lib/common/nls';
import { expect } from 'chai';
import { AwsAccountsCommands } from 'theia-aws-accounts/lib/browser/commands/aws-accounts-commands';
import { iamStatus } from 'theia-aws-accounts/lib/browser/status/iam-status';
import { tokenServiceStatus } from 'theia-aws-accounts/lib/browser/status/token-service-status';
import { productionMark, terminalMark } from 'theia-aws-accounts/lib/browser/terminal/terminal-mark';
import { AccountsRow } from 'theia-aws-accounts/lib/browser/view/rows/accounts-row';
import { accountsRows } from 'theia-aws-accounts/lib/browser/view/rows/accounts-rows';
import { failureText } from 'theia-aws-accounts/lib/browser/wording';
import type { ListingProgress } from 'theia-aws-accounts/lib/browser/view/rows/listed';
import type { TerminalRecord } from 'theia-aws-accounts/lib/common/protocol/aws-tools-protocol';
disableJSDOM();
import { ROOT } from './document';
import { FAILURES, NAME } from './failure-samples';
import { requirementProblems } from './flawed-requirements';
import { pseudoTexts } from './pseudo-texts';
import type { Texts } from './source-texts';
import { ALL_STATES, CONNECTIONS, failedSnapshot, listing, NOW, PROFILE, RESTING, SERVICE, snapshotOf } from './state-samples';

const CONTEXT = { now: NOW, home: undefined };
/** A command has its label from its first second, when this spec speaks English still: the palette in the browser shows them. */
const LABELS = Object.values(AwsAccountsCommands).map(({ label }) => label);
/** Names of settings, which are the same in every language; and the word between two names of a list, which the browser says. */
const SETTINGS = /\b(endpoint_url|AWS|or)\b/g;

/** Texts in which a word is in no translation. */
function leaks(texts: readonly string[]): string[] {
    return [...new Set(texts)].filter(text => !LABELS.includes(text) && /[A-Za-z]{2}/.test(text.replace(SETTINGS, '')));
}

/** Theia's own texts are there for whoever has a language pack. */
function withTexts(own: Texts): Texts {
    return new Proxy(own, { get: (texts, key: string) => texts[key] ?? (key.startsWith('vscode/') ? '·' : undefined) });
}

/** Collects all that the row says: seen, in its tooltip, heard, and on its buttons. */
function textsOf(row: AccountsRow): string[] {
    return [
        row.name, row.detail, row.status, row.tooltip(), row.spoken(), ...row.actions().map(({ label }) => label),
        ...(row.children ?? []).flatMap(textsOf)
    ];
}

describe('In a language that does not exist', () => {
    const usual = nls.localization;

    before(() => {
        nls.localization = { languageId: 'pseudo', translations: withTexts(pseudoTexts(ROOT)), replacements: {} };
    });

    after(() => {
        nls.localization = usual;
    });

    it('a word that is in no translation is found', () =>
        expect(leaks([nls.localize('theia/aws-accounts/state/signedIn', 'signed in'), 'signed in'])).to.deep.equal(['signed in']));

    for (const failure of FAILURES) {
        it(`is every word of a failure, and of its action: ${JSON.stringify(failure)}`, () => {
            const texts = CONNECTIONS.map(connection => failureText(failure, connection));
            expect(leaks(texts.flatMap(({ message, action }) => [message, ...action ? [action.label] : []]))).to.deep.equal([]);
        });
    }

    for (const state of ALL_STATES) {
        it(`is every word of row, tooltip, button and status bar: ${JSON.stringify(state)}`, () => {
            const snapshot = snapshotOf(state);
            expect(leaks(accountsRows(snapshot, CONTEXT).flatMap(textsOf))).to.deep.equal([]);
            const status = [iamStatus(snapshot, NOW), tokenServiceStatus(SERVICE, snapshot, NOW)];
            expect(leaks(status.flatMap(({ text, tooltip }) => [text, tooltip]))).to.deep.equal([]);
        });
    }

    it('is every word of a profile that was not asked yet, whatever its source, its region and its problem', () =>
        expect(leaks(accountsRows(RESTING, CONTEXT).flatMap(textsOf))).to.deep.equal([]));

    it('is every word of a use that has no connection', () => {
        const status = [iamStatus(RESTING, NOW), tokenServiceStatus(SERVICE, RESTING, NOW)];
        const hosts = (['lambda', 'cloud9', 'product'] as const).map(host => tokenServiceStatus({ ...SERVICE, host }, RESTING, NOW));
        expect(leaks([...status, ...hosts].flatMap(({ text, tooltip }) => [text, tooltip]))).to.deep.equal([]);
    });

    it('is every word of what a file, the product and a listing failed with', () => {
        const rows = FAILURES.flatMap(failure =>
            accountsRows(failedSnapshot(failure), { ...CONTEXT, assigned: listing({ kind: 'failed', failure }) }));
        expect(leaks(rows.flatMap(textsOf))).to.deep.equal([]);
    });

    it('is every word of a listing that goes on, and of one that ends with nothing', () => {
        const ends: readonly ListingProgress[] = [
            { kind: 'loading' }, { kind: 'listed' }, { kind: 'missingScopes', scopes: [] }, { kind: 'tokenOnly' }
        ];
        const rows = ends.flatMap(progress =>
            accountsRows(snapshotOf({ kind: 'signedIn', expiresAt: '', renews: true, scopes: [] }), { ...CONTEXT, assigned: listing(progress) }));
        expect(leaks(rows.flatMap(textsOf))).to.deep.equal([]);
    });

    it('is every word about a requirement that cannot be understood', () => {
        const names = /\b(kind|effect|accounts|partitions|regions|scopes|service|of|iam|token|either|read|change|destroy|codeWhisperer|editor)\b/g;
        const told = requirementProblems();
        expect(told).to.have.length.greaterThan(20);
        expect(leaks(told.map(text => text.replace(names, '')))).to.deep.equal([]);
    });

    it('is every word that the tab of a terminal says, and its tooltip', () => {
        const variables = { AWS_REGION: NAME };
        const records: readonly Partial<TerminalRecord>[] = [
            {}, { pinned: true }, { startedWith: undefined }, { startUp: { kind: 'checked', changed: [NAME] } },
            { pinned: true, startUp: { kind: 'unchecked', shell: NAME } }, { startedWith: { connectionId: 'environment', variables } }
        ];
        const own = { connectionId: PROFILE.id, region: NAME };
        const marks = records.flatMap(more => [undefined, own, { connectionId: 'environment' }].map(active => {
            const record = { terminalId: 1, pinned: false, startedWith: { connectionId: PROFILE.id, variables }, ...more };
            return terminalMark(record, { active, own });
        }));
        const told = [...marks, productionMark(PROFILE)].filter(mark => mark !== undefined);
        expect(told.map(({ kind }) => kind)).to.include.members(['pinned', 'stale', 'changed', 'unchecked', 'production']);
        expect(leaks(told.flatMap(({ text, tooltip }) => [text, tooltip]))).to.deep.equal([]);
    });
});
